// Activation functions over an array in JavaScript. erf is Abramowitz and Stegun's 7.1.26, as one
// finds it in such code: quick, and good to 1.5e-7.
import { scatteredValues } from '../inputs.mjs';

/** @param {{ tanh: (x: number) => number, sigmoid: (x: number) => number }} functions */
export function plainElementwise({ tanh, sigmoid }) {
  // One loop each, so that the engine can inline the function of each.
  const loops = {
    /** @type {Loop} */
    sigmoid: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = sigmoid(x[i]);
    },
    /** @type {Loop} */
    tanh: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = tanh(x[i]);
    },
    /** @type {Loop} */
    gelu: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = 0.5 * x[i] * (1 + erf(x[i] * Math.SQRT1_2));
    },
    /** @type {Loop} */
    swish: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = x[i] * sigmoid(x[i]);
    },
    /** @type {Loop} */
    relu: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = Math.max(x[i], 0);
    },
  };

  /** @param {import('../workloads.mjs').Elementwise} task */
  return ({ name, count }) => {
    const x = scatteredValues(count);
    const y = new Float32Array(count);
    return {
      /** @param {number} times */
      run(times) {
        for (let i = 0; i < times; i++) loops[name](x, y);
      },
      outcome: () => y,
    };
  };
}

/** @typedef {(x: Float32Array, y: Float32Array) => void} Loop */

/** @param {number} x */
function erf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const y = 1 - series * Math.exp(-x * x);
  return x < 0 ? -y : y;
}
