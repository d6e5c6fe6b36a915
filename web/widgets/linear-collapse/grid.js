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
  /** Goes along half a line or a whole one. @param {number} index @param {number} from @param {number} to */
  const follow = (index, from, to) => {
    const step = from < to ? 1 : -1;
    for (let k = from; k !== to + step; k += step) {
      const at = 2 * (index * POINTS + k);
      context.lineTo(x(grid[at]), y(grid[at + 1]));
    }
  };

  strokeCurve(context, [0, width], [y(0), y(0)], { colour: theme.hairline, width: pixel });
  strokeCurve(context, [x(0), x(0)], [0, height], { colour: theme.hairline, width: pixel });
  shadeQuarter(context, follow, theme.curve('x'));
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
      const index = upright ? LINES + i : i;
      context.moveTo(x(grid[2 * POINTS * index]), y(grid[2 * POINTS * index + 1]));
      follow(index, 1, POINTS - 1);
    }
    context.strokeStyle = colour;
    context.lineWidth = thickness;
    context.lineJoin = 'round';
    context.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {(index: number, from: number, to: number) => void} follow
 * @param {string} colour
 */
function shadeQuarter(context, follow, colour) {
  context.save();
  context.globalAlpha = 0.2;
  context.fillStyle = colour;
  context.beginPath();
  follow(MIDDLE_LINE, MIDDLE_POINT, POINTS - 1);
  follow(2 * LINES - 1, MIDDLE_POINT, POINTS - 1);
  follow(LINES - 1, POINTS - 1, MIDDLE_POINT);
  follow(LINES + MIDDLE_LINE, POINTS - 1, MIDDLE_POINT);
  context.fill();
  context.restore();
}

/** One scale for both directions. @param {Float32Array} grid @param {number} width @param {number} height */
function fit(grid, width, height) {
  const low = [grid[0], grid[1]];
  const high = [grid[0], grid[1]];
  for (let i = 0; i < grid.length; i++) {
    const value = grid[i];
    if (value < low[i & 1]) low[i & 1] = value;
    else if (value > high[i & 1]) high[i & 1] = value;
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
