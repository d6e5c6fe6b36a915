import { isBroken } from './curves.js';

/** @typedef {import('./curves.js').Curve} Curve */
/** @typedef {import('../../shared/axes.js').Frame} Frame */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Curve} curve
 * @param {'value' | 'slope'} which
 * @param {{ colour: string, width: number, dash?: number[], background: string }} style
 */
export function drawCurve(context, frame, curve, which, { colour, width, dash = [], background }) {
  const ys = curve[which];
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash);
  context.beginPath();
  let i = 0;
  curve.ends.forEach((end, piece) => {
    const lift = piece === 0 || isBroken(curve.breaks[piece - 1][which]);
    if (lift) context.moveTo(frame.x(curve.xs[i]), frame.y(ys[i]));
    for (; i < end; i++) context.lineTo(frame.x(curve.xs[i]), frame.y(ys[i]));
  });
  context.stroke();
  context.restore();
  for (const point of curve.breaks) {
    if (isBroken(point[which])) drawEnds(context, frame, point.x, point[which], { colour, width, background });
  }
}

/**
 * Ends at a jump: filled where the function is, open where it only comes close.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {number} x
 * @param {number[]} triple
 * @param {{ colour: string, width: number, background: string }} style
 */
function drawEnds(context, frame, x, [left, at, right], { colour, width, background }) {
  const radius = width + 1.5;
  for (const height of [left, right]) dot(context, frame.x(x), frame.y(height), radius, background, colour, 1.5);
  dot(context, frame.x(x), frame.y(at), radius, colour, colour, 1.5);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} fill
 * @param {string} [stroke]
 * @param {number} [width]
 */
export function dot(context, x, y, radius, fill, stroke, width = 1) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  if (!stroke) return;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.stroke();
}

/**
 * A straight line through a point; at a kink each side has its own slope.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {{ x: number, y: number }} point
 * @param {number[]} slopes to the left and to the right
 * @param {string} colour
 */
export function drawTangent(context, frame, { x, y }, slopes, colour) {
  const [px, py] = [frame.x(x), frame.y(y)];
  const length = Math.min(110, (frame.right - frame.left) / 5);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top - 8, frame.right - frame.left, frame.bottom - frame.top + 16);
  context.clip();
  context.beginPath();
  slopes.forEach((slope, side) => {
    const dx = frame.x(x + 1) - px;
    const dy = frame.y(y + slope) - py;
    const scale = ((side ? 1 : -1) * length) / Math.hypot(dx, dy);
    context.moveTo(px, py);
    context.lineTo(px + dx * scale, py + dy * scale);
  });
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.stroke();
  context.restore();
}

/**
 * The point to drag, with arrows that say so.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {{ colour: string, background: string, held: boolean, focus: string | undefined }} style
 */
export function drawHandle(context, x, y, { colour, background, held, focus }) {
  if (focus) dot(context, x, y, 13, 'transparent', focus, 2);
  dot(context, x, y, held ? 9 : 7, colour, background, 2);
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(x + side * 14, y - 4);
    context.lineTo(x + side * 18, y);
    context.lineTo(x + side * 14, y + 4);
  }
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.lineJoin = context.lineCap = 'round';
  context.stroke();
}
