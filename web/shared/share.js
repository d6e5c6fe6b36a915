import { toText } from './attributes.js';
import { button, h, setText } from './dom.js';
import { toQuery } from './link.js';

/**
 * What a reader can take along, behind a few quiet words: the picture, and a link, a tag and an
 * iframe that bring back what is on screen. A page says where embed.html is, without which there is
 * no iframe: `<link rel="activation-embed" href="embed.html">`.
 *
 * @param {import('./element.js').WidgetElement} widget
 */
export function createShare(widget) {
  const tag = widget.localName;
  const told = h('p', { role: 'status' });
  const text = h('textarea', { readonly: true, rows: 4, 'aria-label': 'To copy', hidden: true });
  /** @type {[string, () => unknown][]} */
  const more = [];

  // Made when asked for: most menus are never opened, and fifty widgets start at once.
  const node = h(
    'details',
    {
      part: 'share',
      class: 'muted',
      toggle() {
        if (text.parentNode) return;
        const offers = Object.entries({
          'Save picture': async () => save(`${tag}.png`, await widget.toBlob()),
          'Copy link': () => copy('link', location.href.replace(/#.*/, '') + widget.link()),
          'Copy tag': () => copy('tag', markup(tag, attributes(), slotted())),
          ...(embedPage() && { 'Copy iframe': () => copy('iframe', iframe()) }),
        });
        const buttons = [...offers, ...more].map(([name, click]) => button(name, click));
        node.append(h('div', { class: 'row' }, ...buttons), text, told);
      },
    },
    h('summary', {}, 'Copy or save'),
  );

  /** @param {string} name @param {Blob} blob */
  function save(name, blob) {
    const url = URL.createObjectURL(blob);
    h('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    setText(told, `Saved as ${name}.`);
  }

  /** @param {string} what @param {string} value */
  async function copy(what, value) {
    text.value = value;
    text.hidden = true;
    try {
      await navigator.clipboard.writeText(value);
      setText(told, `The ${what} is copied. ${widget.leftOut}`);
    } catch {
      text.hidden = false;
      text.focus();
      text.select();
      setText(told, `Copy this ${what}. ${widget.leftOut}`);
    }
  }

  const attributes = () => {
    const kinds = /** @type {typeof import('./element.js').WidgetElement} */ (widget.constructor)
      .attributes;
    const given = Object.entries(widget.given());
    return Object.fromEntries(given.filter(([name, v]) => v !== toText(kinds[name]?.initial)));
  };

  const slotted = () =>
    [...widget.children].flatMap(({ slot, outerHTML }) => (slot ? [`\n  ${outerHTML}`] : []));

  const iframe = () =>
    markup('iframe', {
      src: `${embedPage()}#${tag}${toQuery(attributes())}`,
      title: tag,
      width: '100%',
      height: String(widget.offsetHeight + 16),
      frameborder: '0',
      loading: 'lazy',
      allow: 'clipboard-write',
    });

  return {
    node,
    /** @param {string} label @param {string} name @param {() => Blob} make */
    offer: (label, name, make) => more.push([label, () => save(name, make())]),
  };
}

/** @returns {string | undefined} */
const embedPage = () =>
  /** @type {any} */ (document.querySelector('link[rel=activation-embed]'))?.href;

/**
 * Written by the browser, which knows how to escape, in a document in which nothing runs.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {string[]} [inside]
 */
function markup(tag, attributes, inside = []) {
  const node = document.implementation.createHTMLDocument().createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    node.setAttribute(name, value === 'true' ? '' : value);
  return node.outerHTML
    .replaceAll('=""', '')
    .replace(/(?=<\/[^<]*$)/, () => inside.join('') + (inside.length ? '\n' : ''));
}
