/**
 * One network, or two that differ in nothing but the activation, and the points they learn from.
 * An experiment is given by where it begins (a seed, or weights reached earlier), its settings and
 * its data; the number of updates since then is all else there is to know, hence links that replay
 * to the same bits. To change something on the way is to begin another experiment from the weights
 * reached.
 *
 * @typedef {object} Settings
 * @property {number[]} layers widths of the hidden layers
 * @property {string[]} activations of each hidden layer
 * @property {string | null} compare the twin's activation
 * @property {string} init
 * @property {number} seed
 * @property {boolean} residual
 * @property {string} loss
 * @property {string} optimizer
 * @property {number} learningRate
 * @property {number} batchSize
 * @property {number} l1
 * @property {number} l2
 *
 * @typedef {object} Origin
 * @property {number} updates made before
 * @property {Float32Array[]} parameters of each network
 *
 * @typedef {object} Learner one of the networks, and what was last measured of it
 * @property {import('../../core/network.js').Network} network
 * @property {string[]} activations
 * @property {number} updates
 * @property {boolean} finite
 * @property {number} loss
 * @property {number} accuracy
 * @property {number} testLoss NaN without test points
 * @property {number} testAccuracy
 */

/** Hidden layers, at most. */
export const MOST_LAYERS = 8;

/** Properties of the widget that are settings as they are. */
const PLAIN = [
  ...['compare', 'init', 'seed', 'residual', 'loss'],
  ...['optimizer', 'learningRate', 'batchSize', 'l1', 'l2'],
];

/** @param {import('./properties.js').BoundaryProperties} values @returns {Settings} */
export function settingsOf(values) {
  const { layers, activation, activations: each } = values;
  const plain = /** @type {any} */ (
    Object.fromEntries(PLAIN.map((name) => [name, Reflect.get(values, name)]))
  );
  return { ...plain, layers, activations: layers.map((_, i) => each?.[i] ?? activation) };
}

/** Loss and accuracy are measured on so many points at most: while training, and at rest. */
const SAMPLE = 2000;
const LARGE_SAMPLE = 20000;

/** A network of more parameters is measured on fewer points, in about the same time; on no less. */
const MANY_PARAMETERS = 2500;
const SMALL_SAMPLE = 200;

/** @typedef {ReturnType<typeof createExperiment>} Experiment */

/**
 * @param {any} core
 * @param {Settings} settings
 * @param {import('./data.js').Data} data
 * @param {import('./data.js').Data} test
 * @param {Origin} [origin]
 */
export function createExperiment(core, settings, data, test, origin) {
  const { layers, activations, compare, ...options } = settings;
  const nets = [activations, ...(compare ? [layers.map(() => compare)] : [])];
  const before = origin?.updates ?? 0;
  /** @type {Learner[]} */
  const learners = [];
  let updates = 0;
  try {
    for (const [i, activation] of nets.entries()) {
      const network = core.createNetwork({
        ...options,
        layers: [2, ...layers, 1],
        activation,
      });
      learners.push({
        network,
        activations: activation,
        updates: 0,
        finite: true,
        loss: 0,
        accuracy: 0,
        testLoss: 0,
        testAccuracy: 0,
      });
      if (origin?.parameters[i]) network.parameters = origin.parameters[i];
    }
  } catch (error) {
    dispose();
    throw error;
  }

  function dispose() {
    for (const { network } of learners) network.dispose();
  }

  return {
    learners,
    settings,
    data,
    origin,
    dispose,

    /** Updates since the experiment began. */
    get updates() {
      return updates;
    },

    /** Updates in all. */
    get total() {
      return before + updates;
    },

    get diverged() {
      return learners.some(({ finite }) => !finite);
    },

    /**
     * In lockstep: no network gets ahead of the first one.
     * @param {number} count
     */
    train(count) {
      if (data.labels.length === 0 || learners.some(({ finite }) => !finite)) return;
      for (const learner of learners) {
        const ahead = updates + count - learner.updates;
        if (ahead <= 0) continue;
        const { step, finite } = learner.network.train(data.points, data.labels, ahead);
        learner.finite = finite;
        learner.updates = finite ? step : step - 1;
        if (learner === learners[0]) count = learner.updates - updates;
      }
      updates += count;
    },

    /** Measures all networks. @param {boolean} [thoroughly] */
    measure(thoroughly = false) {
      const share = Math.min(1, MANY_PARAMETERS / learners[0].network.parameters.length);
      const most = Math.max(SMALL_SAMPLE, share * (thoroughly ? LARGE_SAMPLE : SAMPLE));
      const some = (/** @type {import('./data.js').Data} */ all) =>
        sampled(all, 2 * Math.round(most / 2));
      const learned = some(data);
      const unseen = some(test);
      for (const learner of learners) {
        const { network } = learner;
        const [loss, accuracy] = scores(network, learned);
        const [testLoss, testAccuracy] = scores(network, unseen);
        Object.assign(learner, { loss, accuracy, testLoss, testAccuracy });
      }
    },

    /** @returns {import('../../core/network.js').LayerStatistics[]} of the first network */
    layerStatistics() {
      const { points, labels } = sampled(data, SAMPLE);
      return labels.length ? learners[0].network.layerStatistics(points, labels) : [];
    },

    /** Where another experiment could go on. @returns {Origin} */
    here: () => ({
      updates: before + updates,
      parameters: learners.map(({ network }) => network.parameters),
    }),
  };
}

/**
 * @param {import('../../core/network.js').Network} network
 * @param {{ points: Float32Array, labels: Uint8Array }} on
 */
const scores = (network, { points, labels }) =>
  labels.length
    ? [network.loss(points, labels), network.accuracy(points, labels)]
    : [Number.NaN, Number.NaN];

/**
 * Points spread evenly over all of them, in pairs of neighbours: a data set's classes take turns, and
 * an even step would meet one of them alone.
 * @param {import('./data.js').Data} data
 * @param {number} most even
 */
function sampled({ points, labels }, most) {
  if (labels.length <= most) return { points, labels };
  const some = { points: new Float32Array(2 * most), labels: new Uint8Array(most) };
  for (let k = 0; k < most; k++) {
    const i = 2 * Math.floor(((k >> 1) * labels.length) / most) + (k & 1);
    some.points[2 * k] = points[2 * i];
    some.points[2 * k + 1] = points[2 * i + 1];
    some.labels[k] = labels[i];
  }
  return some;
}
