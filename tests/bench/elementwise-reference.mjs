// The activation functions in doubles, slow and exact, for the check of D.

/** @type {Record<import('./workloads.mjs').ElementwiseName, (x: number) => number>} */
export const exactFunctions = {
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  gelu: (x) => 0.5 * x * erfc(-x * Math.SQRT1_2),
  swish: (x) => x / (1 + Math.exp(-x)),
  relu: (x) => Math.max(x, 0),
};

/** @param {number} x */
function erfc(x) {
  if (Math.abs(x) < 2.5) return 1 - erfSeries(x);
  return x > 0 ? erfcFraction(x) : 2 - erfcFraction(-x);
}

/** Taylor's series. @param {number} x */
function erfSeries(x) {
  let sum = 0;
  for (let n = 0, power = x; n < 100; n++) {
    sum += power / (2 * n + 1);
    power *= (-x * x) / (n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** Laplace's continued fraction, for large x. @param {number} x */
function erfcFraction(x) {
  let fraction = x;
  for (let n = 100; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
