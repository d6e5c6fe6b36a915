import { reserve } from './areas.js';
import { checkInteger, checkNumber, kind } from './checks.js';

/** @typedef {{ W: number[][], b: number[] }} LinearLayer W [outputs][inputs], b [outputs] */

/**
 * Linear layers in a row are one linear layer.
 * @param {import('./module.js').Raw} raw
 */
export function collapse(raw) {
  return {
    /**
     * @param {LinearLayer[]} layers 1 to 64, the first one at the input, widths 1 to 256
     * @returns {LinearLayer} the one that does the same
     */
    collapse(layers) {
      const widths = widthsOf(layers);
      const numbers = [...widths, ...layers.flatMap(({ W, b }) => [...W.flat(), ...b])];
      const [inputs, outputs] = [widths[0], widths[widths.length - 1]];
      reserve(raw, 'collapse', {
        input: 2 * numbers.length,
        output: 4 * (inputs + 1) * Math.max(...widths),
      });
      asDoubles(raw.inputArea(), numbers.length).set(numbers);
      const count = raw.collapse(widths.length);
      const result = Array.from(asDoubles(raw.outputArea(), count));
      const W = Array.from({ length: outputs }, (_, o) =>
        result.slice(o * inputs, (o + 1) * inputs),
      );
      return { W, b: result.slice(outputs * inputs) };
    },
  };
}

/**
 * @param {Float32Array} view
 * @param {number} count
 */
const asDoubles = (view, count) => new Float64Array(view.buffer, view.byteOffset, count);

/** @param {LinearLayer[]} layers */
function widthsOf(layers) {
  if (!Array.isArray(layers))
    throw new TypeError(`collapse: the layers must be an array, not ${kind(layers)}`);
  checkInteger('collapse: the number of layers', layers.length, 1, 64);
  const widths = [layers[0]?.W?.[0]?.length];
  checkInteger('collapse: the inputs of layer 1', widths[0], 1, 256);
  layers.forEach((layer, l) => {
    const name = `collapse: layer ${l + 1}`;
    if (!Array.isArray(layer?.W) || !Array.isArray(layer.b)) {
      throw new TypeError(`${name} must be { W: number[][], b: number[] }`);
    }
    checkInteger(`${name}: the outputs`, layer.W.length, 1, 256);
    for (const row of layer.W) {
      // A typed array would pass for a row, but not be flattened as one.
      if (!Array.isArray(row))
        throw new TypeError(`${name}: a row of W must be an array, not ${kind(row)}`);
      if (row.length !== widths[l]) {
        throw new RangeError(
          `${name}: a row of W must have ${widths[l]} numbers, not ${row.length}`,
        );
      }
      for (const w of row) checkNumber(`${name}: a weight`, w, -Number.MAX_VALUE, Number.MAX_VALUE);
    }
    if (layer.b.length !== layer.W.length) {
      throw new RangeError(`${name}: b must have ${layer.W.length} numbers, not ${layer.b.length}`);
    }
    for (const b of layer.b) checkNumber(`${name}: a bias`, b, -Number.MAX_VALUE, Number.MAX_VALUE);
    widths.push(layer.W.length);
  });
  return widths;
}
