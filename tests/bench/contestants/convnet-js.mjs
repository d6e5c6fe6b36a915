// ConvNetJS: a linear output with half the squared error, since its only classifying layers have two
// outputs or more. E is its forward and backward pass without an update.
import convnetjs from 'convnetjs';
import { gridPoints } from '../inputs.mjs';

/** @param {import('../workloads.mjs').Network} description */
function build({ layers, activation, parameters }) {
  const network = new convnetjs.Net();
  network.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: layers[0] },
    ...layers.slice(1, -1).map((width) => ({ type: 'fc', num_neurons: width, activation })),
    { type: 'regression', num_neurons: 1 },
  ]);
  let at = 0;
  for (const { params } of network.getParamsAndGrads()) {
    for (let i = 0; i < params.length; i++) params[i] = parameters[at++];
  }
  return network;
}

/** @param {import('../workloads.mjs').Network} description */
const volumes = ({ points, labels }) =>
  labels.map((label, i) => ({
    volume: new convnetjs.Vol(points.slice(2 * i, 2 * i + 2)),
    target: [label],
  }));

/** @type {import('./contestant.d.ts').Start} */
export default async () => ({
  train({ network: description }) {
    const network = build(description);
    const { batch, learningRate } = description;
    const trainer = new convnetjs.Trainer(network, {
      method: 'sgd',
      learning_rate: learningRate,
      momentum: 0,
      batch_size: batch,
      l2_decay: 0,
    });
    const samples = volumes(description);
    let next = 0;
    return {
      run(times) {
        for (let k = 0; k < times * batch; k++) {
          trainer.train(samples[next].volume, samples[next].target);
          next = (next + 1) % samples.length;
        }
      },
      outcome: () => network.getParamsAndGrads().flatMap((/** @type {any} */ p) => [...p.params]),
    };
  },

  predict({ network: description, grid }) {
    const network = build(description);
    const points = gridPoints(grid);
    const result = new Float32Array(grid.width * grid.height);
    const volume = new convnetjs.Vol(1, 1, 2, 0);
    return {
      run(times) {
        for (let k = 0; k < times * result.length; k++) {
          const i = k % result.length;
          volume.w[0] = points[2 * i];
          volume.w[1] = points[2 * i + 1];
          result[i] = network.forward(volume).w[0];
        }
      },
      outcome: () => result,
    };
  },

  gradients({ network: description }) {
    const network = build(description);
    const samples = volumes(description);
    const gradients = network.getParamsAndGrads().map((/** @type {any} */ p) => p.grads);
    return {
      run(times) {
        for (let k = 0; k < times; k++) {
          for (const gradient of gradients) gradient.fill(0);
          for (const { volume, target } of samples) {
            network.forward(volume, true);
            network.backward(target);
          }
        }
      },
      outcome: () =>
        gradients.flatMap((/** @type {Float64Array} */ g) => [...g].map((x) => x / samples.length)),
    };
  },
});
