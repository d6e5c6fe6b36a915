// The core's activation kernels alone, from bench.wasm: 1 M values that lie in WebAssembly memory.
// And the machine's peak, which is a contestant of its own kind.
import { scatteredValues } from '../inputs.mjs';

/**
 * @param {'shown' | 'network'} kernel
 * @returns {(files: { bench: string, dist: string }) => Promise<import('./contestant.d.ts').Contestant & { peak: () => import('./contestant.d.ts').Job }>}
 */
export const kernels =
  (kernel) =>
  async ({ bench, dist }) => {
    const wasm = await load(bench);
    const { loadCore } = await import(`${dist}core.js`);
    const { activations } = await loadCore();
    return {
      elementwise({ name, count }) {
        const index = activations.findIndex((/** @type {{ id: string }} */ { id }) => id === name);
        const parameter = activations[index].parameters[0]?.default ?? 0;
        const { buffer } = wasm.memory;
        new Float32Array(buffer, wasm.inputs_at(), count).set(scatteredValues(count));
        return {
          run(times) {
            for (let i = 0; i < times; i++) wasm[kernel](index, count, parameter);
          },
          outcome: () => new Float32Array(buffer, wasm.outputs_at(), count),
        };
      },
      peak: () => ({
        run: (/** @type {number} */ times) => void wasm.peak(times, 0.999, 0.001),
        outcome: () => [],
      }),
    };
  };

/**
 * @param {string} url
 * @returns {Promise<any>}
 */
async function load(url) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(url), {});
  const wasm = /** @type {any} */ (instance.exports);
  wasm._initialize();
  return wasm;
}
