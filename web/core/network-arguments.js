import { reserve } from './areas.js';
import { checkFloats, checkInteger, checkNumber, checkObject, kind } from './checks.js';

/**
 * What the methods of a network are given: checked, and put into the module's areas. `layers` are
 * the network's widths; an error names the method that was called.
 *
 * @typedef {import('./module.js').Raw} Raw
 * @typedef {readonly number[]} Layers
 *
 * @typedef {object} Grid pixels over a rectangle, values at their centres, row 0 along yMax
 * @property {number} xMin
 * @property {number} xMax
 * @property {number} yMin
 * @property {number} yMax
 * @property {number} width
 * @property {number} height
 * @property {number} [firstRow] of the slice to be computed (0)
 * @property {number} [rows] of that slice (all that remain)
 */

/** Units of a layer. */
export const WIDEST = 256;

/** Pixels of a side of a picture. */
const LARGEST = 4096;

/**
 * Points and labels. Labels left out must not pass: the area still holds those of an earlier call.
 * @param {Raw} raw
 * @param {Layers} layers
 * @param {string} caller
 * @param {Float32Array} points
 * @param {Uint8Array} labels
 * @returns {number} how many
 */
export function loadSamples(raw, layers, caller, points, labels) {
  const count = loadPoints(raw, layers, caller, points, 0);
  if (!(labels instanceof Uint8Array))
    throw new TypeError(`${caller}: labels must be a Uint8Array, not ${kind(labels)}`);
  if (labels.length !== count) {
    throw new RangeError(`${caller}: ${count} points need as many labels, not ${labels.length}`);
  }
  const classes = Math.max(2, layers[layers.length - 1]);
  const wrong = labels.find((label) => label >= classes);
  if (wrong !== undefined) {
    throw new RangeError(`${caller}: labels must be below ${classes}, not ${wrong}`);
  }
  reserve(raw, caller, { labels: count });
  raw.labelArea().set(labels);
  return count;
}

/**
 * @param {Raw} raw
 * @param {Layers} layers
 * @param {string} caller
 * @param {Float32Array} points
 * @param {number} outputs for each point
 * @returns {number} how many
 */
export function loadPoints(raw, [inputs], caller, points, outputs) {
  checkFloats(`${caller}: points`, points);
  const count = points.length / inputs;
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new RangeError(
      `${caller}: points must have ${inputs} numbers for each of one or more points, not ${points.length}`,
    );
  }
  reserve(raw, caller, { input: points.length, output: count * outputs });
  raw.inputArea().set(points);
  return count;
}

/**
 * How many units a layer has.
 * @param {Layers} layers
 * @param {string} caller
 * @param {number} layer 0 is the first hidden one
 */
export const unitsOf = (layers, caller, layer) =>
  layers[checkInteger(`${caller}: layer`, layer, 0, layers.length - 2) + 1];

/**
 * @template {{ xMin: number, xMax: number, yMin: number, yMax: number }} T
 * @param {Layers} layers
 * @param {string} caller
 * @param {T} rectangle
 */
export function checkPlane([inputs], caller, rectangle) {
  if (inputs !== 2) {
    throw new RangeError(`${caller}: the network must have 2 inputs, not ${inputs}`);
  }
  checkObject(`${caller}: the rectangle`, rectangle);
  for (const name of /** @type {const} */ (['xMin', 'xMax', 'yMin', 'yMax'])) {
    checkNumber(`${caller}: ${name}`, rectangle[name], -1e30, 1e30);
  }
  return rectangle;
}

/**
 * @param {Raw} raw
 * @param {Layers} layers
 * @param {string} caller
 * @param {Grid} grid
 * @param {number} perPixel
 */
export function checkSlice(raw, layers, caller, grid, perPixel) {
  const checked = checkPlane(layers, caller, grid);
  const { xMin, xMax, yMin, yMax, width, height, firstRow = 0 } = checked;
  checkInteger(`${caller}: width`, width, 1, LARGEST);
  checkInteger(`${caller}: height`, height, 1, LARGEST);
  checkInteger(`${caller}: firstRow`, firstRow, 0, height);
  const rows = checkInteger(
    `${caller}: rows`,
    grid.rows ?? height - firstRow,
    0,
    height - firstRow,
  );
  const pixels = width * rows;
  reserve(raw, caller, { output: pixels * perPixel });
  const numbers = /** @type {const} */ ([xMin, xMax, yMin, yMax, width, height, firstRow, rows]);
  return { numbers, pixels };
}
