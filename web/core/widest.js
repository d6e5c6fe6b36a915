import { reserve, takeOutput } from './areas.js';
import { checkFloats, checkInteger } from './checks.js';

/**
 * Points of many dimensions on the plane.
 * @param {import('./module.js').Raw} raw
 */
export function widest(raw) {
  return {
    /**
     * Lays points out on the plane in which they spread the most, about their mean.
     *
     * @param {Float32Array} values point after point
     * @param {number} dimensions of each, up to 64
     * @returns {{ points: Float32Array, shares: number[] }} x0 y0 x1 y1 …, and the share of the
     *   variance along x and y
     */
    widest(values, dimensions) {
      checkFloats('widest: values', values);
      checkInteger('widest: dimensions', dimensions, 1, 64);
      const count = checkInteger(
        'widest: values by dimensions',
        values.length / dimensions,
        1,
        2 ** 24,
      );
      reserve(raw, 'widest', { input: values.length, output: 2 * count });
      raw.inputArea().set(values);
      const shares = [...raw.widest(count, dimensions)];
      return { points: takeOutput(raw, 2 * count), shares };
    },
  };
}
