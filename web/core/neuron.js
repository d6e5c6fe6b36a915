import { checkInteger, checkName, checkNumber } from './checks.js';
import { activationFacts } from './facts.js';

/**
 * @typedef {object} NeuronParameters
 * @property {number[]} weights two
 * @property {number} bias
 * @property {number} shape the parameter of the activation (α, β); learned by PReLU alone
 *
 * @typedef {object} NeuronPass
 * @property {number} loss mean squared error
 * @property {number} firing how many samples have z > 0
 * @property {number} least of z
 * @property {number} mean of z
 * @property {number} greatest of z
 * @property {NeuronParameters} gradient of the loss
 * @property {NeuronParameters} update −learningRate × gradient
 * @property {NeuronParameters} next after the update
 * @property {Float32Array} sums z of each sample
 * @property {Float32Array} values f(z) of each sample
 */

/**
 * One neuron with two inputs, taught the target x₁ + x₂ / 2.
 * @param {import('./module.js').Raw} raw
 */
export function neuron(raw) {
  const ids = activationFacts(raw).map(({ id }) => id);
  return {
    /**
     * Inputs with positive components, as after a ReLU layer.
     * @param {number} seed
     * @param {number} samples 1 to 256
     * @returns {Float64Array} x₁ x₂ one after the other
     */
    neuronInputs(seed, samples) {
      checkInteger('neuronInputs: samples', samples, 1, 256);
      return raw.neuronInputs(seed, samples).slice();
    },

    /**
     * What one update does: forward, backward, and the step of gradient descent.
     * @param {NeuronParameters & { activation: string, learningRate: number, seed: number, samples: number }} settings
     * @returns {NeuronPass}
     */
    neuronPass({ weights, bias, shape, activation, learningRate, seed, samples }) {
      const index = checkName('activation', activation, ids);
      checkNumber('neuronPass: learningRate', learningRate, 0, Infinity);
      checkInteger('neuronPass: samples', samples, 1, 256);
      raw.demoNumbers().set([...weights, bias, shape]);
      const [loss, firing, least, mean, greatest, ...rest] = raw.neuronPass(
        index,
        learningRate,
        seed,
        samples,
      );
      const parameters = (/** @type {number} */ at) => ({
        weights: rest.slice(at, at + 2),
        bias: rest[at + 2],
        shape: rest[at + 3],
      });
      return {
        loss,
        firing,
        least,
        mean,
        greatest,
        gradient: parameters(0),
        update: parameters(4),
        next: parameters(8),
        sums: raw.neuronSums().slice(),
        values: raw.neuronValues().slice(),
      };
    },
  };
}
