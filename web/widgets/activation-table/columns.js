import { factsOf } from '../../shared/functions.js';

/**
 * @typedef {object} Column
 * @property {string} head
 * @property {string} kind its class: `f`, `g` or `slope`
 * @property {ArrayLike<number>} values one per input
 */

/**
 * The columns of a table: value and slope of each function, and before those the gate of a function
 * that has one, as the article prints them.
 *
 * @param {any} core
 * @param {string[]} ids one or two
 * @param {number[]} inputs
 * @returns {Column[]}
 */
export function columnsOf(core, ids, inputs) {
  const xs = Float32Array.from(inputs);
  return ids.flatMap((id, i) => {
    const { value, derivative } = core.evaluate(id, xs);
    const { name } = factsOf(core, id);
    const kind = i ? 'g' : 'f';
    return [
      ...(i ? [] : gateOf(core, id, xs)),
      { head: `${name}(x)`, kind, values: value },
      { head: ids.length > 1 ? `${name} slope` : 'slope', kind: 'slope', values: derivative },
    ];
  });
}

/** @param {any} core @param {string} id @param {Float32Array} xs @returns {Column[]} */
function gateOf(core, id, xs) {
  if (id === 'gelu') return [{ head: 'Φ(x)', kind: 'f', values: core.gaussian(xs).cdf }];
  if (id === 'swish')
    return [{ head: 'σ(x)', kind: 'f', values: core.evaluate('sigmoid', xs).value }];
  return [];
}
