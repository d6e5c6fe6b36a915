import { fromBase64, toBase64 } from './base64.js';

/**
 * The points a network learns from. Values of this type are never changed, only replaced, so that
 * undo is a list of earlier ones.
 *
 * @typedef {object} Data
 * @property {Float32Array} points x0 y0 x1 y1 …
 * @property {Uint8Array} labels 0 or 1
 * @property {number} generated how many at the front are the data set's, untouched; the others are
 *   the reader's own
 * @property {Given} [given] of points from a file
 *
 * @typedef {object} Given how a file has them
 * @property {string[]} [classes] their names
 * @property {number[]} [shift] of each axis, where they were moved: x there is shift + scale · x here
 * @property {number[]} [scale]
 */

/** Undo goes back at most this many changes, and keeps at most this many points alive. */
const MOST_CHANGES = 100;
const MOST_KEPT = 4e6;

/** @type {Data} */
export const noData = { points: new Float32Array(0), labels: new Uint8Array(0), generated: 0 };

/**
 * @param {Data} data
 * @param {ArrayLike<number>} points
 * @param {ArrayLike<number>} labels
 * @returns {Data}
 */
export function withPoints(data, points, labels) {
  const all = new Float32Array(data.points.length + points.length);
  all.set(data.points);
  all.set(points, data.points.length);
  const classes = new Uint8Array(data.labels.length + labels.length);
  classes.set(data.labels);
  classes.set(labels, data.labels.length);
  return { ...data, points: all, labels: classes };
}

/**
 * Without the points in a circle; the same value where there are none.
 * @param {Data} data
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @returns {Data}
 */
export function without(data, x, y, radius) {
  const { points, labels } = data;
  const far = (/** @type {number} */ i) =>
    Math.hypot(points[2 * i] - x, points[2 * i + 1] - y) > radius;
  const kept = Array.from(labels.keys()).filter(far);
  if (kept.length === labels.length) return data;
  const touched = kept.findIndex((i, place) => i !== place);
  const intact = touched < 0 ? kept.length : touched;
  return {
    ...data,
    points: Float32Array.from(
      { length: 2 * kept.length },
      (_, k) => points[2 * kept[k >> 1] + (k % 2)],
    ),
    labels: Uint8Array.from(kept, (i) => labels[i]),
    generated: intact < data.generated ? 0 : data.generated,
  };
}

/** Whether there are points of the reader's. @param {Data} data */
export const hasOwn = ({ labels, generated }) => labels.length > generated;

/**
 * The reader's own points beside other ones.
 * @param {Data} data
 * @param {Data} own
 */
export const besides = (data, { points, labels, generated }) =>
  withPoints(data, points.subarray(2 * generated), labels.subarray(generated));

/** The reader's own points, in a form for links. @param {Data} data */
export function packOwn({ points, labels, generated }) {
  const own = points.slice(2 * generated);
  const bytes = new Uint8Array(own.byteLength + labels.length - generated);
  bytes.set(new Uint8Array(own.buffer));
  bytes.set(labels.subarray(generated), own.byteLength);
  return toBase64(bytes);
}

/**
 * @param {unknown} text what `packOwn` made; anything else is not trusted
 * @returns {{ points: Float32Array, labels: Uint8Array } | undefined}
 */
export function unpackOwn(text) {
  const bytes = fromBase64(text);
  if (!bytes || bytes.length % 9) return undefined;
  const count = bytes.length / 9;
  const points = new Float32Array(bytes.slice(0, 8 * count).buffer);
  const labels = bytes.slice(8 * count);
  return points.every(Number.isFinite) && labels.every((label) => label < 2)
    ? { points, labels }
    : undefined;
}

/** A list of earlier values. */
export function createHistory() {
  /** @type {Data[]} */
  let past = [];
  return {
    /** @param {Data} data as it was before a change */
    keep(data) {
      past = [...past, data].slice(-MOST_CHANGES);
      let kept = past.reduce((sum, { labels }) => sum + labels.length, 0);
      while (past.length > 1 && kept > MOST_KEPT) {
        kept -= past[0].labels.length;
        past.shift();
      }
    },
    undo: () => past.pop(),
    get empty() {
      return past.length === 0;
    },
  };
}
