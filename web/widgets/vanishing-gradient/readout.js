import { button, h, setText } from '../../shared/dom.js';
import { fixed } from '../../shared/format.js';
import { letterOf } from './shapes.js';
import { measured, shareText } from './words.js';

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} name
 * @property {string} colour
 * @property {boolean} picked
 * @property {number} share
 * @property {number} product
 * @property {number} spread
 */

/**
 * The values at a layer, one row for each activation; also where one is picked or taken away.
 * @param {{ pick: (id: string) => void, remove: (id: string) => void }} act
 */
export function createReadout({ pick, remove }) {
  const caption = h('caption', { class: 'unseen' });
  const body = h('tbody');
  const head = ['layer', 'gradient', 'textbook', 'spread', ''].map((text) =>
    h(text ? 'th' : 'td', text ? { scope: 'col' } : {}, text),
  );
  let shape = '';
  return {
    node: h(
      'table',
      { class: 'readout', part: 'readout' },
      caption,
      h('thead', {}, h('tr', {}, ...head)),
      body,
    ),
    /** @param {string} title @param {string} where @param {Row[]} rows */
    show(title, where, rows) {
      setText(caption, title);
      setText(head[0], where);
      const now = rows.map(({ id }) => id).join();
      if (shape !== now) {
        shape = now;
        body.replaceChildren(
          ...rows.map(({ id, name }, i) =>
            h(
              'tr',
              {},
              h(
                'th',
                { scope: 'row' },
                h('span', { class: 'shape', 'aria-hidden': 'true' }, letterOf(i)),
                button(name, () => pick(id), { class: 'name' }),
              ),
              h('td'),
              h('td'),
              h('td'),
              h(
                'td',
                {},
                button('×', () => remove(id), { class: 'remove', 'aria-label': `Remove ${name}` }),
              ),
            ),
          ),
        );
      }
      rows.forEach(({ colour, picked, share, product, spread }, i) => {
        const row = body.rows[i];
        row.style.color = colour;
        row.classList.toggle('picked', picked);
        row.querySelector('.name')?.setAttribute('aria-pressed', String(picked));
        [shareText(share), shareText(product), measured(spread, fixed, 1e4)].forEach((text, k) => {
          setText(row.cells[k + 1], text);
        });
        /** @type {any} */ (row.querySelector('.remove')).disabled = rows.length === 1;
      });
    },
  };
}
