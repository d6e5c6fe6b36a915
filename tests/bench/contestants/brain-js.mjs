// brain.js: every layer has the one activation, the last too; it minimises the squared error and
// updates after each sample. One run trains on a batch's number of samples.
import brain from 'brain.js/dist/neural-network.js';
import { gridPoints } from '../inputs.mjs';

/** @param {import('../workloads.mjs').Network} description */
function build({ layers, activation, parameters, learningRate }) {
  const network = new brain.default({ activation });
  network.sizes = layers;
  network.initialize();
  Object.assign(network.trainOpts, { learningRate, momentum: 0 });
  let at = 0;
  for (let l = 1; l < layers.length; l++) {
    for (const weights of network.weights[l]) {
      for (let i = 0; i < weights.length; i++) weights[i] = parameters[at++];
    }
    for (let o = 0; o < layers[l]; o++) network.biases[l][o] = parameters[at++];
  }
  return network;
}

/** @param {import('../workloads.mjs').Train | import('../workloads.mjs').Gradients} task */
function train({ network: description }) {
  const network = build(description);
  const { points, labels, batch, layers } = description;
  const patterns = labels.map((label, i) => ({
    input: Float32Array.from(points.slice(2 * i, 2 * i + 2)),
    output: Float32Array.of(label),
  }));
  let next = 0;
  return {
    /** @param {number} times */
    run(times) {
      for (let k = 0; k < times * batch; k++) {
        network.trainPattern(patterns[next]);
        next = (next + 1) % patterns.length;
      }
    },
    outcome: () =>
      layers
        .slice(1)
        .flatMap((_, l) => [
          ...network.weights[l + 1].flatMap((/** @type {Float32Array} */ row) => [...row]),
          ...network.biases[l + 1],
        ]),
  };
}

/** @type {import('./contestant.d.ts').Start} */
export default async () => ({
  train,
  gradients: train,

  predict({ network: description, grid }) {
    const network = build(description);
    const points = gridPoints(grid);
    const result = new Float32Array(grid.width * grid.height);
    const point = new Float32Array(2);
    return {
      run(times) {
        for (let k = 0; k < times * result.length; k++) {
          const i = k % result.length;
          point[0] = points[2 * i];
          point[1] = points[2 * i + 1];
          result[i] = network.runInput(point)[0];
        }
      },
      outcome: () => result,
    };
  },
});
