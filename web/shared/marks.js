/** What is drawn on top of axes: curves, dots, and the mark of what one may drag. */

/** @typedef {{ colour: string, width?: number, dash?: number[] }} Pen */

/**
 * Strokes what `trace` puts on the path.
 * @param {CanvasRenderingContext2D} context
 * @param {Pen} pen
 * @param {() => void} trace
 */
export function strokePath(context, { colour, width = 2, dash = [] }, trace) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash);
  context.beginPath();
  trace();
  context.stroke();
  context.restore();
}

/**
 * Draws through points in turn; one that is not finite leaves a gap.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ArrayLike<number>} xs in CSS pixels
 * @param {ArrayLike<number>} ys
 * @param {Pen} pen
 */
export function strokeCurve(context, xs, ys, pen) {
  strokePath(context, pen, () => {
    let drawing = false;
    for (let i = 0; i < xs.length; i++) {
      const seen = Number.isFinite(ys[i]);
      if (seen && drawing) context.lineTo(xs[i], ys[i]);
      else if (seen) context.moveTo(xs[i], ys[i]);
      drawing = seen;
    }
  });
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

/** How far the handle reaches, held. */
export const HANDLE_REACH = 14;

/**
 * The point to drag, with arrows that say so.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {{ colour: string, background: string } & import('./handle.js').Look} style
 */
export function drawHandle(context, x, y, { colour, background, held, focus }) {
  const radius = held ? 12 : 10;
  if (focus) dot(context, x, y, radius + 4, 'transparent', focus, 2);
  dot(context, x, y, radius, colour, background, 2);
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(x + side * 3, y - 3);
    context.lineTo(x + side * 6, y);
    context.lineTo(x + side * 3, y + 3);
  }
  context.strokeStyle = background;
  context.lineWidth = 1.5;
  context.lineJoin = context.lineCap = 'round';
  context.stroke();
}

/**
 * Words on a picture, with the background behind the letters kept clear.
 * @param {CanvasRenderingContext2D} context with font and alignment set
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 * @param {string} halo
 */
export function drawText(context, text, x, y, colour, halo) {
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
