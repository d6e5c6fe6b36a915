/**
 * A function sampled for drawing, in pieces: a piece ends where the value jumps or the slope does.
 *
 * @typedef {object} Break a place where value or slope is not continuous; triples are the limit
 *   from the left, the value there, the limit from the right
 * @property {number} x
 * @property {number[]} value
 * @property {number[]} slope
 *
 * @typedef {object} Curve
 * @property {Float32Array} xs ascending
 * @property {Float32Array} value
 * @property {Float32Array} slope
 * @property {Break[]} breaks
 * @property {number[]} ends where pieces end in the arrays; one more than there are breaks
 */

/**
 * All at the same places, those where one of them breaks included: their differences are drawn too.
 * @param {any} core with the activations capability
 * @param {Pick<import('./scene.js').Shown, 'facts' | 'parameters'>[]} shown
 * @param {number[]} domain
 * @param {number} count how many samples, about
 * @returns {Curve[]}
 */
export function sampleCurves(core, shown, [from, to], count) {
  const broken = shown.flatMap(({ facts }) => [...facts.jumps, ...facts.kinks]);
  const places = [...new Set(broken)].filter((x) => x > from && x < to).sort((a, b) => a - b);
  /** @type {number[]} */
  const xs = [];
  /** @type {number[]} */
  const ends = [];
  let start = from;
  for (const place of [...places, undefined]) {
    const end = place === undefined ? to : justBefore(place);
    const steps = Math.max(2, Math.ceil((count * (end - start)) / (to - from)));
    for (let i = 0; i < steps; i++) xs.push(start + ((end - start) * i) / steps);
    xs.push(end); // exactly: a rounding error would carry it over the edge
    ends.push(xs.length);
    if (place !== undefined) start = -justBefore(-place);
  }
  const all = Float32Array.from([...xs, ...places]);
  const triple = (/** @type {Float32Array} */ values, /** @type {number} */ i) => [
    values[ends[i] - 1],
    values[xs.length + i],
    values[ends[i]],
  ];
  return shown.map(({ facts, parameters }) => {
    const { value, derivative } = core.evaluate(facts.id, all, parameters);
    return {
      xs: all.subarray(0, xs.length),
      value: value.subarray(0, xs.length),
      slope: derivative.subarray(0, xs.length),
      breaks: places.map((x, i) => ({ x, value: triple(value, i), slope: triple(derivative, i) })),
      ends,
    };
  });
}

/** The next number of single precision to the left, or one so small that it makes no difference. @param {number} x */
const justBefore = (x) => (x === 0 ? -1e-30 : x - Math.abs(x) * 2 ** -23);

/** Whether the two sides do not meet. @param {number[]} triple */
export const isBroken = ([left, at, right]) => Math.abs(left - right) + Math.abs(left - at) > 1e-5;

/**
 * The range of heights, with room above and below.
 * @param {Curve[]} curves
 * @returns {[number, number]}
 */
export function heightRange(curves) {
  let [low, high] = [0, 0];
  for (const { value, slope } of curves) {
    for (const heights of [value, slope]) {
      for (const height of heights) {
        if (height < low && height > -Infinity) low = height;
        if (height > high && height < Infinity) high = height;
      }
    }
  }
  const room = 0.06 * (high - low || 1);
  return [low - room, high + room];
}

/**
 * How far two curves of one `sampleCurves` are apart.
 * @param {Curve} a
 * @param {Curve} b
 */
export function largestDifference(a, b) {
  let [size, x] = [0, 0];
  for (let i = 0; i < a.xs.length; i++) {
    const apart = Math.abs(a.value[i] - b.value[i]);
    if (apart > size) [size, x] = [apart, a.xs[i]];
  }
  return { size, x };
}
