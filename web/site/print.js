/**
 * On paper everything is dark on light, also for readers who have it the other way round on their
 * screens. What style sheets cannot do: canvases are drawn anew, and dark posters, which there is no
 * time to replace, are inverted.
 */
export function printLight() {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  addEventListener('beforeprint', () => {
    root.classList.add('printing');
    root.classList.toggle('inverted', dark.matches);
    redraw();
  });
  addEventListener('afterprint', () => {
    root.classList.remove('printing', 'inverted');
    redraw();
  });
}

/** Those that have started; the others show their posters. */
function redraw() {
  for (const widget of document.querySelectorAll('main [id]')) {
    if (widget.shadowRoot && 'core' in widget && widget.core) /** @type {any} */ (widget).flush();
  }
}
