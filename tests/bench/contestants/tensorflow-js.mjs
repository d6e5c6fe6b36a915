// TensorFlow.js, its kernels and gradients called directly (no Keras layer on top, which is slower).
// One entry file for each backend, since a page has one backend at a time.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { gridPoints, scatteredValues } from '../inputs.mjs';

/** @param {import('../workloads.mjs').Network} description */
function variablesOf({ layers, parameters }) {
  let at = 0;
  return layers.slice(1).map((width, l) => {
    const size = width * layers[l];
    // Its matrices are [in][out], ours [out][in].
    const rows = tf.tensor2d(parameters.slice(at, at + size), [width, layers[l]]);
    const weights = tf.variable(tf.transpose(rows));
    const biases = tf.variable(tf.tensor1d(parameters.slice(at + size, at + size + width)));
    at += size + width;
    return { weights, biases };
  });
}

/**
 * @param {any} x
 * @param {ReturnType<typeof variablesOf>} variables
 * @param {'tanh' | 'sigmoid'} activation
 */
function logits(x, variables, activation) {
  let y = x;
  variables.forEach(({ weights, biases }, l) => {
    y = tf.add(tf.matMul(y, weights), biases);
    if (l < variables.length - 1) y = activation === 'tanh' ? tf.tanh(y) : tf.sigmoid(y);
  });
  return y;
}

/** Cross-entropy of logits, in its steady form: max(z, 0) - z y + log(1 + e^-|z|). */
const lossOf = (/** @type {any} */ z, /** @type {any} */ y) =>
  tf.mean(tf.add(tf.sub(tf.relu(z), tf.mul(z, y)), tf.log1p(tf.exp(tf.neg(tf.abs(z))))));

/** @param {import('../workloads.mjs').Network} description */
function batchesOf({ points, labels, batch }) {
  return Array.from({ length: labels.length / batch }, (_, i) => ({
    x: tf.tensor2d(points.slice(2 * i * batch, 2 * (i + 1) * batch), [batch, 2]),
    y: tf.tensor2d(labels.slice(i * batch, (i + 1) * batch), [batch, 1]),
  }));
}

/**
 * @param {{ weights: any, biases: any }[]} tensors
 * @returns {Promise<number[]>}
 */
async function flat(tensors) {
  const parts = [];
  for (const { weights, biases } of tensors) {
    parts.push(...(await tf.transpose(weights).data()), ...(await biases.data()));
  }
  return parts;
}

/** @type {Record<string, (x: any) => any>} */
const functions = {
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  gelu: (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)),
  swish: (x) => tf.mul(x, tf.sigmoid(x)),
  relu: (x) => tf.relu(x),
};

/** @type {import('./contestant.d.ts').Contestant} */
export const tensorflow = {
  train({ network }) {
    const variables = variablesOf(network);
    const batches = batchesOf(network);
    const optimizer = tf.train.sgd(network.learningRate);
    let next = 0;
    return {
      run(times) {
        for (let i = 0; i < times; i++) {
          const { x, y } = batches[next];
          optimizer.minimize(() => lossOf(logits(x, variables, network.activation), y));
          next = (next + 1) % batches.length;
        }
      },
      outcome: () => flat(variables),
    };
  },

  predict({ network, grid }) {
    const variables = variablesOf(network);
    const x = tf.tensor2d(gridPoints(grid), [grid.width * grid.height, 2]);
    /** @type {Float32Array} */
    let result;
    return {
      run(times) {
        for (let i = 0; i < times; i++) {
          result = tf.tidy(() => tf.sigmoid(logits(x, variables, network.activation)).dataSync());
        }
      },
      outcome: () => result,
    };
  },

  gradients({ network }) {
    const variables = variablesOf(network);
    const [{ x, y }] = batchesOf(network);
    const list = variables.flatMap(({ weights, biases }) => [weights, biases]);
    const pass = () =>
      tf.variableGrads(() => lossOf(logits(x, variables, network.activation), y), list).grads;
    return {
      run(times) {
        for (let i = 0; i < times; i++) tf.dispose(pass());
      },
      outcome() {
        const grads = pass();
        return flat(
          variables.map(({ weights, biases }) => ({
            weights: grads[weights.name],
            biases: grads[biases.name],
          })),
        );
      },
    };
  },

  elementwise({ name, count }) {
    const x = tf.tensor1d(scatteredValues(count));
    return {
      run(times) {
        for (let i = 0; i < times; i++) tf.tidy(() => void functions[name](x));
      },
      outcome: () => functions[name](x).data(),
      dispose: () => x.dispose(),
    };
  },
};
