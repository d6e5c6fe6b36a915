import { trainingNames } from './areas.js';
import { checkInteger, checkName, checkNumber } from './checks.js';
import { activationFacts, defaultOf } from './facts.js';

/**
 * @typedef {object} Flow by layer, the first one at the input
 * @property {number} depth
 * @property {Float64Array} norm Euclidean norm of ∂L/∂W
 * @property {Float64Array} share norm divided by that of a single layer without an activation
 * @property {Float64Array} slopes mean slopes from the top down to the layer, multiplied
 * @property {Float64Array} spread standard deviation of the activations
 */

/**
 * Gradient flow as core.gradientFlow measures it, but in pieces that fit into a frame, and with
 * what networks of several depths and activations share kept between calls; and the textbook's
 * products of slopes.
 * @param {import('./module.js').Raw} raw
 */
export function flow(raw) {
  const { inits } = trainingNames(raw);
  const facts = activationFacts(raw);
  const ids = facts.map(({ id }) => id);
  const indexOf = (/** @type {string} */ id) => checkName('activation', id, ids);
  const parameterOf = (/** @type {number} */ index) => defaultOf(facts[index]);

  return {
    /** @type {string[]} names of initialisers */
    inits,

    /** The largest slope of an activation. @param {string} id */
    greatestSlope(id) {
      const index = indexOf(id);
      return raw.greatestSlope(index, parameterOf(index));
    },

    /** @param {number} slope @param {number} depth 1 to 64 @returns {Float64Array} slope¹ … slope^depth */
    slopeProducts(slope, depth) {
      checkNumber('slopeProducts: slope', slope, -Infinity, Infinity);
      checkInteger('slopeProducts: depth', depth, 1, 64);
      return raw.slopeProducts(slope, depth).slice();
    },

    /**
     * @param {{ activation: string, width: number, init: string, residual: boolean, seed: number, batch: number }} settings
     */
    createFlow({ activation, width, init, residual, seed, batch }) {
      checkInteger('createFlow: width', width, 1, 256);
      checkInteger('createFlow: batch', batch, 1, 1024);
      const index = indexOf(activation);
      const start = checkName('init', init, inits);
      const handle = raw.flowCreate(index, parameterOf(index), width, start, residual, seed, batch);
      if (!handle) throw new RangeError(`createFlow: not enough memory for layers of ${width}`);
      let open = true;
      let wanted = 0;
      return {
        /** Sets out for the networks of a depth. @param {number} depth 1 to 64 */
        begin(depth) {
          checkInteger('begin: depth', depth, 1, 64);
          if (!open) throw new Error('begin: the flow has been disposed of');
          wanted = depth;
          raw.flowBegin(handle, depth);
        },
        /** Takes some layers further. @param {number} layers @returns {boolean} whether all is done */
        advance: (layers) => open && raw.flowAdvance(handle, layers),
        /** @returns {Flow} */
        result() {
          /** @type {Float64Array} */
          const numbers = raw.flowResult(handle);
          const column = (/** @type {number} */ k) =>
            Float64Array.from({ length: wanted }, (_, layer) => numbers[3 * layer + k]);
          const share = numbers.slice(3 * wanted);
          return { depth: wanted, norm: column(0), slopes: column(1), spread: column(2), share };
        },
        dispose() {
          if (open) raw.flowDispose(handle);
          open = false;
        },
      };
    },
  };
}
