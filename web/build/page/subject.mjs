// What the numbers of the article may ask of the core, by name.

/** @typedef {import('../../core/index.js').Core} Core */

/**
 * @param {Core} core
 * @returns {(name: string, values: (number | string)[]) => number}
 */
export function subject(core) {
  const evaluate = (
    /** @type {string} */ id,
    /** @type {number[]} */ x,
    /** @type {number | undefined} */ parameter = undefined,
  ) => core.evaluate(id, Float32Array.from(x), named(core, id, parameter));

  /** @type {Record<string, (...values: any[]) => number>} */
  const functions = {
    phi: (x) => core.gaussian(Float32Array.of(x)).pdf[0],
    Phi: (x) => core.gaussian(Float32Array.of(x)).cdf[0],
    // What a gradient goes through is a chain of factors, which the core multiplies out.
    '^': (factor, layers) =>
      core.collapse(Array.from({ length: layers }, () => ({ W: [[factor]], b: [0] }))).W[0][0],
    default: (id) => parametersOf(core, id)[0].default,
    round: (value, digits) => Number(value.toFixed(digits)),
    lowest_x: (id) => lowest((x) => evaluate(id, [x]).derivative[0]),
    steepest_x: (id) => inputs[indexOfMost(evaluate(id, inputs).derivative)],
    widest_gap: (a, b) => Math.max(...gaps(a, b)),
    widest_gap_x: (a, b) => inputs[indexOfMost(gaps(a, b))],
    first_share: (activation, depth) => {
      const first = (/** @type {object} */ network) =>
        core.gradientFlow({ ...network, batch: 16 }).gradientNorm[0];
      return first({ activation, depth }) / first({ activation: 'identity', depth: 1 });
    },
    accuracy: (dataset, activation, steps) => accuracy(core, dataset, activation, steps),
  };
  for (const { id } of core.activations) {
    functions[id] = (x, parameter) => evaluate(id, [x], parameter).value[0];
    functions[`${id}'`] = (x, parameter) => evaluate(id, [x], parameter).derivative[0];
  }

  /** @param {string} a @param {string} b */
  function gaps(a, b) {
    const [first, second] = [evaluate(a, inputs).value, evaluate(b, inputs).value];
    return first.map((value, i) => Math.abs(value - second[i]));
  }

  return (name, values) => {
    if (!functions[name]) {
      throw new Error(`no "${name}" to compute; there is ${Object.keys(functions).join(', ')}`);
    }
    return functions[name](...values);
  };
}

/**
 * Of a network as the figure has it, on the points it was trained with.
 * @param {Core} core
 * @param {string} dataset
 * @param {string} activation
 * @param {number} steps
 */
function accuracy(core, dataset, activation, steps) {
  const { points, labels } = core.dataset(dataset, { samples: 500, noise: 0.05, seed: 42 });
  const network = core.createNetwork({ layers: [2, 8, 8, 1], activation, seed: 42 });
  network.train(points, labels, steps);
  const share = network.accuracy(points, labels);
  network.dispose();
  return share;
}

/** Where extremes are looked for: all of them lie on the right or have a twin there. */
const inputs = Array.from({ length: 6001 }, (_, i) => i / 1000);

/** @param {ArrayLike<number>} values */
function indexOfMost(values) {
  let most = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[most]) most = i;
  return most;
}

/**
 * Where a curve that falls on the far left and rises on the right has its lowest point.
 * @param {(x: number) => number} slope
 */
function lowest(slope) {
  let [left, right] = [-2.3, 0];
  if (slope(left) >= 0 || slope(right) <= 0) throw new Error('the curve has no lowest point there');
  for (let i = 0; i < 40; i++) {
    const middle = (left + right) / 2;
    if (slope(middle) < 0) left = middle;
    else right = middle;
  }
  return right;
}

/** @param {Core} core @param {string} id */
const parametersOf = (core, id) =>
  core.activations.find((activation) => activation.id === id)?.parameters ?? [];

/** @param {Core} core @param {string} id @param {number | undefined} value */
const named = (core, id, value) =>
  value === undefined ? {} : { [parametersOf(core, id)[0].name]: value };
