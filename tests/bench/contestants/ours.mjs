// The project's own core, through its public API only.
import { scatteredValues } from '../inputs.mjs';

/** @type {import('./contestant.d.ts').Start} */
export default async ({ dist }) => {
  const { loadCore } = await import(/* @vite-ignore */ `${dist}core.js`);
  const core = await loadCore();

  /** @param {import('../workloads.mjs').Network} description */
  const create = ({ layers, activation, parameters, batch, learningRate, points, labels }) => {
    const network = core.createNetwork({
      layers,
      activation,
      loss: 'bce',
      optimizer: 'sgd',
      learningRate,
      batchSize: batch,
      seed: 1,
    });
    network.parameters = Float32Array.from(parameters);
    const data = { points: Float32Array.from(points), labels: Uint8Array.from(labels) };
    return { network, ...data };
  };

  return {
    train(task) {
      const { network, points, labels } = create(task.network);
      return {
        run: (times) => void network.train(points, labels, times),
        outcome: () => network.parameters,
        dispose: () => network.dispose(),
      };
    },

    predict(task) {
      const { network } = create(task.network);
      /** @type {Float32Array} */
      let result;
      return {
        run(times) {
          for (let i = 0; i < times; i++) result = network.predictGrid(task.grid);
        },
        outcome: () => result,
        dispose: () => network.dispose(),
      };
    },

    gradients(task) {
      const { network, points, labels } = create(task.network);
      /** @type {Float32Array} */
      let result;
      return {
        run(times) {
          for (let i = 0; i < times; i++) result = network.gradients(points, labels);
        },
        outcome: () => result,
        dispose: () => network.dispose(),
      };
    },

    elementwise({ name, count }) {
      const x = scatteredValues(count);
      const into = { value: new Float32Array(count), derivative: new Float32Array(count) };
      return {
        run(times) {
          for (let i = 0; i < times; i++) core.evaluate(name, x, {}, into);
        },
        outcome: () => into.value,
      };
    },
  };
};
