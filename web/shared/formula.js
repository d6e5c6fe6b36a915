import { h } from './dom.js';

/**
 * A formula as the core tells it, with powers raised.
 * @param {string} formula e.g. `1 / (1 + e^−x)`
 * @returns {(Node | string)[]}
 */
export const formulaNodes = (formula) =>
  formula.split(/\^(−?\w+)/).map((part, i) => (i % 2 ? h('sup', {}, part) : part));
