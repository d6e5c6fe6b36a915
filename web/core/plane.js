import { checkInteger, checkName, checkNumber } from './checks.js';
import { activationFacts, defaultOf } from './facts.js';

/** The grid: lines each way, and points of each line. Of `grid_lines` and `grid_points` in C++. */
export const LINES = 13;
export const POINTS = 49;

/**
 * @typedef {object} Collapsed the one layer that layers without an activation are
 * @property {number[]} W by rows
 * @property {number[]} b
 * @property {number} determinant
 * @property {number} rank
 */

/**
 * A plane carried through layers of two neurons, each given as six numbers: W by rows, then b.
 * @param {import('./module.js').Raw} raw
 */
export function plane(raw) {
  const facts = activationFacts(raw);
  const ids = facts.map(({ id }) => id);
  /** @param {number[]} layers @returns {number} how many layers */
  const enter = (layers) => {
    const count = checkInteger('plane: layers', layers.length / 6, 1, 8);
    raw.demoNumbers().set(layers);
    return count;
  };
  return {
    /** @param {number} seed @param {number} count 1 to 8 @returns {number[]} */
    planeLayers(seed, count) {
      checkInteger('planeLayers: count', count, 1, 8);
      return [...raw.planeRandom(seed, count)];
    },

    /**
     * The grid before the first layer, after each and where the collapsed layer has it, and what
     * became of it as far as it is seen: how far its lines are from straight (`bend`) and its points from where the collapsed layer has
     * them (`apart`, NaN beyond the range of a float), as shares of the picture, and whether all
     * falls onto one point (0) or line (1).
     * @param {number[]} layers
     * @param {string} activation between the layers
     * @param {number} blend from 0, no activation, to 1
     */
    planeStages(layers, activation, blend) {
      const index = checkName('activation', activation, ids);
      checkNumber('planeStages: blend', blend, 0, 1);
      const count = enter(layers);
      const all = raw.planeStages(count, index, defaultOf(facts[index]), blend).slice();
      const size = all.length / (count + 2);
      const [bend, apart, dimensions] = raw.planeBends(count);
      return {
        /** @type {Float32Array[]} x y one after the other, line by line; the horizontal ones first */
        grids: Array.from({ length: count + 2 }, (_, i) => all.subarray(i * size, (i + 1) * size)),
        bend,
        apart,
        dimensions,
      };
    },

    /** @param {number[]} layers @returns {Collapsed} */
    planeCollapse(layers) {
      const [a, b, c, d, e, f, determinant, rank] = raw.planeCollapse(enter(layers));
      return { W: [a, b, c, d], b: [e, f], determinant, rank };
    },
  };
}
