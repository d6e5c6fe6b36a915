import { createCanvas } from '../../shared/canvas.js';
import { createTyped, showTyped } from '../../shared/controls.js';
import { h, setText } from '../../shared/dom.js';
import { reading, short } from '../../shared/format.js';
import { drawGrid } from './grid.js';

/** Places of W and b among a layer's six numbers, row by row. */
const ROWS = [
  [0, 1, 4],
  [2, 3, 5],
];
/** Of what is typed or given. */
export const GREATEST = 1e6;
const DIGITS = '₁₂₃₄₅₆₇₈';

/**
 * The plane at one stage, with the numbers of the layer that brought it there: editable where there
 * is someone to tell.
 *
 * @param {import('../../shared/element.js').WidgetElement} element
 * @param {{ layer: number, type: (place: number, value: number) => void, settle: () => void }} [edit]
 */
export function createPanel(element, edit) {
  const { canvas, frame, begin, isStale, describe } = createCanvas(element);
  const title = h('p', { class: 'title' });
  /** @type {(HTMLInputElement | HTMLElement)[]} */
  const cells = [];
  const matrix = h(
    'div',
    { class: 'numbers', part: 'matrix', hidden: true, ...(!edit && { role: 'img' }) },
    ...ROWS.flat().map((place) => {
      const kind = place < 4 ? 'w' : 'b';
      const cell = edit ? field(edit, place, kind) : h('span', { class: kind });
      cells[place] = cell;
      return cell;
    }),
  );

  /** What is on the canvas: drawing is most of the work. @type {Float32Array} */
  let shown = new Float32Array();

  return {
    canvas,
    node: h('div', { class: 'panel' }, title, frame, matrix),

    /** @param {string} text @param {number[]} [numbers] */
    label(text, numbers) {
      setText(title, text);
      describe(`The plane: ${text}`);
      matrix.hidden = !numbers;
      if (!numbers) return;
      numbers.forEach((value, place) => {
        showNumber(cells[place], value);
      });
      // Columns as wide as what is in them, and type that lets all of them into the panel.
      const widths = [0, 1, 2].map((k) =>
        Math.min(9, Math.max(5, ...ROWS.map((row) => textOf(cells[row[k]]).length))),
      );
      const { style } = matrix;
      style.gridTemplateColumns = `${widths[0]}ch ${widths[1]}ch calc(${widths[2]}ch + 0.7em)`;
      style.setProperty('--characters', String(widths[0] + widths[1] + widths[2]));
      if (!edit) matrix.setAttribute('aria-label', spoken(numbers));
    },

    /** @param {Float32Array} grid @param {import('../../shared/theme.js').Theme} theme */
    draw(grid, theme) {
      const look = String([theme.curve('x'), theme.muted, theme.hairline]);
      if (same(grid, shown) && !isStale(look)) return;
      const sheet = begin(look);
      if (!sheet) return;
      drawGrid(sheet, theme, grid);
      shown = grid;
    },
  };
}

/** @param {Float32Array} a @param {Float32Array} b */
function same(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i === a.length;
}

/**
 * @param {{ layer: number, type: (place: number, value: number) => void, settle: () => void }} edit
 * @param {number} place
 * @param {string} kind
 */
function field({ layer, type, settle }, place, kind) {
  const symbol = `${kind === 'w' ? 'W' : 'b'}${DIGITS[layer]}`;
  const row = kind === 'w' ? Math.floor(place / 2) : place - 4;
  const where = kind === 'w' ? `row ${row + 1} column ${(place % 2) + 1}` : `row ${row + 1}`;
  return createTyped(
    { step: '0.1', class: kind, 'aria-label': `${symbol} ${where}` },
    { most: GREATEST, type: (value) => type(place, value), settle },
  );
}

/** @param {HTMLElement} cell */
const textOf = (cell) => (cell instanceof HTMLInputElement ? cell.value : (cell.textContent ?? ''));

/** @param {number} value */
const two = (value) => {
  const text = short(value, 2);
  return Math.abs(value) < 1e4 && text !== '0' ? text : reading(value, short, 1e4);
};

/** The layer's numbers in words. @param {number[]} numbers */
const spoken = (numbers) => {
  const [a, b, c, d, e, f] = numbers.map(two);
  return `W by rows: ${a}, ${b}; ${c}, ${d}. b: ${e}, ${f}`;
};

/** @param {HTMLElement} cell @param {number} value */
function showNumber(cell, value) {
  if (cell instanceof HTMLInputElement) showTyped(cell, value);
  else setText(cell, two(value));
}
