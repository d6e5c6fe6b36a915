/**
 * The only file that imports the WebAssembly builds: the whole core, and the part of it that only
 * evaluates functions, a third of the bytes, for a page whose widgets need no more. They are imported
 * when first asked for, so a page gets the one it uses; the classic script and the build with a
 * separate .wasm file have one module in the place of the other.
 *
 * @typedef {import('../../build/wasm/core.inline.js').MainModule} Raw
 * @typedef {(options?: { wasmBinary?: ArrayBuffer | ArrayBufferView }) => Promise<Raw>} CreateModule
 */

/** @type {Record<'core' | 'activations', () => Promise<{ default: CreateModule }>>} */
export const modules = {
  core: () => import('../../build/wasm/core.inline.js'),
  activations: () => /** @type {Promise<any>} */ (import('../../build/wasm/activations.inline.js')),
};
