// onnxruntime-web on one thread: inference only. The points are handed over once, before the clock.
import * as ort from 'onnxruntime-web/wasm';
import { gridPoints } from '../inputs.mjs';
import { onnxModel } from './onnx-model.mjs';

/** @type {import('./contestant.d.ts').Start} */
export default async ({ peers }) => {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = `${peers}onnxruntime-web/dist/`;
  return {
    async predict({ network, grid }) {
      const session = await ort.InferenceSession.create(onnxModel(network), {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
      });
      const x = new ort.Tensor('float32', gridPoints(grid), [grid.width * grid.height, 2]);
      /** @type {Float32Array} */
      let result;
      return {
        async run(times) {
          for (let i = 0; i < times; i++) result = (await session.run({ x })).y.data;
        },
        outcome: () => result,
      };
    },
  };
};
