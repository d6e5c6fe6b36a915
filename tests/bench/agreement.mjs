// How far a contestant's outcome is from the reference.
import { exactFunctions } from './elementwise-reference.mjs';
import { scatteredValues } from './inputs.mjs';
import { expected } from './reference.mjs';

/** Beyond these a contestant computes something else, and is not timed. */
const tolerances = { train: 1e-4, gradients: 1e-4, predict: 1e-5, elementwise: 2e-6 };

/** @param {import('./workloads.mjs').Workload} workload */
export const toleranceOf = ({ check }) => tolerances[check.kind];

/**
 * @param {import('./workloads.mjs').Workload} workload
 * @param {import('./contestants/list.mjs').Entry} contestant
 * @param {number[]} outcome
 * @returns {number} the largest difference: absolute for values, relative to the largest entry of
 *   its layer for parameters and gradients
 */
export function difference({ check, checkRuns }, { variant }, outcome) {
  if (check.kind === 'elementwise') {
    const values = Array.from(scatteredValues(check.count), exactFunctions[check.name]);
    return largest(outcome, values);
  }
  const values = expected(check, checkRuns, variant);
  if (outcome.length !== values.length) return Number.POSITIVE_INFINITY;
  if (check.kind === 'predict') return largest(outcome, values);
  return Math.max(
    ...blocks(check.network.layers).map(([from, to]) => {
      const block = values.slice(from, to);
      const scale = Math.max(...block.map(Math.abs));
      return largest(outcome.slice(from, to), block) / scale;
    }),
  );
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function largest(a, b) {
  let worst = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < b.length; i++) {
    const d = Math.abs(a[i] - b[i]);
    if (!(d <= worst)) worst = Number.isNaN(d) ? Number.POSITIVE_INFINITY : d;
  }
  return worst;
}

/**
 * Where each layer's weights and biases lie.
 * @param {number[]} layers
 */
function blocks(layers) {
  let at = 0;
  return layers.slice(1).flatMap((width, l) => {
    const biases = at + width * layers[l];
    const ranges = [
      [at, biases],
      [biases, biases + width],
    ];
    at = biases + width;
    return ranges;
  });
}
