/**
 * The whole core, imported at once: for those who want the numbers alone, since service workers allow
 * nothing else and bundlers can then make a worker of one file; and in what is one file anyway.
 */
import createModule from '../../build/wasm/core.inline.js';

const core = () => ({ default: createModule });

/** @type {import('./module.js').Sources} */
export const sources = { core, activations: core };
