import { drawText } from './marks.js';

/**
 * Direct labels: the name of a curve beside the curve, where it is farthest from everything else.
 *
 * @typedef {object} Labelled
 * @property {string} text
 * @property {string} colour
 * @property {ArrayLike<number>} xs in CSS pixels, ascending
 * @property {ArrayLike<number>} ys
 */

/** Where along the width a label may stand, from the most wanted. */
const PLACES = [0.88, 0.8, 0.72, 0.94, 0.64, 0.56, 0.16, 0.24, 0.32, 0.08, 0.42, 0.5];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('./theme.js').Theme} theme
 * @param {import('./axes.js').Frame} frame
 * @param {Labelled[]} curves
 */
export function drawLabels(context, theme, frame, curves) {
  const size = theme.size * 0.85;
  context.font = theme.font(0.85);
  /** @type {{ x: number, y: number, w: number }[]} */
  const taken = [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const curve of curves) {
    const w = context.measureText(curve.text).width + size; // with air at its sides
    const spot = best(candidates(frame, curve, w, size), (at) => room(at, w, size, curves, taken));
    if (!spot) continue;
    taken.push({ ...spot, w });
    drawText(context, curve.text, spot.x, spot.y, curve.colour, theme.background);
  }
}

/** @param {import('./axes.js').Frame} frame @param {Labelled} curve @param {number} w @param {number} size */
function candidates({ left, right, top, bottom }, { xs, ys }, w, size) {
  return PLACES.flatMap((place, rank) => {
    const middle = left + place * (right - left);
    const x = Math.min(Math.max(middle, left + w / 2), right - w / 2 + size / 2);
    const near = heights(xs, ys, x - w / 2, x + w / 2);
    if (near.length === 0) return [];
    return [Math.min(...near) - size, Math.max(...near) + size]
      .filter((y) => y > top && y < bottom - size / 2)
      .map((y) => ({ x, y, rank }));
  });
}

/**
 * The distance to the nearest thing, as far as it matters, less a little for less wanted places.
 * @param {{ x: number, y: number, rank: number }} at
 * @param {number} w
 * @param {number} size
 * @param {Labelled[]} curves
 * @param {{ x: number, y: number, w: number }[]} taken
 */
function room({ x, y, rank }, w, size, curves, taken) {
  let free = size * 1.6;
  for (const { xs, ys } of curves) {
    for (const height of heights(xs, ys, x - w / 2, x + w / 2))
      free = Math.min(free, Math.abs(height - y));
  }
  for (const label of taken) {
    if (Math.abs(label.x - x) < (label.w + w) / 2 + size)
      free = Math.min(free, Math.abs(label.y - y) - size * 0.7);
  }
  return free - rank * size * 0.04;
}

/** @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {number} from @param {number} to */
function heights(xs, ys, from, to) {
  const found = [];
  for (let i = 0; i < xs.length; i++) if (xs[i] >= from && xs[i] <= to) found.push(ys[i]);
  return found;
}

/** @template T @param {T[]} items @param {(item: T) => number} score @returns {T | undefined} */
function best(items, score) {
  let [found, highest] = [items[0], -Infinity];
  for (const item of items) {
    const value = score(item);
    if (value > highest) [found, highest] = [item, value];
  }
  return found;
}
