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

/**
 * A PNG.
 * @param {HTMLCanvasElement | undefined} picture
 * @param {string} background what it is seen on
 * @returns {Promise<Blob | null>} null where the browser makes none
 */
export function onBackground(picture, background) {
  const canvas = h('canvas', { width: picture?.width ?? 1, height: picture?.height ?? 1 });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (picture) context.drawImage(picture, 0, 0);
  return new Promise((resolve) => {
    canvas.toBlob(resolve);
  });
}
