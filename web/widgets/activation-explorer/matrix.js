import { h, setText } from '../../shared/dom.js';
import { short } from '../../shared/format.js';

/** The inputs that the article puts through every function. */
export const REFERENCE = [
  [-1, 2],
  [0.5, -3],
];

/** The reference matrix through f: two tables that a screen reader walks through, cell by cell. */
export function createPreview() {
  const name = h('span', { class: 'name' });
  const cells = REFERENCE.map((row) => row.map(() => h('td')));
  const node = h(
    'div',
    { class: 'preview', part: 'preview' },
    name,
    matrix(
      'input',
      REFERENCE.map((row) => row.map((value) => h('td', {}, short(value)))),
    ),
    h('span', {}, '='),
    matrix('output', cells),
  );
  return {
    node,
    /** @param {string} text @param {Float32Array} values row by row */
    show(text, values) {
      setText(name, text);
      cells.flat().forEach((cell, i) => {
        setText(cell, cellText(values[i]));
      });
    },
  };
}

/** @param {string} label @param {HTMLTableCellElement[][]} rows */
const matrix = (label, rows) =>
  h(
    'table',
    { class: 'matrix', 'aria-label': label },
    ...rows.map((cells) => h('tr', {}, ...cells)),
  );

/** Three decimals at most; what is not 0 does not say so. @param {number} value */
const cellText = (value) => (value && Math.abs(value) < 5e-4 ? '≈ 0' : short(value, 3));
