import { inBlocks } from './blocks.js';
import { checkFloats, checkName, checkNumber, checkObject } from './checks.js';
import { activationFacts } from './facts.js';

/** @typedef {import('./facts.js').Activation} Activation */

/**
 * What the core can do with activation functions.
 * @param {import('./module.js').Raw} raw
 */
export function activations(raw) {
  const list = activationFacts(raw);
  const ids = list.map(({ id }) => id);

  return {
    /** Every activation function, in the order of menus. */
    activations: list,

    /**
     * Values and slopes of one function. At a kink the slope is the one PyTorch uses.
     *
     * @param {string} id
     * @param {Float32Array} x
     * @param {Record<string, number>} [parameters] by name; what is left out has its default
     * @param {{ value: Float32Array, derivative: Float32Array }} [into] filled and returned instead
     *   of new arrays, which take longer than most functions; x may be one of the two
     * @returns {{ value: Float32Array, derivative: Float32Array }} as long as x
     */
    evaluate(id, x, parameters, into) {
      const index = checkName('activation', id, ids);
      checkFloats('evaluate: x', x);
      const [parameter = 0] = values(list[index], parameters ?? {});
      const outputs = into ? checkOutputs(into, x) : arrays(x.length);
      const { value, derivative } = outputs;
      inBlocks(raw, x, [value, derivative], (count) => raw.evaluate(index, count, parameter));
      return outputs;
    },
  };
}

/** @typedef {{ value: Float32Array, derivative: Float32Array }} Outputs */

/**
 * @param {Outputs} into
 * @param {Float32Array} x
 * @returns {Outputs}
 */
function checkOutputs(into, x) {
  const { value, derivative } = into;
  for (const [name, array] of Object.entries({ value, derivative })) {
    const { length } = checkFloats(`evaluate: into.${name}`, array);
    if (length !== x.length)
      throw new RangeError(`evaluate: into.${name} must hold ${x.length} numbers, not ${length}`);
    if (overlap(array, x) && array.byteOffset !== x.byteOffset)
      throw new RangeError(`evaluate: into.${name} overlaps x`);
  }
  if (overlap(value, derivative)) throw new RangeError('evaluate: the arrays of into overlap');
  return into;
}

/** @param {Float32Array} a @param {Float32Array} b as long as a */
const overlap = (a, b) =>
  a.buffer === b.buffer && Math.abs(a.byteOffset - b.byteOffset) < a.byteLength;

/** @param {number} length @returns {Outputs} */
const arrays = (length) => ({
  value: new Float32Array(length),
  derivative: new Float32Array(length),
});

/**
 * @param {Activation} activation
 * @param {Record<string, number>} given
 */
function values({ id, parameters }, given) {
  for (const name of Object.keys(checkObject('evaluate: parameters', given))) {
    if (!parameters.some((parameter) => parameter.name === name)) {
      const known = parameters.map((parameter) => parameter.name).join(', ') || 'none';
      throw new RangeError(`evaluate: ${id} has no parameter "${name}"; it has ${known}`);
    }
  }
  return parameters.map(({ name, default: fallback, min, max }) => {
    return checkNumber(`evaluate: ${name}`, given[name] ?? fallback, min, max);
  });
}
