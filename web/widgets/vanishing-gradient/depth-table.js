import { createTyped, showTyped } from '../../shared/controls.js';
import { h, setText } from '../../shared/dom.js';
import { scientific, short } from '../../shared/format.js';

const DEPTHS = [5, 10, 20, 50];

/** Two digits, as the article prints them. @param {number} value */
export const product = (value) =>
  value >= 0.01 && value < 1000 ? short(Number(value.toPrecision(2))) : scientific(value, 2);

/**
 * The textbook's table: what a slope multiplied over 5, 10, 20 and 50 layers leaves. The slopes may
 * be changed.
 * @param {{ open: () => void, type: (id: string, slope: number) => void, settle: () => void }} act
 */
export function createDepthTable({ open, type, settle }) {
  const body = h('tbody');
  const head = ['', 'typical slope', ...DEPTHS.map((depth) => `L = ${depth}`), 'largest slope'].map(
    (text) => h(text ? 'th' : 'td', text ? { scope: 'col' } : {}, text),
  );
  const table = h(
    'table',
    { part: 'table' },
    h('caption', { class: 'unseen' }, 'Product of slopes over 5, 10, 20 and 50 layers'),
    h('thead', {}, h('tr', {}, ...head)),
    body,
  );
  let shape = '';
  const node = h(
    'details',
    { toggle: open },
    h('summary', { class: 'muted' }, 'The textbook’s table: a slope for every layer, multiplied'),
    h('div', { class: 'scroll' }, table),
  );
  return {
    node,
    /**
     * @param {{ id: string, name: string, colour: string, slope: number, greatest: number }[]} rows
     * @param {(slope: number, depth: number) => Float64Array} products
     */
    show(rows, products) {
      if (!node.open) return;
      const now = rows.map(({ id }) => id).join();
      if (shape !== now) {
        shape = now;
        body.replaceChildren(
          ...rows.map(({ id, name }) => {
            const input = createTyped(
              { step: '0.01', 'aria-label': `Typical slope of ${name}` },
              { most: 100, type: (value) => type(id, value), settle },
            );
            return h(
              'tr',
              {},
              h('th', { scope: 'row' }, name),
              h('td', {}, input),
              ...DEPTHS.map(() => h('td')),
              h('td'),
            );
          }),
        );
      }
      rows.forEach(({ colour, slope, greatest }, i) => {
        const row = body.rows[i];
        row.style.color = colour;
        const input = /** @type {HTMLInputElement} */ (row.querySelector('input'));
        showTyped(input, slope);
        const all = products(slope, 64);
        DEPTHS.forEach((depth, k) => {
          setText(row.cells[k + 2], product(all[depth - 1]));
        });
        setText(row.cells[DEPTHS.length + 2], short(greatest, 3));
      });
    },
  };
}
