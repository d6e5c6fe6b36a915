import { dot, strokePath } from '../../shared/marks.js';
import { isBroken } from './curves.js';

/** @typedef {import('./curves.js').Curve} Curve */
/** @typedef {import('../../shared/axes.js').Frame} Frame */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Curve} curve
 * @param {'value' | 'slope'} which
 * @param {import('../../shared/marks.js').Pen} pen
 */
export function drawCurve(context, frame, curve, which, pen) {
  const ys = curve[which];
  strokePath(context, pen, () => {
    let i = 0;
    curve.ends.forEach((end, piece) => {
      const lift = piece === 0 || isBroken(curve.breaks[piece - 1][which]);
      if (lift) context.moveTo(frame.x(curve.xs[i]), frame.y(ys[i]));
      for (; i < end; i++) context.lineTo(frame.x(curve.xs[i]), frame.y(ys[i]));
    });
  });
}

/**
 * Ends at jumps: filled where the function is, open where it only comes close.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Curve} curve
 * @param {'value' | 'slope'} which
 * @param {{ colour: string, background: string }} style
 */
export function drawEnds(context, frame, curve, which, { colour, background }) {
  for (const { x, [which]: triple } of curve.breaks) {
    if (!isBroken(triple)) continue;
    const [left, at, right] = triple.map(frame.y);
    for (const y of [left, right]) dot(context, frame.x(x), y, 3, background, colour, 1.5);
    dot(context, frame.x(x), at, 3, colour, colour, 1.5);
  }
}

/**
 * A straight line through a point, as a band that lies under the curves; at a kink each side has
 * its own slope.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {{ x: number, y: number }} point
 * @param {number[]} slopes to the left and to the right
 * @param {import('../../shared/theme.js').Theme} theme
 */
export function drawTangent(context, frame, { x, y }, slopes, theme) {
  const [px, py] = [frame.x(x), frame.y(y)];
  const length = Math.min(120, (frame.right - frame.left) / 5);
  context.save();
  context.beginPath();
  context.rect(frame.left, 0, frame.right - frame.left, frame.bottom);
  context.clip();
  context.beginPath();
  slopes.forEach((slope, side) => {
    const dx = frame.x(x + 1) - px;
    const dy = frame.y(y + slope) - py;
    const scale = ((side ? 1 : -1) * length) / Math.hypot(dx, dy);
    context.moveTo(px, py);
    context.lineTo(px + dx * scale, py + dy * scale);
  });
  context.globalAlpha = theme.forced ? 1 : 0.45; // no mixed colours
  context.strokeStyle = theme.curve('slope');
  context.lineWidth = theme.forced ? 1 : 6;
  context.lineCap = 'round';
  context.stroke();
  context.restore();
}
