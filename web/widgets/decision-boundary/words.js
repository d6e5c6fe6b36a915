import { numberFormat, reading } from '../../shared/format.js';

/** Numbers and names as readers see them. */

export const count = numberFormat({ maximumFractionDigits: 0 });
const tenths = numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const few = numberFormat({ maximumSignificantDigits: 3 });

/**
 * With one decimal from 95 % on, where it matters; 100 % is all of them.
 * @param {number} share
 */
export function percent(share) {
  if (Number.isNaN(share)) return '–';
  const value = share * 100;
  if (value === 100 || value < 95) return `${count(value)}\u00A0%`;
  return `${tenths(Math.min(value, 99.9))}\u00A0%`;
}

/** @param {number} loss */
export function lossText(loss) {
  if (Number.isNaN(loss)) return '–'; // of no points
  return loss < 100 || loss >= 1e6 ? reading(loss) : count(loss);
}

/** A setting such as a learning rate. @param {number} x */
export const plain = (x) => (x !== 0 && x < 1e-4 ? reading(x) : few(x));

/** @param {number} n @param {string} one @param {string} [many] */
export const counted = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** @type {Record<string, string>} names of what the core has ids for */
const names = {
  circles: 'Circles',
  xor: 'XOR',
  moons: 'Moons',
  spirals: 'Spirals',
  blobs: 'Blobs',
  linear: 'Two halves',
  sgd: 'SGD',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  rmsprop: 'RMSProp',
  adam: 'Adam',
  he_normal: 'He, normal',
  he_uniform: 'He, uniform',
  xavier_normal: 'Xavier, normal',
  xavier_uniform: 'Xavier, uniform',
  lecun_normal: 'LeCun, normal',
  uniform: 'Uniform',
  zeros: 'Zeros',
  bce: 'Cross-entropy',
  mse: 'Squared error',
};

/** Points of which none are a data set's. */
export const OWN = 'Your own';

/** @param {string} id */
export const named = (id) => names[id] ?? id;
