import { fromBase64, toBase64 } from './base64.js';
import { besides, createHistory, hasOwn, noData, packOwn, unpackOwn, withPoints } from './data.js';
import { diagnose } from './diagnosis.js';
import { createExperiment } from './experiment.js';
import { createSeries } from './series.js';

/**
 * The course of a training: the points, the experiment under way, what was measured, and what can
 * be kept of it. Knows nothing of the page.
 *
 * @typedef {import('./data.js').Data} Data
 * @typedef {ReturnType<typeof createTraining>} Training
 *
 * @typedef {{ dataSet: string, samples: number, noise: number, seed: number }} Source of a data set's points
 *
 * @typedef {Record<string, string | undefined> & KeptTexts} Kept what a link holds beside the attributes; texts, as links have no other
 *
 * @typedef {object} KeptTexts
 * @property {string} [points] the reader's own
 * @property {string} [erased] there if the data set's points are gone
 * @property {string} [updates] since the origin
 * @property {string} [before] updates before it
 * @property {string} [weights] there
 */

/** What a link, a state or a copied tag may hold beside the settings. */
export const KEPT = ['points', 'erased', 'updates', 'before', 'weights'];

/** @param {(name: string) => unknown} value @returns {Kept} */
export const keptIn = (value) =>
  Object.fromEntries(
    KEPT.flatMap((name) => {
      const text = value(name);
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );

/** A link may ask for so many updates to be replayed. */
const MOST_REPLAYED = 2e6;

/** More points of one's own than these do not fit into a link. */
const MOST_IN_LINK = 20000;

/** The test points come from the same source as the data set, with another seed. */
const TEST_SEED = 0x5eed;

/** Updates between two looks. @param {number} total */
const every = (total) => (total < 2000 ? 20 : total < 20000 ? 200 : 2000);

/** @param {any} core */
export function createTraining(core) {
  const history = createHistory();
  const series = createSeries();
  /** @type {Data} */
  let data = noData;
  /** The data set's points alone. @type {Data} */
  let fresh = noData;
  /** Points of the same source, kept back from training. @type {Data} */
  let test = noData;
  /** How many experiments there have been: measurements of different ones are not compared. */
  let course = 0;
  /** Whether the points are others than the experiment's. */
  let stale = false;
  let disposed = false;
  /** @type {import('./experiment.js').Experiment | undefined} */
  let experiment;
  /** @type {import('../../core/network.js').LayerStatistics[]} */
  let layers = [];
  /** @type {import('./diagnosis.js').Diagnosis} */
  let diagnosis = { sentence: '' };

  const names = new Map(core.activations.map((/** @type {any} */ { id, name }) => [id, name]));
  /** An activation's name; of none, what the network is called. @param {string} [id] */
  const nameOf = (id) => names.get(id) ?? 'No hidden layer';

  /** @param {Source} source */
  function fetch({ dataSet, samples, noise, seed }) {
    const of = (/** @type {number} */ samples, /** @type {number} */ seed) =>
      core.dataset(dataSet, { samples, noise, seed });
    const { points, labels } = of(samples, seed);
    fresh = { points, labels, generated: labels.length };
    test = { ...of(Math.max(2, samples >> 1), (seed ^ TEST_SEED) >>> 0), generated: 0 };
  }

  /** @param {import('./experiment.js').Settings} settings @param {import('./experiment.js').Origin} [origin] */
  function begin(settings, origin) {
    const next = createExperiment(core, settings, data, data.generated ? test : noData, origin);
    // Another sum is no value of the same curve.
    const { loss, l1, l2 } = experiment?.settings ?? settings;
    const comparable = loss === settings.loss && l1 === settings.l1 && l2 === settings.l2;
    experiment?.dispose();
    experiment = next;
    course++;
    stale = disposed = false;
    if (!origin || !comparable) series.clear();
    measure(true);
  }

  /** @param {boolean} [inside] the layers too @param {boolean} [thoroughly] on more points */
  function measure(inside = false, thoroughly = inside) {
    if (!experiment) return;
    experiment.measure(thoroughly);
    series.add({
      update: experiment.total,
      course,
      scores: experiment.learners.map(({ loss, accuracy, testLoss, testAccuracy }) => ({
        loss,
        accuracy,
        testLoss,
        testAccuracy,
      })),
    });
    if (inside) layers = experiment.layerStatistics();
    const entries = series.entries.filter((entry) => entry.course === course);
    diagnosis = diagnose({ experiment, entries, layers, nameOf });
  }

  return {
    series,
    nameOf,
    measure,
    get data() {
      return data;
    },
    get history() {
      return history;
    },
    get experiment() {
      return experiment;
    },
    get diagnosis() {
      return diagnosis;
    },

    /**
     * Fetches the data set anew, and keeps the reader's own points beside it.
     * @param {Source} source
     * @param {boolean} wanted or else: points of which none are a data set's stay as they are
     * @returns {boolean} whether there are other points now
     */
    generate(source, wanted) {
      fetch(source);
      const alone = data.generated === 0;
      if (alone && !wanted) return false;
      if (alone && data.labels.length) history.keep(data);
      data = alone ? fresh : besides(fresh, data);
      return true;
    },

    /** Takes back a change of the reader's own points: a data set's are of the one that holds. */
    undo() {
      const before = history.undo();
      if (before) this.edit(before.generated ? besides(fresh, before) : before);
    },

    /** Starts over from the seed. @param {import('./experiment.js').Settings} settings */
    restart: (settings) => begin(settings),

    /** Goes on from the weights reached, with other settings. @param {import('./experiment.js').Settings} settings */
    tune: (settings) => begin(settings, experiment?.total ? experiment.here() : undefined),

    /**
     * Trains up to the next update at which it is looked whether the training has ended: so it ends
     * at the same one on every machine.
     * @param {number} most
     * @returns {{ made: number, end?: import('./diagnosis.js').Diagnosis['end'] }} updates made
     */
    train(most) {
      this.settle();
      if (!experiment) return { made: 0 };
      const before = experiment.total;
      const rest = every(before) - (before % every(before));
      experiment.train(Math.min(most, rest));
      const made = experiment.total - before;
      if (made < rest && !experiment.diverged) return { made };
      measure();
      if (diagnosis.end) measure(true); // it may be so of few points only
      return { made, end: diagnosis.end };
    },

    /** Other points; training goes on from the weights reached. @param {Data} next */
    edit(next) {
      data = next;
      stale = true;
    },

    /** Makes other points count: a stroke changes them more often than there are frames. */
    settle() {
      if (stale && experiment) this.tune(experiment.settings);
    },

    /** Whether a link holds everything. */
    get whole() {
      return data.labels.length - data.generated <= MOST_IN_LINK;
    },

    /** @param {number} [left] updates a replay has still to make @returns {Kept} */
    keep(left = 0) {
      this.settle();
      /** @type {Kept} */
      const kept = {};
      const own = data.labels.length - data.generated;
      if (own > 0 && own <= MOST_IN_LINK) kept.points = packOwn(data);
      if (data.generated === 0) kept.erased = '1';
      const updates = (experiment?.updates ?? 0) + left;
      if (updates) kept.updates = String(updates);
      const origin = experiment?.origin;
      if (origin) {
        kept.before = String(origin.updates);
        kept.weights = origin.parameters
          .map((values) => toBase64(new Uint8Array(values.buffer)))
          .join('.');
      }
      return kept;
    },

    /**
     * Takes up what was kept, as far as it makes sense.
     * @param {Kept} kept
     * @param {import('./experiment.js').Settings} settings
     * @param {Source} source
     * @returns {number} updates still to be made
     */
    resume({ points, erased, updates, before, weights }, settings, source) {
      const own = unpackOwn(points ?? '');
      const last = data;
      fetch(source);
      data = erased ? noData : fresh;
      if (own) data = withPoints(data, own.points, own.labels);
      // What a reader has painted can be brought back; moved within the page, it is the same.
      if (own && packOwn(last) === points) data = { ...data, given: last.given };
      else if (hasOwn(last)) history.keep(last);
      series.clear(); // what was measured before is of another course
      const parameters = weights?.split('.').map(floats);
      try {
        begin(
          settings,
          parameters?.every((p) => p)
            ? { updates: bounded(before), parameters: /** @type {Float32Array[]} */ (parameters) }
            : undefined,
        );
      } catch {
        begin(settings); // weights of another network
      }
      return bounded(updates);
    },

    /** Gives the networks' memory back; what was measured stays. `resume` makes others. */
    dispose() {
      experiment?.dispose();
      disposed = true;
    },

    get disposed() {
      return disposed;
    },
  };
}

/** @param {string} text @returns {Float32Array | undefined} */
function floats(text) {
  const bytes = fromBase64(text);
  if (!bytes || bytes.length % 4) return undefined;
  const values = new Float32Array(bytes.buffer);
  return values.every(Number.isFinite) ? values : undefined;
}

/** @param {unknown} text */
function bounded(text) {
  const n = Number(text);
  return Number.isInteger(n) && n > 0 ? Math.min(n, MOST_REPLAYED) : 0;
}
