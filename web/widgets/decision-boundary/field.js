import { h } from '../../shared/dom.js';
import { paintField } from './ramp.js';
import { area } from './view.js';

/** Grid lines a side while training: as many as the frame allows, between these. */
const COARSEST = 200;
const FINEST = 320;

/** Fewer where even the coarsest would take longer than this, in milliseconds: better seen soon. */
const PATIENCE = 12;
const LEAST = 120;

/** Sides are multiples of this, so that small changes of speed change nothing. */
const GRAIN = 8;

/**
 * Probabilities over the picture, evaluated in slices of rows. The canvas has a pixel for each
 * value and is stretched, smoothly, over the picture; at rest it has the screen's own pixels.
 */
export function createField() {
  const canvas = h('canvas', { class: 'field', 'aria-hidden': 'true' });
  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext('2d', { alpha: false })
  );
  let [columns, rows, row] = [0, 0, 0];
  let values = new Float32Array(0);
  /** From `begin` on: a place without such a thing fails while drawing, where that is told. @type {ImageData} */
  let image;
  /** Milliseconds a pixel takes, as last measured. */
  let cost = 1e-4;

  return {
    canvas,

    get columns() {
      return columns;
    },
    get rows() {
      return rows;
    },
    /** @returns {Float32Array} */
    get values() {
      return values;
    },
    get done() {
      return row >= rows;
    },

    /** A side of the grid that takes about so long. @param {number} milliseconds */
    sideFor(milliseconds) {
      const side = Math.sqrt(milliseconds / cost);
      const coarsest = cost * COARSEST ** 2 > PATIENCE ? LEAST : COARSEST;
      return Math.min(FINEST, Math.max(coarsest, Math.floor(side / GRAIN) * GRAIN));
    },

    /** @param {number} width @param {number} height */
    begin(width, height) {
      if (width !== columns || height !== rows) {
        [columns, rows] = [width, height];
        values = new Float32Array(columns * rows);
        image = new ImageData(columns, rows);
      }
      row = 0;
    },

    /**
     * Evaluates rows until the deadline, at least one.
     * @param {import('../../core/network.js').Network} network
     * @param {number} deadline
     */
    advance(network, deadline) {
      for (
        let now = performance.now(), first = true;
        row < rows && (first || now < deadline);
        first = false
      ) {
        const room = Math.floor((deadline - now) / (cost * columns));
        const count = Math.min(rows - row, Math.max(1, Math.min(room, 256)));
        network.predictGrid(
          { ...area, width: columns, height: rows, firstRow: row, rows: count },
          values.subarray(row * columns, (row + count) * columns),
        );
        row += count;
        const end = performance.now();
        // Slices that something else interrupted say little: a rise is believed slowly.
        cost = Math.max(1e-6, Math.min((end - now) / (count * columns), cost * 1.05));
        now = end;
      }
    },

    /** Puts the values on the canvas. @param {Uint32Array} ramp @param {import('../../shared/theme.js').Theme} theme */
    show(ramp, theme) {
      const pixels = new Uint32Array(image.data.buffer);
      paintField(values, columns, ramp, theme, pixels);
      if (canvas.width !== columns || canvas.height !== rows)
        Object.assign(canvas, { width: columns, height: rows });
      context.putImageData(image, 0, 0);
    },
  };
}
