// What is measured. Every contestant gets the same start weights and the same data, made here once
// and the same in every run.

/**
 * A network and what it learns from. Parameters lie layer by layer: weights row by row (one row per
 * neuron), then biases. All hidden layers have the one activation, the output is one logit.
 *
 * @typedef {object} Network
 * @property {number[]} layers
 * @property {'tanh' | 'sigmoid'} activation
 * @property {number[]} parameters
 * @property {number} batch samples of one update
 * @property {number} learningRate
 * @property {number[]} points one sample after the other
 * @property {number[]} labels 0 or 1
 *
 * @typedef {{ xMin: number, xMax: number, yMin: number, yMax: number, width: number, height: number }} Grid
 *   of pixels, each evaluated at its centre, row 0 at yMax
 *
 * @typedef {{ kind: 'train', network: Network }} Train plain gradient descent
 * @typedef {{ kind: 'predict', network: Network, grid: Grid }} Predict
 * @typedef {{ kind: 'gradients', network: Network }} Gradients one batch forward and backward
 * @typedef {{ kind: 'elementwise', name: ElementwiseName, count: number }} Elementwise see inputs.mjs
 * @typedef {'sigmoid' | 'tanh' | 'gelu' | 'swish' | 'relu'} ElementwiseName
 * @typedef {Train | Predict | Gradients | Elementwise} Task
 *
 * @typedef {object} Workload
 * @property {string} id
 * @property {string} title
 * @property {string} unit counted per second
 * @property {number} unitsPerRun what one run of the task counts for
 * @property {number} flops per unit: 6 per weight for training, 2 for inference; 0 is "not counted"
 * @property {Task} task
 * @property {Task} check a task small enough for the reference
 * @property {number} checkRuns
 */

/** @type {ElementwiseName[]} */
const functions = ['sigmoid', 'tanh', 'gelu', 'swish', 'relu'];

/** @returns {Workload[]} */
export function workloads() {
  const small = [2, 8, 8, 1];
  const large = [2, 32, 32, 32, 1];
  const deep = [2, ...Array(50).fill(32), 1];
  const grid = { xMin: -1.2, xMax: 1.2, yMin: -1.2, yMax: 1.2, width: 256, height: 256 };
  const network = networkOn(small, 'tanh', 32, 512);
  const deepNetwork = networkOn(deep, 'sigmoid', 64, 64);
  return [
    training('A', small, 32),
    training('B', large, 128),
    {
      id: 'C',
      title: 'predict 2-8-8-1, tanh, over a grid of 256×256',
      unit: 'points/s',
      unitsPerRun: grid.width * grid.height,
      flops: 2 * weightCount(small),
      task: { kind: 'predict', network, grid },
      check: { kind: 'predict', network, grid },
      checkRuns: 1,
    },
    ...functions.map((name) => elementwise(name)),
    {
      id: 'E',
      title: 'forward and backward, 64 samples through 50 sigmoid layers of 32',
      unit: 'passes/s',
      unitsPerRun: 1,
      flops: 6 * 64 * weightCount(deep),
      task: { kind: 'gradients', network: deepNetwork },
      check: { kind: 'gradients', network: deepNetwork },
      checkRuns: 1,
    },
  ];
}

/**
 * @param {string} id
 * @param {number[]} layers
 * @param {number} batch
 * @returns {Workload}
 */
function training(id, layers, batch) {
  return {
    id,
    title: `train ${layers.join('-')}, tanh, cross-entropy, plain gradient descent, batches of ${batch}`,
    unit: 'samples/s',
    unitsPerRun: batch,
    flops: 6 * weightCount(layers),
    task: { kind: 'train', network: networkOn(layers, 'tanh', batch, 16 * batch) },
    // All data in one batch: the order in which a contestant draws samples plays no part.
    check: { kind: 'train', network: networkOn(layers, 'tanh', batch, batch) },
    checkRuns: 20,
  };
}

/**
 * @param {ElementwiseName} name
 * @returns {Workload}
 */
function elementwise(name) {
  return {
    id: `D ${name}`,
    title: `${name} of 1 M values`,
    unit: 'values/s',
    unitsPerRun: 1e6,
    flops: 0,
    task: { kind: 'elementwise', name, count: 1e6 },
    check: { kind: 'elementwise', name, count: 4099 },
    checkRuns: 1,
  };
}

/** @param {number[]} layers */
const weightCount = (layers) =>
  layers.slice(1).reduce((sum, width, i) => sum + width * layers[i], 0);

/**
 * A disc inside a ring, and weights of twice Xavier's spread: wide enough that gradients stay in the
 * range of floats through 50 sigmoid layers.
 * @param {number[]} layers
 * @param {Network['activation']} activation
 * @param {number} batch
 * @param {number} samples
 * @returns {Network}
 */
function networkOn(layers, activation, batch, samples) {
  const random = uniform(layers.length);
  const parameters = layers.slice(1).flatMap((width, i) => {
    const spread = (activation === 'sigmoid' ? 2 : 1) * Math.sqrt(3 / layers[i]);
    const weights = Array.from({ length: width * layers[i] }, () => spread * (2 * random() - 1));
    return [...weights, ...Array.from({ length: width }, () => 0.2 * random() - 0.1)];
  });
  const labels = Array.from({ length: samples }, (_, i) => i % 2);
  const points = labels.flatMap((label) => {
    const radius = label ? 0.7 + 0.3 * random() : 0.5 * random();
    const angle = 2 * Math.PI * random();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const learningRate = 0.1;
  const floats = { parameters: parameters.map(Math.fround), points: points.map(Math.fround) };
  return { layers, activation, batch, learningRate, labels, ...floats };
}

/**
 * @param {number} seed
 * @returns {() => number} in [0, 1)
 */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
