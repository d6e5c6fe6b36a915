/**
 * The headless API: the numbers without the widgets, in browsers, workers and Node.
 * Each capability is one file that takes the raw module and returns what it adds; a widget takes
 * only those it needs, so that a page with one widget does not carry the code of all.
 */
import { activations } from './activations.js';
import { sources } from './at-hand.js';
import { collapse } from './collapse.js';
import { contour } from './contour.js';
import { csv } from './csv.js';
import { datasets } from './dataset.js';
import { bytesOf } from './download.js';
import { gaussian } from './gaussian.js';
import { gradientFlow } from './gradient-flow.js';
import { loadModule } from './module.js';
import { networks } from './network.js';
import { widest } from './widest.js';

/** @typedef {Readonly<ReturnType<typeof core>>} Core */

/** @param {import('./module.js').Raw} raw */
const core = (raw) => ({
  /** Whether this is the build with SIMD. */
  simd: raw.simd(),
  ...activations(raw),
  ...gaussian(raw),
  ...datasets(raw),
  ...networks(raw),
  ...widest(raw),
  ...contour(raw),
  ...csv(raw),
  ...gradientFlow(raw),
  ...collapse(raw),
});

/** @type {WeakMap<import('./module.js').Raw, Core>} */
const cores = new WeakMap();

/**
 * @typedef {object} LoadOptions
 * @property {URL | import('./module.js').Bytes} [wasm] where the .wasm file is, or its bytes. Needed
 *   only where the build with a separate .wasm file cannot find it by itself. The first call decides.
 */

/**
 * @param {LoadOptions} [options]
 * @returns {Promise<Core>} one per page
 */
export async function loadCore({ wasm } = {}) {
  const raw = await loadModule('core', sources, wasm === undefined ? wasm : () => bytesOf(wasm));
  if (!cores.has(raw)) {
    cores.set(raw, Object.freeze(core(raw)));
  }
  return /** @type {Core} */ (cores.get(raw));
}
