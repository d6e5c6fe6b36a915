import { h } from '../../shared/dom.js';

const SCALE = 2;

/**
 * Paints a table as it is laid out on the page.
 * @param {HTMLTableElement} table
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {string} title
 */
export function paintTable(table, theme, title) {
  const frame = table.getBoundingClientRect();
  const margin = theme.size;
  const top = margin * 2.5;
  const canvas = h('canvas', {
    width: Math.ceil((frame.width + 2 * margin) * SCALE),
    height: Math.ceil((frame.height + margin + top) * SCALE),
  });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(SCALE, SCALE);
  context.font = theme.font();
  context.textBaseline = 'middle';
  context.fillStyle = theme.text;
  context.fillText(title, margin, top / 2);
  context.translate(margin - frame.left, top - frame.top);
  for (const cell of table.querySelectorAll('th, td')) paintCell(context, cell, theme.size * 1.3);
  return canvas;
}

/** @param {CanvasRenderingContext2D} context @param {Element} cell @param {number} leading */
function paintCell(context, cell, leading) {
  const { left, right, top, bottom } = cell.getBoundingClientRect();
  const style = getComputedStyle(cell);
  const start = style.textAlign === 'start';
  const x = start
    ? left + Number.parseFloat(style.paddingLeft)
    : right - Number.parseFloat(style.paddingRight);
  context.fillStyle = style.color;
  context.textAlign = start ? 'left' : 'right';
  const lines = wrap(context, textOf(cell), right - left);
  const first = (top + bottom - (lines.length - 1) * leading) / 2;
  lines.forEach((line, i) => {
    context.fillText(line, x, first + i * leading);
  });
}

/** @param {Element} cell */
function textOf(cell) {
  const slot = cell.querySelector('slot');
  if (slot)
    return slot
      .assignedElements()
      .map((node) => node.textContent?.trim())
      .join(' ');
  if (cell.querySelector('.unseen')) return '';
  return cell.textContent ?? '';
}

/** @param {CanvasRenderingContext2D} context @param {string} text @param {number} width */
function wrap(context, text, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && context.measureText(longer).width <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
