import { reading, short } from '../../shared/format.js';

/** Two digits. @param {number} value */
const two = (value) => short(Number(value.toPrecision(2)));

/**
 * @typedef {object} Seen
 * @property {number} layers
 * @property {import('../../core/plane.js').Collapsed} one
 * @property {number} bend
 * @property {number} apart
 * @property {number} dimensions
 * @property {number} share of the activation
 * @property {string} name
 */

/** How the last plane is to Wx + b; empty where floats cannot tell. @param {Seen} seen */
export function relation({ layers, apart, share }) {
  if (layers < 2 || share === 0 || apart === 0) return '=';
  return apart > 0 ? '≠' : '';
}

/** What the picture shows, in words. @param {Seen} seen */
export function diagnose(seen) {
  const { layers, one, bend, apart, dimensions, share, name } = seen;
  const { determinant, rank } = one;
  const facts = `determinant ${rank < 2 ? '0' : reading(determinant)} and rank ${rank}`;
  const sign = relation(seen);
  if (sign !== '=') {
    const percent = (/** @type {number} */ part) =>
      `up to ${two(100 * part)}\u00A0% of the picture`;
    let [how, what] = [
      'Not Wx + b',
      `the whole plane falls onto one ${dimensions ? 'line' : 'point'}`,
    ];
    if (!sign) [how, what] = ['Too large to draw', 'numbers leave the range of a float'];
    else if (bend)
      [how, what] = [
        'Bent',
        `lines leave the straight by ${percent(bend)}, and no single matrix does that`,
      ];
    else if (dimensions > 1) what = `lines stay straight, but points are off by ${percent(apart)}`;
    return `${how}: with ${name} between the layers, ${what}. Without it, all would be one matrix with ${facts}.`;
  }
  const effect = meaning(determinant, rank);
  if (layers === 1) return `One layer, with ${facts}: ${effect}`;
  if (share)
    return `Straight all the same: with these numbers, ${name} changes nothing. The product has ${facts}: ${effect}`;
  return `Straight: the ${layers} layers are one, with ${facts}: ${effect}`;
}

/** @param {number} determinant @param {number} rank */
function meaning(determinant, rank) {
  if (rank === 0) return 'the whole plane falls onto one point.';
  if (rank === 1) return 'the plane is flattened onto a line, and no later layer brings it back.';
  const mirrored = determinant < 0 ? ', and are mirrored' : '';
  return `areas become ${reading(Math.abs(determinant))} times as large${mirrored}.`;
}

/** As long as the sentence gets. */
export const LONGEST = /* @__PURE__ */ diagnose({
  layers: 2,
  one: { W: [], b: [], determinant: -1234.567, rank: 2 },
  bend: 0.000088,
  apart: 1,
  dimensions: 2,
  share: 1,
  name: 'GELU (tanh form)',
});
