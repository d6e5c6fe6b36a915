/**
 * What the explorer shows at a moment: everything that picture and texts need, read off the core.
 *
 * @typedef {import('../../core/activations.js').Activation} Activation
 *
 * @typedef {object} Shown a function, with its reading at the handle
 * @property {Activation} facts
 * @property {Record<string, number>} parameters
 * @property {number} value
 * @property {number} slope
 *
 * @typedef {object} Scene
 * @property {number} x
 * @property {string} xText
 * @property {number[]} domain
 * @property {Shown[]} shown the function, then the one it is compared with
 */
import { ticks } from 'd3-array';
import { fixed } from '../../shared/format.js';

/** How far one press of an arrow key goes. @param {number[]} domain */
export function stepOf([low, high]) {
  const [first, second] = ticks(low, high, 100);
  return Number((second - first).toPrecision(6));
}

/**
 * @param {any} core
 * @param {number} x
 * @param {number[]} domain
 * @param {{ facts: Activation, parameters: Record<string, number> }[]} functions
 * @returns {Scene}
 */
export function readScene(core, x, domain, functions) {
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(stepOf(domain)) + 1e-9));
  return {
    x,
    xText: fixed(x, decimals),
    domain,
    shown: functions.map(({ facts, parameters }) => {
      const { value, derivative } = core.evaluate(facts.id, Float32Array.of(x), parameters);
      return { facts, parameters, value: value[0], slope: derivative[0] };
    }),
  };
}
