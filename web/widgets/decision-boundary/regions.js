import { parseColour } from '../../shared/colour.js';
import { h } from '../../shared/dom.js';
import { area } from './view.js';

/** The borders of the regions in which a piecewise linear network is linear, pixel by pixel. */
export function createRegions() {
  const canvas = h('canvas', { class: 'regions', 'aria-hidden': 'true', hidden: true });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  let row = 0;
  let ids = new Uint32Array(0);

  return {
    canvas,

    hide() {
      canvas.hidden = true;
      row = 0;
    },

    /**
     * @param {import('../../core/network.js').Network} network
     * @param {number} side
     * @param {import('../../shared/theme.js').Theme} theme
     * @param {number} deadline
     * @returns {boolean} whether all is done
     */
    advance(network, side, theme, deadline) {
      if (!canvas.hidden) return true;
      if (row === 0) ids = new Uint32Array(side * side);
      for (let rows = 4; row < side && performance.now() < deadline; row += rows) {
        rows = Math.min(rows, side - row);
        ids.set(
          network.regionGrid({ ...area, width: side, height: side, firstRow: row, rows }),
          row * side,
        );
      }
      if (row < side) return false;
      draw(side, theme);
      row = 0;
      canvas.hidden = false;
      return true;
    },
  };

  /** @param {number} side @param {import('../../shared/theme.js').Theme} theme */
  function draw(side, theme) {
    const image = new ImageData(side, side);
    const pixels = new Uint32Array(image.data.buffer);
    const [r, g, b] = parseColour(theme.text).rgb.map(Math.round);
    const ink = ((150 << 24) | (b << 16) | (g << 8) | r) >>> 0;
    for (let i = 0; i < ids.length - side; i++) {
      const edge = (i + 1) % side && (ids[i] !== ids[i + 1] || ids[i] !== ids[i + side]);
      if (edge) pixels[i] = ink;
    }
    Object.assign(canvas, { width: side, height: side });
    context.putImageData(image, 0, 0);
  }
}
