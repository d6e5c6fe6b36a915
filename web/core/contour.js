import { reserve } from './areas.js';
import { checkFloats, checkInteger, checkNumber, checkObject } from './checks.js';

/**
 * Lines of equal value.
 * @param {import('./module.js').Raw} raw
 */
export function contour(raw) {
  return {
    /**
     * Where a picture, thought linear between its pixels' centres, crosses a level.
     *
     * @param {Float32Array} values row after row
     * @param {{ width: number, height: number, level?: number }} size of the picture; level 0.5
     * @returns {Float32Array[]} polylines x0 y0 x1 y1 … in pixels from the top left corner; a
     *   closed one ends where it began
     */
    contour(values, size) {
      checkFloats('contour: values', values);
      const { width, height, level = 0.5 } = checkObject('contour: size', size);
      checkInteger('contour: width', width, 1, 4096);
      checkInteger('contour: height', height, 1, 4096);
      checkNumber('contour: level', level, -Number.MAX_VALUE, Number.MAX_VALUE);
      const pixels = width * height;
      if (values.length !== pixels) {
        throw new RangeError(
          `contour: values must have width × height = ${pixels} numbers, not ${values.length}`,
        );
      }
      reserve(raw, 'contour', {
        input: pixels,
        labels: pixels,
        output: Math.min(5 * pixels, 2 ** 20),
      });
      raw.inputArea().set(values);
      let used = raw.contour(width, height, level);
      // Few pictures need more than that; what is loaded stays where it is.
      if (used > raw.outputArea().length) {
        reserve(raw, 'contour', { output: used });
        used = raw.contour(width, height, level);
      }
      const numbers = raw.outputArea();
      const lines = [];
      for (let at = 0; at < used; at += 1 + 2 * numbers[at]) {
        lines.push(numbers.slice(at + 1, at + 1 + 2 * numbers[at]));
      }
      return lines;
    },
  };
}
