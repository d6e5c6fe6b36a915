// The list of sections, from their headings.

/** @param {string} html */
export function fillContents(html) {
  const items = [...html.matchAll(/<h2 id="([\w-]+)">(.+?)<\/h2>/g)].map(
    ([, id, title]) => `<li><a href="#${id}">${title}</a></li>`,
  );
  return html.replace(/(<nav data-contents[\s\S]*?)<\/nav>/, `$1<ol>${items.join('')}</ol></nav>`);
}
