import { toPicture } from './view.js';

/** Points are smaller where they are many, and on small pictures. @param {number} size @param {number} count */
const radius = (size, count) =>
  Math.max(1.8, Math.min(5, (size / 95) * Math.min(1, Math.sqrt(700 / count))));

/** No more points than these are drawn: beyond, they hide each other. */
const MOST_DRAWN = 4000;

/** Points of a path. */
const A_PATH = 250;

/**
 * The points: class 0 as discs, class 1 as diamonds, each with a rim that sets it off.
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {{ points: Float32Array, labels: Uint8Array }} data
 */
export function drawPoints({ context, width }, theme, { points, labels }) {
  const r = radius(width, labels.length);
  const { x, y } = toPicture(width);
  const stride = Math.max(1, labels.length / MOST_DRAWN);
  /** Several paths a class: the time to fill one grows faster than what is in it. @type {Path2D[][]} */
  const shapes = [[], []];
  const counts = [0, 0];
  for (let k = 0; k < labels.length; k += stride) {
    const i = Math.floor(k);
    const label = labels[i];
    if (counts[label]++ % A_PATH === 0) shapes[label].push(new Path2D());
    const path = shapes[label][shapes[label].length - 1];
    addShape(path, label, x(points[2 * i]), y(points[2 * i + 1]), r);
  }
  context.lineJoin = 'round';
  shapes.forEach((paths, label) => {
    const hollow = theme.forced && !label;
    const ink = theme.forced ? theme.text : theme.curve(`class-${label}`);
    context.strokeStyle = theme.background;
    context.lineWidth = r > 2.5 ? 2 : 1.2;
    for (const path of paths) context.stroke(path);
    context.fillStyle = hollow ? theme.background : ink;
    for (const path of paths) context.fill(path);
    if (!hollow) return;
    context.strokeStyle = ink;
    context.lineWidth = 1;
    for (const path of paths) context.stroke(path);
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
 * Lines as the data of an SVG path.
 * @param {Iterable<ArrayLike<number>>} lines x0 y0 x1 y1 …
 * @param {(x: number) => number} x to CSS pixels
 * @param {(y: number) => number} y
 */
export function pathOf(lines, x, y) {
  let data = '';
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2)
      data += `${i ? 'L' : 'M'}${hundredths(x(line[i]))} ${hundredths(y(line[i + 1]))}`;
  }
  return data;
}

/** @param {number} value */
const hundredths = (value) => Math.round(value * 100) / 100;

/** Where the keyboard is. @param {number} x @param {number} y in CSS pixels */
export const cursorPath = (x, y) =>
  `M${x - 11} ${y}a11 11 0 1 1 22 0a11 11 0 1 1-22 0M${x - 15} ${y}h8M${x + 15} ${y}h-8M${x} ${y - 15}v8M${x} ${y + 15}v-8`;
