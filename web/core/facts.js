import { textOf } from './text.js';

/**
 * @typedef {object} Parameter
 * @property {string} name
 * @property {number} default
 * @property {number} min
 * @property {number} max
 * @property {boolean} learnable whether networks train it
 *
 * @typedef {object} Activation
 * @property {string} id
 * @property {string} name
 * @property {string} formula of the value
 * @property {string} slope formula of the derivative
 * @property {Parameter[]} parameters none or one
 * @property {number | null} lower bound of the values with the parameter as it starts, null where
 *   there is none
 * @property {number | null} upper
 * @property {number[]} jumps where the value is not continuous
 * @property {number[]} kinks where only the slope is not
 * @property {number} maxUlp promised error of the values with the parameter as it starts, in units of
 *   the last place
 * @property {number} networkMaxUlp the same inside networks: tanh has a faster kernel there
 * @property {string} source
 */

/**
 * What there is to know of each activation, in the order of their numbers in C++.
 * @param {import('./module.js').Raw} raw
 * @returns {readonly Activation[]}
 */
export const activationFacts = (raw) =>
  Object.freeze(Array.from({ length: raw.activationCount() }, (_, i) => describe(raw, i)));

/** What its parameter is unless told otherwise. @param {Activation} activation */
export const defaultOf = ({ parameters: [parameter] }) => parameter?.default ?? 0;

/**
 * @param {import('./module.js').Raw} raw
 * @param {number} index
 * @returns {Activation}
 */
function describe(raw, index) {
  const text = textOf(raw.activationText(index));
  const [id, name, formula, slope, source, parameter] = text.split('\n');
  const [lower, upper, maxUlp, networkMaxUlp, jump, kink1, kink2, initial, min, max, learnable] =
    raw.activationNumbers(index);
  const known = (/** @type {number[]} */ ...places) => places.filter((x) => !Number.isNaN(x));
  return Object.freeze({
    id,
    name,
    formula,
    slope,
    parameters: parameter
      ? [{ name: parameter, default: initial, min, max, learnable: Boolean(learnable) }]
      : [],
    lower: Number.isFinite(lower) ? lower : null,
    upper: Number.isFinite(upper) ? upper : null,
    jumps: known(jump),
    kinks: known(kink1, kink2),
    maxUlp,
    networkMaxUlp,
    source,
  });
}
