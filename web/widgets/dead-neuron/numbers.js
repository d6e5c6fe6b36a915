import { h, setText } from '../../shared/dom.js';
import { fixed, reading } from '../../shared/format.js';

const ROWS = ['now', 'gradient', 'update', 'next'];
const COLUMNS = ['w₁', 'w₂', 'b', 'α'];

/** Short enough for a column. @param {number} value */
export const brief = (value) => reading(value, fixed, 1e3);

/** An exact 0 is shown as such, not as rounded. @param {number} value */
const exact = (value) => (value === 0 ? '0' : brief(value));

/** Parameters, gradient, and what the update makes of them, as a table. */
export function createNumbers() {
  const cells = ROWS.map(() => COLUMNS.map(() => h('td')));
  const heads = COLUMNS.map((name, k) => h('th', { scope: 'col', class: 'wwba'[k] }, name));
  const notes = h('p', { class: 'muted' });
  const table = h(
    'table',
    {},
    h(
      'caption',
      { class: 'unseen' },
      'The neuron’s parameters, their gradient, and the next update',
    ),
    h('thead', {}, h('tr', {}, h('td'), ...heads)),
    h(
      'tbody',
      {},
      ...ROWS.map((name, i) =>
        h('tr', { class: name }, h('th', { scope: 'row' }, name), ...cells[i]),
      ),
    ),
  );
  return {
    node: h('div', { class: 'numbers', part: 'numbers' }, table, notes),
    /** @param {{ now: import('./diagnosis.js').NeuronParameters, pass: import('./diagnosis.js').NeuronPass, learned: boolean }} seen */
    show({ now, pass, learned }) {
      [now, pass.gradient, pass.update, pass.next].forEach(({ weights, bias, shape }, row) => {
        [...weights, bias, shape].forEach((value, k) => {
          const text = row % 3 ? exact(value) : brief(value);
          setText(cells[row][k], text);
          cells[row][k].classList.toggle('long', text.length > 7);
        });
      });
      for (const cell of [heads[3], ...cells.map((row) => row[3])]) cell.hidden = !learned;
      setText(
        notes,
        `z from ${reading(pass.least)} to ${reading(pass.greatest)}, loss ${reading(pass.loss)}`,
      );
    },
  };
}
