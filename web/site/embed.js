// One widget fills the page, made from the fragment of the address: `#<tag>?<attributes>`, which is
// what a widget's own link() gives. What does not make sense is told in a sentence; nothing from the
// address ever becomes markup.
import { tellHeight } from './height.js';
import { widgetFrom } from './widget-from.js';

const main = /** @type {HTMLElement} */ (document.querySelector('main'));

async function show() {
  const { node, problem } = widgetFrom(location.hash);
  main.replaceChildren(node);
  document.title = node.localName === 'p' ? 'Interactive figure' : node.localName;
  await /** @type {any} */ (node).ready?.catch(() => {}); // which the widget has told itself
  const late = problem();
  if (late && main.firstChild === node) main.replaceChildren(late);
  tellHeight(document.body);
}

addEventListener('hashchange', show);
show();
