/**
 * Starts the WebAssembly module: once per page, and again after a failure.
 *
 * @typedef {Awaited<ReturnType<typeof import('./wasm.js').createModule>>} Raw
 *   the module's own functions, see wasm/bindings.cpp
 *
 * @typedef {object} LoadOptions
 * @property {URL | BufferSource} [wasm] where the .wasm file is, or its bytes. Needed only where
 *   the build with a separate .wasm file cannot find it by itself. The first call decides.
 */
import { createModule } from './wasm.js';

/** @type {Promise<Raw> | undefined} */
let shared;

/**
 * @param {LoadOptions} [options]
 * @returns {Promise<Raw>} the same module for every caller; a failure is not kept, so a later call
 *   tries again
 */
export function loadModule(options = {}) {
  shared ??= start(options.wasm).catch((cause) => {
    shared = undefined;
    throw new Error(`activation-widgets: the WebAssembly core did not start (${reason(cause)})`, {
      cause,
    });
  });
  return shared;
}

/** @param {unknown} wasm */
async function start(wasm) {
  if (wasm === undefined) return createModule();
  if (wasm instanceof URL) return createModule({ wasmBinary: await download(wasm) });
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) {
    return createModule({ wasmBinary: wasm });
  }
  throw new TypeError(`wasm must be a URL or bytes, not ${wasm}`);
}

/** @param {URL} url */
async function download(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.arrayBuffer();
}

/** @param {any} cause */
const reason = (cause) =>
  typeof WebAssembly === 'undefined' ? 'no WebAssembly here' : (cause?.message ?? cause);
