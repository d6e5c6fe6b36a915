/**
 * Starts the WebAssembly module: once per page, and again after a failure.
 *
 * @typedef {import('../../build/wasm/core.inline.js').MainModule} Raw the module's own functions, see
 *   wasm/bindings.cpp
 * @typedef {ArrayBuffer | ArrayBufferView} Bytes of a .wasm file
 * @typedef {(options?: { wasmBinary?: Promise<Bytes> }) => Promise<Raw>} CreateModule
 * @typedef {'core' | 'activations'} ModuleName
 * @typedef {() => { default: CreateModule } | Promise<{ default: CreateModule }>} Source
 * @typedef {Record<ModuleName, Source>} Sources
 */

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
 * @param {() => Promise<Bytes>} [wasm] other than its own
 * @returns {Promise<Raw>} the same module for every caller; a failure is not kept, so a later call
 *   tries again
 */
export async function loadModule(name, sources, wasm) {
  expectModule(name);
  if (!coreWanted) await scriptsHaveRun();
  try {
    const { default: createModule } = await sources[coreWanted ? 'core' : name]();
    const module = started.get(createModule) ?? start(createModule, wasm);
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

/** @param {CreateModule} createModule @param {() => Promise<Bytes>} [wasm] @returns {Promise<Raw>} */
const start = (createModule, wasm) =>
  createModule({ wasmBinary: wasm?.() }).catch(async (error) => {
    const other = await spare.load?.();
    if (!other) throw error;
    return other();
  });

/** @param {any} cause */
const reason = (cause) =>
  typeof WebAssembly === 'undefined' ? 'no WebAssembly here' : String(cause?.message ?? cause);
