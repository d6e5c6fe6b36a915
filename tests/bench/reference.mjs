// The slow and obvious answer, in doubles, that every contestant is checked against before it is
// timed. A library that cannot train with this loss or in batches is checked on what it does train.

/**
 * @typedef {import('./workloads.mjs').Network} Network
 *
 * @typedef {object} Variant
 * @property {'logit' | 'raw' | 'activated'} output cross-entropy of a logit; half the squared error
 *   of a linear output; half the squared error of an output that goes through the activation
 * @property {boolean} eachSample updates after every sample instead of every batch
 */

/** @type {Variant} */
const usual = { output: 'logit', eachSample: false };

/**
 * What a task's outcome should be.
 * @param {import('./workloads.mjs').Task} task
 * @param {number} runs
 * @param {Variant} [variant]
 * @returns {number[]}
 */
export function expected(task, runs, variant = usual) {
  if (task.kind === 'elementwise') throw new Error('elementwise values have their own reference');
  const { network } = task;
  if (task.kind === 'predict') {
    return gridOf(task.grid).map((point) => {
      const output = /** @type {number} */ (
        forward(network, network.parameters, point, variant).at(-1)?.[0]
      );
      return variant.output === 'logit' ? 1 / (1 + Math.exp(-output)) : output;
    });
  }
  if (task.kind === 'gradients' && !variant.eachSample) {
    return meanGradient(network, network.parameters, 0, network.batch, variant);
  }
  return trained(network, runs, variant);
}

/**
 * @param {Network} network
 * @param {number} updates
 * @param {Variant} variant
 */
function trained(network, updates, variant) {
  let parameters = network.parameters;
  const size = variant.eachSample ? 1 : network.batch;
  for (let i = 0; i < (updates * network.batch) / size; i++) {
    const gradient = meanGradient(network, parameters, i * size, size, variant);
    parameters = parameters.map((p, k) => p - network.learningRate * gradient[k]);
  }
  return parameters;
}

/**
 * @param {Network} network
 * @param {number[]} parameters
 * @param {number} first sample, counted round the data
 * @param {number} size
 * @param {Variant} variant
 */
function meanGradient(network, parameters, first, size, variant) {
  const sum = parameters.map(() => 0);
  for (let k = first; k < first + size; k++) {
    const sample = k % network.labels.length;
    const point = network.points.slice(2 * sample, 2 * sample + 2);
    backward(network, parameters, point, network.labels[sample], variant, sum);
  }
  return sum.map((g) => g / size);
}

/**
 * @param {Network} network
 * @param {number[]} parameters
 * @param {number[]} point
 * @param {Variant} variant
 * @returns {number[][]} what each layer puts out, the point first
 */
function forward({ layers, activation }, parameters, point, variant) {
  const outputs = [point];
  let at = 0;
  for (let l = 1; l < layers.length; l++) {
    const input = outputs[l - 1];
    const biases = at + layers[l] * input.length;
    const isLast = l === layers.length - 1;
    const f =
      isLast && variant.output !== 'activated' ? (/** @type {number} */ z) => z : value[activation];
    outputs.push(
      Array.from({ length: layers[l] }, (_, o) =>
        f(
          input.reduce(
            (z, x, i) => z + parameters[at + o * input.length + i] * x,
            parameters[biases + o],
          ),
        ),
      ),
    );
    at = biases + layers[l];
  }
  return outputs;
}

/**
 * Adds one sample's gradient to `sum`.
 * @param {Network} network
 * @param {number[]} parameters
 * @param {number[]} point
 * @param {number} label
 * @param {Variant} variant
 * @param {number[]} sum
 */
function backward(network, parameters, point, label, variant, sum) {
  const { layers, activation } = network;
  const outputs = forward(network, parameters, point, variant);
  const y = outputs[layers.length - 1][0];
  const residual = variant.output === 'logit' ? 1 / (1 + Math.exp(-y)) - label : y - label;
  let deltas = [residual * (variant.output === 'activated' ? slope[activation](y) : 1)];
  let end = parameters.length;
  for (let l = layers.length - 1; l > 0; l--) {
    const input = outputs[l - 1];
    const biases = end - layers[l];
    const at = biases - layers[l] * input.length;
    deltas.forEach((delta, o) => {
      sum[biases + o] += delta;
      input.forEach((x, i) => {
        sum[at + o * input.length + i] += delta * x;
      });
    });
    deltas = input.map((x, i) => {
      const back = deltas.reduce(
        (b, delta, o) => b + delta * parameters[at + o * input.length + i],
        0,
      );
      return back * slope[activation](x);
    });
    end = at;
  }
}

const value = { tanh: Math.tanh, sigmoid: (/** @type {number} */ z) => 1 / (1 + Math.exp(-z)) };

/** Slopes, from the value. */
const slope = {
  tanh: (/** @type {number} */ y) => 1 - y * y,
  sigmoid: (/** @type {number} */ y) => y * (1 - y),
};

/** @param {import('./workloads.mjs').Grid} grid */
function gridOf({ xMin, xMax, yMin, yMax, width, height }) {
  return Array.from({ length: width * height }, (_, k) => [
    xMin + ((xMax - xMin) * ((k % width) + 0.5)) / width,
    yMax - ((yMax - yMin) * (Math.floor(k / width) + 0.5)) / height,
  ]);
}
