import { reserve } from './areas.js';
import { kind } from './checks.js';
import { textOf } from './text.js';

/**
 * @typedef {object} Table
 * @property {Float32Array} points x0 y0 x1 y1 …
 * @property {Uint8Array} labels 0 or 1
 * @property {string[]} classes as the text names them, in the order of their labels
 * @property {number[]} min of x and y
 * @property {number[]} max
 * @property {number} badRows how many rows were left out
 * @property {{ line: number, fault: string }[]} firstBad the first of them, and what is wrong
 * @property {boolean} header whether the first row held names
 */

/** The module reads one text at a time: the next waits for this. @type {Promise<unknown>} */
let last = Promise.resolve();

/** Bytes that go through the module at a time; few enough for a frame. */
const PORTION = 1 << 18;

/** In the order of csv_reader::fault. */
const faults = [
  '',
  'there must be two numbers and a class',
  'x and y must be numbers',
  'there is a third class',
  'the line is too long',
];

/**
 * Labelled points from text.
 * @param {import('./module.js').Raw} raw
 */
export function csv(raw) {
  return {
    /**
     * Reads rows of x, y and a class, separated by semicolons, tabs, commas or blanks. Between
     * semicolons or tabs a comma is a decimal one: 1,5 is one and a half. Bad rows are left out and told.
     *
     * @param {Uint8Array} bytes UTF-8
     * @param {() => Promise<unknown>} [breathe] awaited between portions, so that a page goes on
     * @returns {Promise<Table>}
     */
    async readCsv(bytes, breathe = async () => {}) {
      if (!(bytes instanceof Uint8Array))
        throw new TypeError(`readCsv: bytes must be a Uint8Array, not ${kind(bytes)}`);
      const table = last.then(() => read(raw, bytes, breathe));
      last = table.catch(() => {});
      return table;
    },
  };
}

/**
 * @param {import('./module.js').Raw} raw
 * @param {Uint8Array} bytes
 * @param {() => Promise<unknown>} breathe
 * @returns {Promise<Table>}
 */
async function read(raw, bytes, breathe) {
  raw.csvBegin();
  /** @type {Float32Array[]} */
  const points = [];
  /** @type {Uint8Array[]} */
  const labels = [];
  for (let at = 0; at === 0 || at < bytes.length; at += PORTION) {
    const portion = bytes.subarray(at, at + PORTION);
    reserve(raw, 'readCsv', {
      labels: portion.length + 6,
      output: 2 * Math.ceil(portion.length / 6 + 2),
    });
    raw.labelArea().set(portion);
    const count = raw.csvRead(portion.length, at + PORTION >= bytes.length);
    points.push(raw.outputArea().slice(0, 2 * count));
    labels.push(raw.labelArea().slice(0, count));
    await breathe();
  }
  const [rows, badRows, header, classes, xMin, xMax, yMin, yMax, ...bad] = raw.csvReport();
  return {
    points: joined(new Float32Array(2 * rows), points),
    labels: joined(new Uint8Array(rows), labels),
    classes: Array.from({ length: classes }, (_, k) => textOf(raw.csvClass(k))),
    min: [xMin, yMin],
    max: [xMax, yMax],
    badRows,
    firstBad: Array.from({ length: Math.min(badRows, bad.length / 2) }, (_, i) => ({
      line: bad[2 * i],
      fault: faults[bad[2 * i + 1]],
    })),
    header: Boolean(header),
  };
}

/**
 * @template {Float32Array | Uint8Array} T
 * @param {T} all
 * @param {T[]} parts
 */
function joined(all, parts) {
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
