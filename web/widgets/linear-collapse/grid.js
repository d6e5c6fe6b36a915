import { LINES, POINTS } from '../../core/plane.js';
import { strokeCurve } from '../../shared/marks.js';

/** Part of a picture's side that is left free around the grid. */
const MARGIN = 0.06;
const MIDDLE_LINE = (LINES - 1) / 2;
const MIDDLE_POINT = (POINTS - 1) / 2;

/**
 * A carried grid, as large as fits. The quarter that was x₁, x₂ > 0 is shaded, so that turns and
 * mirrorings are seen.
 *
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {Float32Array} grid see core/plane.js
 */
export function drawGrid({ context, width, height, pixel }, theme, grid) {
  const { x, y } = fit(grid, width, height);
  const line = (/** @type {number} */ index) => {
    const from = 2 * POINTS * index;
    return {
      xs: Array.from({ length: POINTS }, (_, k) => x(grid[from + 2 * k])),
      ys: Array.from({ length: POINTS }, (_, k) => y(grid[from + 2 * k + 1])),
    };
  };

  strokeCurve(context, [0, width], [y(0), y(0)], { colour: theme.hairline, width: pixel });
  strokeCurve(context, [x(0), x(0)], [0, height], { colour: theme.hairline, width: pixel });
  shadeQuarter(context, line, theme.curve('x'));
  const main = [0, MIDDLE_LINE, LINES - 1];
  const others = Array.from({ length: LINES }, (_, i) => i).filter((i) => !main.includes(i));
  for (const [indices, upright, colour, thickness] of /** @type {const} */ ([
    [others, true, theme.muted, 0.6],
    [others, false, theme.curve('x'), 0.9],
    [main, true, theme.muted, 1.25],
    [main, false, theme.curve('x'), 1.75],
  ])) {
    context.beginPath();
    for (const i of indices) {
      const { xs, ys } = line(upright ? LINES + i : i);
      context.moveTo(xs[0], ys[0]);
      for (let k = 1; k < POINTS; k++) context.lineTo(xs[k], ys[k]);
    }
    context.strokeStyle = colour;
    context.lineWidth = thickness;
    context.lineJoin = 'round';
    context.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {(index: number) => { xs: number[], ys: number[] }} line
 * @param {string} colour
 */
function shadeQuarter(context, line, colour) {
  const half = (/** @type {number} */ index, /** @type {boolean} */ back) => {
    const { xs, ys } = line(index);
    const points = xs.map((x, k) => [x, ys[k]]).slice(MIDDLE_POINT);
    return back ? points.reverse() : points;
  };
  const around = [
    ...half(MIDDLE_LINE, false),
    ...half(2 * LINES - 1, false),
    ...half(LINES - 1, true),
    ...half(LINES + MIDDLE_LINE, true),
  ];
  context.save();
  context.globalAlpha = 0.2;
  context.fillStyle = colour;
  context.beginPath();
  for (const [x, y] of around) context.lineTo(x, y);
  context.fill();
  context.restore();
}

/** One scale for both directions. @param {Float32Array} grid @param {number} width @param {number} height */
function fit(grid, width, height) {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (let i = 0; i < grid.length; i++) {
    low[i % 2] = Math.min(low[i % 2], grid[i]);
    high[i % 2] = Math.max(high[i % 2], grid[i]);
  }
  const room = 1 - 2 * MARGIN;
  const spans = [high[0] - low[0], high[1] - low[1]];
  const scale = Math.min((width * room) / (spans[0] || 1e-9), (height * room) / (spans[1] || 1e-9));
  const centre = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
  return {
    x: (/** @type {number} */ value) => width / 2 + (value - centre[0]) * scale,
    y: (/** @type {number} */ value) => height / 2 - (value - centre[1]) * scale,
  };
}
