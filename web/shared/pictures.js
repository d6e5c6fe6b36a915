import { h } from './dom.js';

/**
 * Several canvases as one picture, placed as they are on the page.
 * @param {HTMLCanvasElement[]} canvases
 */
export function joined(canvases) {
  const places = canvases.map((canvas) => ({ canvas, box: canvas.getBoundingClientRect() }));
  const left = Math.min(...places.map(({ box }) => box.left));
  const top = Math.min(...places.map(({ box }) => box.top));
  const { canvas, box } = places[0];
  const scale = canvas.width / box.width || 1;
  const at = (/** @type {number} */ length) => Math.round(length * scale);
  const whole = h('canvas', {
    width: Math.max(1, ...places.map(({ box }) => at(box.right - left))),
    height: Math.max(1, ...places.map(({ box }) => at(box.bottom - top))),
  });
  const context = whole.getContext('2d');
  for (const { canvas, box } of places) {
    if (canvas.width && canvas.height)
      context?.drawImage(canvas, at(box.left - left), at(box.top - top));
  }
  return whole;
}
