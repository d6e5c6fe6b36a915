import { textOf } from './text.js';

/** @typedef {import('./module.js').Raw} Raw */

/**
 * Makes room in the module's areas, see wasm/areas.h.
 *
 * @param {Raw} raw
 * @param {string} caller named in the error
 * @param {{ input?: number, labels?: number, output?: number }} counts
 */
export function reserve(raw, caller, { input = 0, labels = 0, output = 0 }) {
  if (!raw.reserve(input, labels, output)) {
    throw new RangeError(
      `${caller}: not enough memory for ${input} numbers in, ${labels} labels and ${output} numbers out`,
    );
  }
}

/**
 * @param {Raw} raw
 * @param {number} count
 * @returns {Float32Array} a copy of the first numbers of the output area
 */
export const takeOutput = (raw, count) => raw.outputArea().slice(0, count);

/**
 * The names of settings, in the order of their numbers in C++.
 * @param {Raw} raw
 */
export function trainingNames(raw) {
  const [datasets, inits, losses, optimizers] = textOf(raw.trainingNames())
    .split('\n')
    .map((line) => line.split(' ').filter(Boolean));
  return { datasets, inits, losses, optimizers };
}

export const largestSeed = 2 ** 32 - 1;
