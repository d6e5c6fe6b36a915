/**
 * Starts the WebAssembly module: once per page, and again after a failure.
 *
 * @typedef {import('../../build/wasm/core.inline.js').MainModule} Raw the module's own functions, see
 *   wasm/bindings.cpp
 * @typedef {(options?: { wasmBinary?: ArrayBuffer | ArrayBufferView }) => Promise<Raw>} CreateModule
 * @typedef {'core' | 'activations'} ModuleName
 * @typedef {() => { default: CreateModule } | Promise<{ default: CreateModule }>} Source
 * @typedef {Record<ModuleName, Source>} Sources
 *
 * @typedef {object} LoadOptions
 * @property {URL | BufferSource} [wasm] where the .wasm file is, or its bytes. Needed only where
 *   the build with a separate .wasm file cannot find it by itself. The first call decides.
 */
import { kind } from './checks.js';

/**
 * What to try where a browser refuses the core: a build for the classic script, see spare.js.
 * @type {{ load?: () => Promise<CreateModule | undefined> }}
 */
export const spare = {};

/**
 * By what makes them, not by name: some builds have one module for both names.
 * @type {Map<CreateModule, Promise<Raw>>}
 */
const started = new Map();
let coreWanted = false;

/** The longest wait for the page's scripts, in milliseconds: one that hangs must not hold us up. */
const PATIENCE = 500;

/** What a .wasm file begins with: a zero byte and "asm". */
const MAGIC = 0x61736d;

/**
 * Says what will be asked for, if perhaps much later: whoever comes first then starts the one module
 * that serves all.
 * @param {ModuleName} name
 */
export function expectModule(name) {
  coreWanted ||= name === 'core';
}

/**
 * @param {ModuleName} name what is enough for the caller; where the page needs the whole core
 *   anyway, that serves everyone
 * @param {Sources} sources where the caller has the modules from: on demand, or at hand
 * @param {LoadOptions} [options]
 * @returns {Promise<Raw>} the same module for every caller; a failure is not kept, so a later call
 *   tries again
 */
export async function loadModule(name, sources, options = {}) {
  expectModule(name);
  if (!coreWanted) await scriptsHaveRun();
  try {
    const { default: createModule } = await sources[coreWanted ? 'core' : name]();
    const module = started.get(createModule) ?? start(createModule, options.wasm);
    started.set(createModule, module);
    module.catch(() => started.get(createModule) === module && started.delete(createModule));
    return await module;
  } catch (cause) {
    throw new Error(`activation-widgets: the WebAssembly core did not start (${reason(cause)})`, {
      cause,
    });
  }
}

/** The next widget of the page, or its next script, may be about to ask for more. */
const scriptsHaveRun = () =>
  new Promise((resolve) => {
    const page = /** @type {PerformanceNavigationTiming | undefined} */ (
      performance.getEntriesByType('navigation')[0]
    );
    const running = page?.domContentLoadedEventStart === 0;
    if (running) document.addEventListener('DOMContentLoaded', resolve, { once: true });
    setTimeout(resolve, running ? PATIENCE : 0);
  });

/** @param {CreateModule} createModule @param {unknown} wasm @returns {Promise<Raw>} */
async function start(createModule, wasm) {
  if (wasm === undefined) {
    return createModule().catch(async (error) => {
      const other = await spare.load?.();
      if (!other) throw error;
      return other();
    });
  }
  if (wasm instanceof URL) return createModule({ wasmBinary: await download(wasm) });
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) {
    return createModule({ wasmBinary: wasm });
  }
  throw new TypeError(`wasm must be a URL or bytes, not ${kind(wasm)}`);
}

/** @param {URL} url */
async function download(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  // A server that answers everything with its page says so here, not as a wrong magic word.
  if (bytes.byteLength < 4 || new DataView(bytes).getInt32(0) !== MAGIC)
    throw new Error(`${url} is no WebAssembly`);
  return bytes;
}

/** @param {any} cause */
const reason = (cause) =>
  typeof WebAssembly === 'undefined'
    ? 'no WebAssembly here'
    : String(cause?.message ?? cause).replace(/ Build with .*/, ''); // advice to whoever compiled it
