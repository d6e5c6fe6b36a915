/**
 * The headless API: the numbers without the widgets, in browsers, workers and Node.
 * Each capability is one file that takes the raw module and returns what it adds; a widget takes
 * only those it needs, so that a page with one widget does not carry the code of all.
 */
import { activations } from './activations.js';
import { gaussian } from './gaussian.js';
import { loadModule } from './module.js';

/** @typedef {{ readonly simd: boolean } & ReturnType<typeof activations> & ReturnType<typeof gaussian>} Core */

/** @type {WeakMap<import('./module.js').Raw, Core>} */
const cores = new WeakMap();

/**
 * @param {import('./module.js').LoadOptions} [options]
 * @returns {Promise<Core>} one per page
 */
export async function loadCore(options) {
  const raw = await loadModule(options);
  if (!cores.has(raw)) {
    cores.set(raw, Object.freeze({ simd: raw.simd(), ...activations(raw), ...gaussian(raw) }));
  }
  return /** @type {Core} */ (cores.get(raw));
}
