import { toPicture } from './view.js';

/** Points are smaller where they are many, and on small pictures. @param {number} size @param {number} count */
const radius = (size, count) =>
  Math.max(1.8, Math.min(5, (size / 95) * Math.min(1, Math.sqrt(700 / count))));

/** No more points than these are drawn: beyond, they hide each other. */
const MOST_DRAWN = 4000;

/**
 * The points: class 0 as discs, class 1 as diamonds, each with a rim that sets it off.
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {{ points: Float32Array, labels: Uint8Array }} data
 */
export function drawPoints({ context, width }, theme, { points, labels }) {
  const r = radius(width, labels.length);
  const { x, y } = toPicture(width);
  const shapes = [new Path2D(), new Path2D()];
  const stride = Math.max(1, labels.length / MOST_DRAWN);
  for (let k = 0; k < labels.length; k += stride) {
    const i = Math.floor(k);
    addShape(shapes[labels[i]], labels[i], x(points[2 * i]), y(points[2 * i + 1]), r);
  }
  context.lineJoin = 'round';
  shapes.forEach((shape, label) => {
    context.strokeStyle = theme.background;
    context.lineWidth = r > 2.5 ? 2 : 1.2;
    context.stroke(shape);
    context.fillStyle = theme.forced
      ? label
        ? theme.text
        : theme.background
      : theme.curve(`class-${label}`);
    context.fill(shape);
    if (!theme.forced || label) return;
    context.strokeStyle = theme.text;
    context.lineWidth = 1;
    context.stroke(shape);
  });
}

/** @param {Path2D} path @param {number} label @param {number} x @param {number} y @param {number} r */
export function addShape(path, label, x, y, r) {
  if (label === 0) {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
  } else {
    const d = r * 1.3;
    path.moveTo(x, y - d);
    path.lineTo(x + d, y);
    path.lineTo(x, y + d);
    path.lineTo(x - d, y);
    path.closePath();
  }
}

/**
 * The line between the classes.
 * @param {CanvasRenderingContext2D} context in CSS pixels
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {Float32Array[]} lines x0 y0 x1 y1 … in pixels of a grid
 * @param {number} scale CSS pixels for one of the grid's
 */
export function drawBoundary(context, theme, lines, scale) {
  context.beginPath();
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      if (i) context.lineTo(line[i] * scale, line[i + 1] * scale);
      else context.moveTo(line[i] * scale, line[i + 1] * scale);
    }
  }
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.lineWidth = 2;
  context.strokeStyle = theme.text;
  context.stroke();
}

/**
 * Where the first layer bends: hairlines.
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {{ x0: number, y0: number, x1: number, y1: number }[]} lines
 * @param {number} size
 */
export function drawKinks(context, theme, lines, size) {
  const { x, y } = toPicture(size);
  context.beginPath();
  for (const { x0, y0, x1, y1 } of lines) {
    context.moveTo(x(x0), y(y0));
    context.lineTo(x(x1), y(y1));
  }
  context.lineWidth = 1;
  context.setLineDash([5, 4]);
  context.strokeStyle = theme.text;
  context.stroke();
  context.setLineDash([]);
}

/**
 * Where the keyboard is.
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {number[]} at
 * @param {number} size
 */
export function drawCursor(context, theme, [px, py], size) {
  const { x, y } = toPicture(size);
  const [cx, cy] = [x(px), y(py)];
  for (const [colour, width] of /** @type {const} */ ([
    [theme.background, 5],
    [theme.focus, 2],
  ])) {
    context.beginPath();
    context.arc(cx, cy, 11, 0, 2 * Math.PI);
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]) {
      context.moveTo(cx + 7 * dx, cy + 7 * dy);
      context.lineTo(cx + 15 * dx, cy + 15 * dy);
    }
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
