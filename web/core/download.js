/** The wasm in a file of its own: that of the build which has it so, or one that a caller has. */
import { kind } from './checks.js';

/** What a .wasm file begins with: a zero byte and "asm". */
const MAGIC = '0,97,115,109';

/**
 * @param {URL | import('./module.js').Bytes} wasm
 * @returns {Promise<import('./module.js').Bytes>}
 */
export async function bytesOf(wasm) {
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) return wasm;
  if (!(wasm instanceof URL)) throw new TypeError(`wasm must be a URL or bytes, not ${kind(wasm)}`);
  try {
    const bytes = await (fromDisk(wasm) ?? fromServer(wasm));
    // A server that answers everything with its page says so here, not as a wrong magic word.
    if (String([...bytes.subarray(0, 4)]) !== MAGIC) throw new Error('this is no WebAssembly');
    return bytes;
  } catch (cause) {
    const { message } = /** @type {Error} */ (cause);
    throw new Error(`${wasm}: ${message}; loadCore({ wasm }) takes another URL, or the bytes`, {
      cause,
    });
  }
}

/**
 * Node's fetch knows no `file:`. Its file system is asked for in a way that no bundler follows.
 * @param {URL} url
 */
const fromDisk = (url) =>
  url.protocol === 'file:'
    ? globalThis.process?.getBuiltinModule?.('node:fs').promises.readFile(url)
    : undefined;

/** @param {URL} url */
async function fromServer(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
