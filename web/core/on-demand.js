/**
 * The WebAssembly builds for widgets: the whole core, and the part of it that only evaluates
 * functions, a third of the bytes, for a page whose widgets need no more. They are imported when first
 * asked for, so a page gets the one it uses.
 *
 * @type {import('./module.js').Sources}
 */
export const sources = {
  core: () => import('../../build/wasm/core.inline.js'),
  activations: () => /** @type {Promise<any>} */ (import('../../build/wasm/activations.inline.js')),
};
