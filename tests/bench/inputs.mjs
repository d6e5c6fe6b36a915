// Inputs too many to send to a contestant as text: each makes them itself, all the same.

/**
 * `count` floats in [-6, 6), in no order a branch predictor could learn.
 * @param {number} count
 */
export function scatteredValues(count) {
  return Float32Array.from({ length: count }, (_, i) => {
    return (12 * (Math.imul(i, 0x9e3779b1) >>> 0)) / 2 ** 32 - 6;
  });
}

/**
 * The centres of a grid's pixels, x0 y0 x1 y1 …
 * @param {import('./workloads.mjs').Grid} grid
 */
export function gridPoints({ xMin, xMax, yMin, yMax, width, height }) {
  const points = new Float32Array(2 * width * height);
  for (let row = 0, k = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      points[k++] = xMin + ((xMax - xMin) * (column + 0.5)) / width;
      points[k++] = yMax - ((yMax - yMin) * (row + 0.5)) / height;
    }
  }
  return points;
}
