import { largestSeed, trainingNames } from './areas.js';
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkObject,
  checkOptions,
  kind,
} from './checks.js';

/**
 * @typedef {object} NetworkOptions
 * @property {number[]} layers widths: inputs, hidden layers, outputs; 1 to 64 layers after the
 *   inputs, each 1 to 256 wide
 * @property {string | string[]} [activation] of all hidden layers, or of each (tanh)
 * @property {Record<string, number> | Record<string, number>[]} [activationParameters] for all
 *   hidden layers, or for each; a learned one starts from it
 * @property {boolean} [residual] hidden layers as wide as their input add it to their values
 * @property {string} [init] he_normal, he_uniform, xavier_normal (default), xavier_uniform,
 *   lecun_normal, uniform (as PyTorch's Linear, biases too) or zeros
 * @property {number} [seed] of the first weights and the order of samples, 0 to 2³² - 1 (42)
 * @property {string} [loss] bce (default with one output), cross_entropy (default with several) or
 *   mse
 * @property {string} [optimizer] sgd, momentum, nesterov, rmsprop or adam (default)
 * @property {number} [learningRate] 0.03
 * @property {number} [momentum] 0.9, of momentum and nesterov
 * @property {number} [beta1] 0.9, of adam
 * @property {number} [beta2] 0.999, of adam
 * @property {number} [l1] 0; l1 Σ|w| + l2/2 Σw² over weights is part of the loss
 * @property {number} [l2] 0
 * @property {number} [batchSize] 32
 */

const defaults = {
  layers: /** @type {number[] | undefined} */ (undefined),
  activation: /** @type {string | string[]} */ ('tanh'),
  activationParameters: /** @type {Record<string, number> | Record<string, number>[]} */ ({}),
  residual: false,
  init: 'xavier_normal',
  seed: 42,
  loss: /** @type {string | undefined} */ (undefined),
  optimizer: 'adam',
  learningRate: 0.03,
  momentum: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  l1: 0,
  l2: 0,
  batchSize: 32,
};

const belowOne = 1 - Number.EPSILON / 2;

/** What numbers may be, from and to. @type {[keyof typeof defaults, number, number][]} */
const ranges = [
  ['learningRate', 0, Infinity],
  ['momentum', 0, belowOne],
  ['beta1', 0, belowOne],
  ['beta2', 0, belowOne],
  ['l1', 0, Infinity],
  ['l2', 0, Infinity],
];

/** @typedef {ReturnType<typeof checkSettings>} Settings as the module takes them */

/**
 * @param {NetworkOptions} options
 * @param {ReturnType<typeof trainingNames>} names
 * @param {readonly import('./facts.js').Activation[]} activations
 */
export function checkSettings(options, names, activations) {
  const o = checkOptions('createNetwork', options, defaults);
  const { layers, learningRate, momentum, beta1, beta2, l1, l2, batchSize, seed } = o;
  if (!Array.isArray(layers))
    throw new TypeError(`createNetwork: layers must be an array, not ${kind(layers)}`);
  checkInteger('createNetwork: the number of layers after the inputs', layers.length - 1, 1, 64);
  for (const width of layers) checkInteger('createNetwork: a width of layers', width, 1, 256);
  const hidden = layers.length - 2;
  const outputs = layers[layers.length - 1];

  const ids = activations.map(({ id }) => id);
  const chosen = each('activation', o.activation, hidden).map(
    (id) => activations[checkName('activation', id, ids)],
  );
  const parameters = each('activationParameters', o.activationParameters, hidden).map(
    (given, l) => {
      const { id, parameters } = chosen[l];
      const [parameter] = parameters;
      // What is given for all layers is for those that know it.
      const known = Array.isArray(o.activationParameters) ? [chosen[l]] : chosen;
      const values = checkObject('createNetwork: activationParameters', given ?? {});
      for (const name of Object.keys(values)) {
        if (known.every((activation) => activation.parameters[0]?.name !== name)) {
          throw new RangeError(
            `createNetwork: ${id} has no parameter "${name}"; it has ${parameter?.name ?? 'none'}`,
          );
        }
      }
      if (!parameter) return 0;
      const { name, default: fallback, min, max } = parameter;
      return checkNumber(`createNetwork: ${name}`, values[name] ?? fallback, min, max);
    },
  );

  const loss = o.loss ?? (outputs === 1 ? 'bce' : 'cross_entropy');
  const init = checkName('init', o.init, names.inits);
  const lossIndex = checkName('loss', loss, names.losses);
  const optimizer = checkName('optimizer', o.optimizer, names.optimizers);
  if ((loss === 'bce' && outputs !== 1) || (loss === 'cross_entropy' && outputs === 1)) {
    throw new RangeError(
      `createNetwork: loss ${loss} needs ${loss === 'bce' ? 'one output' : 'at least two outputs'}, not ${outputs}`,
    );
  }
  for (const [name, min, max] of ranges) checkNumber(`createNetwork: ${name}`, o[name], min, max);
  checkInteger('createNetwork: batchSize', batchSize, 1, 2 ** 20);
  checkInteger('createNetwork: seed', seed, 0, largestSeed);
  return {
    layers,
    activations: chosen.map((activation) => activations.indexOf(activation)),
    parameters,
    numbers: /** @type {const} */ ([
      ...[checkBoolean('createNetwork: residual', o.residual), init, seed, lossIndex, optimizer],
      ...[learningRate, momentum, beta1, beta2, l1, l2, batchSize],
    ]),
  };
}

/**
 * One value for every hidden layer.
 * @template T
 * @param {string} name
 * @param {T | T[]} given
 * @param {number} hidden
 * @returns {T[]}
 */
function each(name, given, hidden) {
  if (!Array.isArray(given)) return Array(hidden).fill(given);
  if (given.length !== hidden) {
    throw new RangeError(
      `createNetwork: ${name} must have one entry for each of the ${hidden} hidden layers, not ${given.length}`,
    );
  }
  // Holes become undefined, which is checked like anything else.
  return Array.from(given);
}
