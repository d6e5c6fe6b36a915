import { ticks } from 'd3-array';
import { scientific, short } from './format.js';

/**
 * @typedef {(value: number) => number} Scale
 *
 * @typedef {object} Frame where curves go, in CSS pixels
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 * @property {Scale} x
 * @property {Scale} y
 * @property {Scale} invert from a place along x back to the value there
 */

/**
 * @param {number[]} domain
 * @param {number[]} range
 * @returns {Scale}
 */
export const linear =
  ([d0, d1], [r0, r1]) =>
  (value) =>
    r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);

/**
 * Axes as hairlines through zero, with few labels at the edges, where no curve runs through them.
 *
 * @param {import('./canvas.js').Sheet} sheet
 * @param {import('./theme.js').Theme} theme
 * @param {object} plan
 * @param {number[]} plan.x the domain
 * @param {number[]} plan.y
 * @param {number} [plan.top] where the drawing ends, labels included
 * @param {number} [plan.bottom]
 * @param {number} [plan.left]
 * @param {number} [plan.right]
 * @param {number} [plan.gutter] least width for the labels of the y axis
 * @param {number | number[]} [plan.yTicks] how many, about, or where
 * @param {number[]} [plan.xTicks]
 * @param {(tick: number) => string} [plan.yText] what stands at a tick
 * @param {boolean} [plan.xLabels]
 * @returns {Frame}
 */
export function drawAxes({ context, width, height, pixel }, theme, plan) {
  context.font = theme.font(0.8);
  const size = theme.size * 0.8;
  const { xLabels = true } = plan;
  const top = (plan.top ?? 0) + size;
  const bottom = (plan.bottom ?? height) - size * (xLabels ? 1.9 : 0.6);
  const few = Math.max(2, Math.round((bottom - top) / (size * 5)));
  const yTicks = Array.isArray(plan.yTicks)
    ? plan.yTicks
    : ticks(plan.y[0], plan.y[1], plan.yTicks ?? few);
  const labels = plan.yText ? yTicks.map(plan.yText) : texts(yTicks);
  const widths = labels.map((label) => context.measureText(label).width);
  const left = (plan.left ?? 0) + Math.max(plan.gutter ?? 0, ...widths) + size * 0.7;
  const right = (plan.right ?? width) - size * 0.7;
  const x = linear(plan.x, [left, right]);
  const y = linear(plan.y, [bottom, top]);
  const xTicks =
    plan.xTicks ??
    ticks(plan.x[0], plan.x[1], Math.max(2, Math.round((right - left) / (size * 7))));

  const snap = (/** @type {number} */ at) => (Math.floor(at / pixel) + 0.5) * pixel;
  context.lineWidth = pixel;
  context.strokeStyle = theme.hairline;
  context.beginPath();
  const zeroX = snap(x(within(plan.x, 0)));
  const zeroY = snap(y(within(plan.y, 0)));
  context.moveTo(left, zeroY);
  context.lineTo(right, zeroY);
  context.moveTo(zeroX, top);
  context.lineTo(zeroX, bottom);
  for (const tick of xTicks) tickMark(context, snap(x(tick)), zeroY, 0, 3);
  for (const tick of yTicks) tickMark(context, zeroX, snap(y(tick)), 3, 0);
  context.stroke();

  context.fillStyle = theme.muted;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  yTicks.forEach((tick, i) => {
    context.fillText(labels[i], left - size * 0.6, y(tick));
  });
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  if (xLabels)
    for (const [i, text] of texts(xTicks).entries()) {
      const half = context.measureText(text).width / 2;
      const at = within([(plan.left ?? 0) + half, (plan.right ?? width) - half], x(xTicks[i]));
      context.fillText(text, at, bottom + size * 1.6);
    }
  return { left, right, top, bottom, x, y, invert: linear([left, right], plan.x) };
}

/** In one notation. @param {number[]} ticks */
const texts = (ticks) =>
  ticks.map(
    ticks.some((tick) => Math.abs(tick) >= 1e6)
      ? (tick) => scientific(Number(tick.toPrecision(12)))
      : (tick) => short(tick),
  );

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} dx @param {number} dy */
function tickMark(context, x, y, dx, dy) {
  context.moveTo(x - dx, y - dy);
  context.lineTo(x + dx, y + dy);
}

/** The nearest value that is in the domain. @param {number[]} domain @param {number} value */
export const within = ([low, high], value) => Math.min(Math.max(value, low), high);
