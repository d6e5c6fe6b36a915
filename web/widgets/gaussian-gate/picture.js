import { drawAxes } from '../../shared/axes.js';
import { reading } from '../../shared/format.js';
import { drawLabels } from '../../shared/labels.js';
import { dot, drawHandle, drawText, strokeCurve } from '../../shared/marks.js';

/** @typedef {{ xs: Float32Array, pdf: Float32Array, cdf: Float32Array, sigmoid: Float32Array }} Curves */

export const DOMAIN = [-6, 6];

/** @type {Curves | undefined} the same for every gate of a page, as long as the widths agree */
let sampled;

/**
 * @param {any} core
 * @param {number} count
 * @returns {Curves}
 */
export function sampleGates(core, count) {
  if (sampled?.xs.length !== count + 1) {
    const [low, high] = DOMAIN;
    const xs = Float32Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
    sampled = { xs, ...core.gaussian(xs), sigmoid: core.evaluate('sigmoid', xs).value };
  }
  return /** @type {Curves} */ (sampled);
}

/** Where the gate is named: its bar passes under everything to the right. */
const LEFT = [0.4, 0.32];

/**
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {object} view
 * @param {import('./gaussian-gate.js').Gates} view.gates
 * @param {number} view.seen x, within the picture
 * @param {Curves} view.curves
 * @param {boolean} view.compare
 * @param {import('../../shared/handle.js').Look} view.handle
 */
export function drawPicture(sheet, theme, { gates, seen, curves, compare, handle }) {
  const { context } = sheet;
  const { background } = theme;
  const frame = drawAxes(sheet, theme, { x: DOMAIN, y: [0, 1], yTicks: [0, 0.5, 1] });
  const colour = theme.curve('gelu');
  const xs = curves.xs.map(frame.x);
  const bell = curves.pdf.map(frame.y);
  const gate = curves.cdf.map(frame.y);
  const other = curves.sigmoid.map(frame.y);
  const [px, py] = [frame.x(seen), frame.y(gates.cdf)];

  shade(context, frame, xs, bell, px, frame.y(gates.pdf), theme.forced ? theme.focus : colour);
  strokeCurve(context, xs, bell, { colour, width: 2, dash: [2, 4] });
  if (compare)
    strokeCurve(context, xs, other, { colour: theme.curve('swish'), width: 1.5, dash: [8, 4] });
  strokeCurve(context, xs, gate, { colour, width: 2.5 });
  strokeCurve(context, [px, px], [frame.bottom, py], { colour, width: 3 });

  const ink = theme.ink('gelu');
  const curve = (
    /** @type {string} */ text,
    /** @type {Float32Array} */ ys,
    /** @type {string} */ colour,
  ) => ({ text, colour, xs, ys });
  const labels = [
    { ...curve('Φ(x), the gate', gate, ink), handled: true, places: LEFT },
    curve('φ(x), the bell', bell, ink),
  ];
  if (compare) labels.push(curve('σ(x)', other, theme.ink('swish')));
  drawLabels(context, theme, frame, labels);
  drawSizes(context, theme, frame, gates, px);

  if (compare) dot(context, px, frame.y(gates.sigmoid), 3.5, theme.curve('swish'), background, 1.5);
  dot(context, px, frame.y(gates.pdf), 3.5, colour, background, 1.5);
  drawHandle(context, px, py, { colour, background, ...handle });
  return frame;
}

/**
 * The area under the bell up to x.
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../shared/axes.js').Frame} frame
 * @param {Float32Array} xs
 * @param {Float32Array} bell
 * @param {number} px
 * @param {number} top of the bell at x
 * @param {string} colour
 */
function shade(context, frame, xs, bell, px, top, colour) {
  context.save();
  context.globalAlpha = 0.2;
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(xs[0], frame.bottom);
  for (let i = 0; i < xs.length && xs[i] < px; i++) context.lineTo(xs[i], bell[i]);
  context.lineTo(px, top);
  context.lineTo(px, frame.bottom);
  context.fill();
  context.restore();
}

/**
 * The same number twice: at the area, and beside the height it equals.
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {import('../../shared/axes.js').Frame} frame
 * @param {import('./gaussian-gate.js').Gates} gates
 * @param {number} px
 */
function drawSizes(context, theme, frame, { cdf }, px) {
  const colour = theme.ink('gelu');
  const gap = theme.size * 0.6;
  const area = `area ${reading(cdf)}`;
  const width = context.measureText(area).width;
  const within = px - frame.x(-1) > width + gap;
  // Where there is no room to the left of the handle, to the right of it.
  const end = within
    ? Math.min(px - gap, frame.x(0) + width / 2)
    : Math.min(px - gap * 3, frame.x(-2.6));
  const beside = px + gap * 3 + width;
  const least = frame.left + width;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  drawText(
    context,
    area,
    end >= least ? end : beside > frame.right ? least : beside,
    frame.bottom - theme.size,
    colour,
    within ? 'transparent' : theme.background,
  );

  // Where it would lie on other words.
  const narrow = frame.right - frame.left < theme.size * 17;
  if (narrow || frame.bottom - frame.y(cdf) < theme.size * 3) return;
  const height = `height ${reading(cdf)}`;
  const outside = px + gap + context.measureText(height).width > frame.right;
  context.textAlign = outside ? 'right' : 'left';
  drawText(
    context,
    height,
    px + (outside ? -gap : gap),
    frame.y(cdf * 0.55),
    colour,
    theme.background,
  );
}
