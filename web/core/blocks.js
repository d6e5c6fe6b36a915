/** @typedef {import('./module.js').Raw} Raw */

/**
 * Runs a bulk function of the module over an input of any length, block by block where the input
 * is longer than the module's scratch area. Views are taken anew after each call and their content
 * is copied out, so nothing of the caller's points into WebAssembly memory.
 *
 * @param {Raw} raw
 * @param {Float32Array} input goes to scratch[0 … n)
 * @param {Float32Array[]} outputs the k-th is filled from scratch[(k + 1) n … (k + 2) n)
 * @param {(count: number) => void} run
 */
export function inBlocks(raw, input, outputs, run) {
  const lanes = outputs.length + 1;
  const size = Math.floor(raw.scratch().length / lanes);
  for (let start = 0; start < input.length; start += size) {
    const block = input.subarray(start, start + size);
    const count = block.length;
    raw.scratch().set(block);
    run(count);
    const results = raw.scratch();
    outputs.forEach((output, k) => {
      output.set(results.subarray((k + 1) * count, (k + 2) * count), start);
    });
  }
}
