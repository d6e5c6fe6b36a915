import { largestSeed, trainingNames } from './areas.js';
import { checkBoolean, checkInteger, checkName, checkOptions } from './checks.js';
import { activationFacts, defaultOf } from './facts.js';

/**
 * @typedef {object} GradientFlow by layer, the first one at the input
 * @property {Float64Array} gradientNorm Euclidean norm of ∂L/∂W
 * @property {Float64Array} slopeProduct the mean slopes of the layers from the top down to this
 *   one, multiplied: the textbook's estimate
 * @property {Float64Array} activationStd
 */

/**
 * How gradients fade on their way down.
 * @param {import('./module.js').Raw} raw
 */
export function gradientFlow(raw) {
  const { inits } = trainingNames(raw);
  const facts = activationFacts(raw);
  const ids = facts.map(({ id }) => id);
  return {
    /**
     * A forward and backward pass through a random network of `depth` equal layers. The inputs are
     * standard normal; the loss is the mean over the batch of r · y, r standard normal, y the last
     * layer's values.
     *
     * @param {{ activation?: string, depth?: number, width?: number, init?: string,
     *   residual?: boolean, seed?: number, batch?: number }} [options] depth 1 to 64 (10); width
     *   1 to 256 (32); batch 1 to 1024 (64); init he_normal; seed 42; activation relu
     * @returns {GradientFlow}
     */
    gradientFlow(options = {}) {
      const { activation, depth, width, init, residual, seed, batch } = checkOptions(
        'gradientFlow',
        options,
        {
          activation: 'relu',
          depth: 10,
          width: 32,
          init: 'he_normal',
          residual: false,
          seed: 42,
          batch: 64,
        },
      );
      const index = checkName('activation', activation, ids);
      checkInteger('gradientFlow: depth', depth, 1, 64);
      checkInteger('gradientFlow: width', width, 1, 256);
      checkInteger('gradientFlow: seed', seed, 0, largestSeed);
      checkInteger('gradientFlow: batch', batch, 1, 1024);
      const start = checkName('init', init, inits);
      const parameter = defaultOf(facts[index]);
      /** @type {Float64Array} */
      const numbers = raw.gradientFlow(
        index,
        parameter,
        depth,
        width,
        start,
        checkBoolean('gradientFlow: residual', residual),
        seed,
        batch,
      );
      if (numbers.length === 0) {
        throw new RangeError(
          `gradientFlow: not enough memory for ${depth} layers of ${width} with ${batch} samples`,
        );
      }
      const [gradientNorm, slopeProduct, activationStd] = [0, 1, 2].map((column) =>
        Float64Array.from({ length: depth }, (_, layer) => numbers[3 * layer + column]),
      );
      return { gradientNorm, slopeProduct, activationStd };
    },
  };
}
