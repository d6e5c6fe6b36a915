import { reading, short } from '../../shared/format.js';

/** A bend of less than this share of the picture is one nobody sees, and rounding makes. */
export const STRAIGHT = 1e-5;

/** Two digits. @param {number} value */
const two = (value) => short(Number(value.toPrecision(2)));

/**
 * What the picture shows, in words.
 * @param {object} seen
 * @param {number} seen.layers
 * @param {import('../../core/plane.js').Collapsed} seen.one
 * @param {number} seen.bend
 * @param {number} seen.share of the activation
 * @param {string} seen.name
 */
export function diagnose({ layers, one, bend, share, name }) {
  const { determinant, rank } = one;
  // What rounding leaves of a 0 is none.
  const facts = `determinant ${rank < 2 ? '0' : reading(determinant)} and rank ${rank}`;
  if (bend > STRAIGHT) {
    return `Bent: with ${name} between the layers, lines leave the straight by up to ${two(100 * bend)}\u00A0% of the picture, and no single matrix does that. Without it, all would be one matrix with ${facts}.`;
  }
  const effect = meaning(determinant, rank);
  if (layers === 1) return `One layer, with ${facts}: ${effect}`;
  if (share > 0)
    return `Straight all the same: these numbers keep to where ${name} is a line. The product has ${facts}: ${effect}`;
  return `Straight: the ${layers} layers are one, with ${facts}: ${effect}`;
}

/** @param {number} determinant @param {number} rank */
function meaning(determinant, rank) {
  if (rank === 0) return 'the whole plane falls onto one point.';
  if (rank === 1) return 'the plane is flattened onto a line, and no later layer brings it back.';
  const mirrored = determinant < 0 ? ', and are mirrored' : '';
  return `areas become ${reading(Math.abs(determinant))} times as large${mirrored}.`;
}
