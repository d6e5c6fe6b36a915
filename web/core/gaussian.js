import { inBlocks } from './blocks.js';
import { checkFloats } from './checks.js';

/**
 * What the core knows of the standard normal distribution.
 * @param {import('./module.js').Raw} raw
 */
export function gaussian(raw) {
  return {
    /**
     * @param {Float32Array} x
     * @returns {{ pdf: Float32Array, cdf: Float32Array }} density and distribution, as long as x
     */
    gaussian(x) {
      checkFloats('gaussian: x', x);
      const pdf = new Float32Array(x.length);
      const cdf = new Float32Array(x.length);
      inBlocks(raw, x, [pdf, cdf], (count) => raw.gaussian(count));
      return { pdf, cdf };
    },
  };
}
