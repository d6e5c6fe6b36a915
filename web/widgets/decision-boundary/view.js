/** The part of the plane that is shown: data lie in about [−1, 1]². */
export const EDGE = 1.2;

/** For the core's grids. */
export const area = { xMin: -EDGE, xMax: EDGE, yMin: -EDGE, yMax: EDGE };

/** From the plane to a picture of the given size. @param {number} size */
export const toPicture = (size) => ({
  x: (/** @type {number} */ x) => ((x + EDGE) / (2 * EDGE)) * size,
  y: (/** @type {number} */ y) => ((EDGE - y) / (2 * EDGE)) * size,
});

/** From a place on the screen to the plane. @param {Element} frame @param {{ clientX: number, clientY: number }} at */
export function toPlane(frame, { clientX, clientY }) {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return [(((clientX - left) / width) * 2 - 1) * EDGE, (1 - ((clientY - top) / height) * 2) * EDGE];
}
