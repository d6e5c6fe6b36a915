import { drawText, HANDLE_REACH } from './marks.js';

/**
 * Direct labels: the name of a curve beside the curve, where it is farthest from everything else.
 *
 * @typedef {object} Labelled
 * @property {string} text
 * @property {string} colour
 * @property {ArrayLike<number>} xs in CSS pixels, ascending
 * @property {ArrayLike<number>} ys
 * @property {boolean} [handled] whether the handle travels along it: labels stand clear of its way,
 *   because one that stepped aside would jump under the finger
 * @property {number[]} [places] in the place of PLACES
 */

/** Where along the width a label may stand, from the most wanted. */
const PLACES = [0.88, 0.8, 0.72, 0.94, 0.64, 0.56, 0.16, 0.24, 0.32, 0.08, 0.42, 0.5];

/** Samples of a curve that keep labels off it. */
const ENOUGH = 120;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('./theme.js').Theme} theme
 * @param {import('./axes.js').Frame} frame
 * @param {Labelled[]} curves
 * @param {number} [least] how far from lines a name must stay, in heights of its letters: where it
 *   cannot, it is left out
 */
export function drawLabels(context, theme, frame, curves, least = 0.25) {
  const size = theme.size * 0.85;
  context.font = theme.font(0.85);
  /** @type {{ x: number, y: number, w: number }[]} */
  const taken = [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const curve of curves) {
    const w = context.measureText(curve.text).width + size; // with air at its sides
    const spots = candidates(frame, curve, w, size, curves).filter(
      ({ x, y, clear }) =>
        clear > size * least &&
        taken.every(
          (label) => Math.abs(label.y - y) > size || Math.abs(label.x - x) > (label.w + w) / 2,
        ),
    );
    const spot = best(spots, (at) => room(at, w, size, taken) - at.rank * size * 0.04);
    if (!spot) continue;
    taken.push({ ...spot, w });
    drawText(context, curve.text, spot.x, spot.y, curve.colour, theme.background);
  }
}

/** @typedef {{ x: number, y: number, rank: number, apart: number, clear: number }} Candidate
 * apart: from curves and the way of the handle; clear: from curves alone */

/**
 * @param {import('./axes.js').Frame} frame
 * @param {Labelled} curve
 * @param {number} w
 * @param {number} size
 * @param {Labelled[]} curves
 * @returns {Candidate[]}
 */
function candidates({ left, right, top, bottom }, curve, w, size, curves) {
  return (curve.places ?? PLACES).flatMap((place, rank) => {
    const middle = left + place * (right - left);
    const x = Math.min(Math.max(middle, left + w / 2), right - w / 2 + size / 2);
    const own = heights(curve, x, w, size);
    if (own.length === 0) return [];
    const gap = size + extra(curve, size);
    const [over, under] = [Math.min(...own) - gap, Math.max(...own) + gap];
    const all = curves.map((other) => ({
      ys: other === curve ? own : heights(other, x, w, size),
      more: extra(other, size),
    }));
    return [over, under, over - size / 2, under + size / 2]
      .filter((y) => y > top && y < bottom - size / 2)
      .map((y) => {
        let apart = size; // farther is no better
        let clear = size;
        for (const { ys, more } of all)
          for (const height of ys) {
            const gap = Math.abs(height - y);
            apart = Math.min(apart, gap - more);
            clear = Math.min(clear, gap);
          }
        return { x, y, rank, apart, clear };
      });
  });
}

/**
 * The distance to the nearest thing, as far as it matters.
 * @param {Candidate} at
 * @param {number} w
 * @param {number} size
 * @param {{ x: number, y: number, w: number }[]} taken
 */
function room({ x, y, apart }, w, size, taken) {
  let free = apart;
  for (const label of taken) {
    if (Math.abs(label.x - x) < (label.w + w) / 2 + size)
      free = Math.min(free, Math.abs(label.y - y) - size * 0.7);
  }
  return free;
}

/**
 * How much farther than from another curve a label keeps from one with the handle.
 * @param {Labelled} curve
 * @param {number} size
 */
const extra = ({ handled }, size) => (handled ? Math.max(0, HANDLE_REACH - size / 2) : 0);

/**
 * The heights of a curve where a label of width w around x is near it.
 * @param {Labelled} curve
 * @param {number} x
 * @param {number} w
 * @param {number} size
 */
function heights(curve, x, w, size) {
  const { xs, ys } = curve;
  const reach = w / 2 + extra(curve, size);
  const step = Math.ceil(xs.length / ENOUGH);
  const found = [];
  for (let i = 0; i < xs.length; i += step)
    if (Number.isFinite(ys[i]) && Math.abs(xs[i] - x) <= reach) found.push(ys[i]);
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
