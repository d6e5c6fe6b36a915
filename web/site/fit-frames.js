// For a page with iframes of embed.html: each one gets the height it asks for.
addEventListener('message', ({ source, data }) => {
  if (data?.type !== 'activation-widgets:height' || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
  }
});
// Those that have asked before this script ran are asked again.
for (const frame of document.querySelectorAll('iframe')) {
  frame.contentWindow?.postMessage('activation-widgets:height?', '*');
}
