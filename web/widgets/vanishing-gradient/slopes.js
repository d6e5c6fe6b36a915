/**
 * The slopes of the textbook's products: an activation's largest one, and its typical one, which a
 * reader may change.
 */

/** As the article has them. */
const TYPICAL = /** @type {Record<string, number>} */ ({
  sigmoid: 0.2,
  tanh: 0.42,
  relu: 1,
  leaky_relu: 1,
  gelu: 1,
  swish: 1,
});

/** @type {import('../../shared/attributes.js').Kind<string[]>} */
export const slopePairs = {
  initial: [],
  parse(text) {
    const pairs = text.trim().split(/\s+/).filter(Boolean);
    return pairs.every((pair) => /^\w+=-?\d*\.?\d+(e-?\d+)?$/.test(pair)) ? pairs : undefined;
  },
  expects: () => 'pairs like sigmoid=0.25',
};

/** @param {string[]} pairs @returns {Record<string, number>} */
const byId = (pairs) =>
  Object.fromEntries(
    pairs.map((pair) => pair.split('=')).map(([id, slope]) => [id, Number(slope)]),
  );

/** @param {string[]} pairs @param {string} id @param {number} slope */
export const withSlope = (pairs, id, slope) => [
  ...pairs.filter((pair) => !pair.startsWith(`${id}=`)),
  `${id}=${slope}`,
];

/**
 * The typical slope: the reader's, the article's, or else that at x = 1, as the article's for tanh.
 * @param {any} core
 * @param {string[]} pairs
 * @param {string} id
 * @returns {number}
 */
export function typicalSlope(core, pairs, id) {
  const given = byId(pairs)[id] ?? TYPICAL[id];
  return given ?? Number(core.evaluate(id, Float32Array.of(1)).derivative[0].toPrecision(2));
}
