import { h, setText } from './dom.js';

/**
 * Values read off a picture: names and numbers in columns that keep still while the numbers change.
 *
 * @typedef {object} Reading
 * @property {string} name
 * @property {string} text
 * @property {string} [colour]
 */
export const readingsStyle = `
.readings { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5ch), max-content)); column-gap: 1em; margin: 0; }
.readings > div { display: flex; gap: 0.5em; }
.readings dt { white-space: nowrap; }
.readings dd { margin: 0; min-inline-size: 6ch; text-align: end; font-weight: 600; }`;

export function createReadings() {
  const list = h('dl', { class: 'readings', part: 'readings' });
  return {
    node: list,
    /** @param {Reading[]} readings */
    show(readings) {
      while (list.children.length > readings.length) list.lastChild?.remove();
      while (list.children.length < readings.length) list.append(h('div', {}, h('dt'), h('dd')));
      readings.forEach(({ name, text, colour = '' }, i) => {
        const pair = /** @type {HTMLElement} */ (list.children[i]);
        setText(pair.children[0], name);
        setText(pair.children[1], text);
        pair.style.color = colour;
      });
    },
  };
}
