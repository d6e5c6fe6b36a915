import { reserve, takeOutput, trainingNames } from './areas.js';
import { checkFloats, checkInteger, checkNumber } from './checks.js';
import { activationFacts } from './facts.js';
import {
  checkPlane,
  checkSlice,
  loadPoints,
  loadSamples,
  unitsOf,
  WIDEST,
} from './network-arguments.js';
import { checkSettings } from './network-settings.js';

/**
 * @typedef {import('./module.js').Raw} Raw
 * @typedef {import('./network-settings.js').NetworkOptions} NetworkOptions
 * @typedef {import('./network-settings.js').Settings} Settings
 *
 * @typedef {object} TrainingReport
 * @property {number} step updates made so far, or the one that failed
 * @property {number} loss of the last batch before its update, penalties included
 * @property {boolean} finite false once loss or parameters left the finite numbers: the parameters
 *   are those before that update, and training goes on only after they have been set
 *
 * @typedef {import('./network-arguments.js').Grid} Grid
 * @typedef {object} LayerStatistics
 * @property {number} gradientNorm Euclidean norm of ∂loss/∂W
 * @property {number} activationMean of the layer's values
 * @property {number} activationStd
 * @property {number} deadFraction units whose slope is 0 at every point
 * @property {number} saturatedFraction slopes between -0.05 and 0.05
 */

/** Updates at once. */
const MOST_STEPS = 2 ** 31 - 1;

/**
 * Small networks, trained and evaluated.
 * @param {Raw} raw
 */
export function networks(raw) {
  const names = trainingNames(raw);
  const activations = activationFacts(raw);
  return {
    /** The names createNetwork knows. */
    inits: Object.freeze(names.inits),
    losses: Object.freeze(names.losses),
    optimizers: Object.freeze(names.optimizers),

    /**
     * A network with its seeded first weights.
     * @param {NetworkOptions} options
     */
    createNetwork(options) {
      return new Network(raw, checkSettings(options, names, activations));
    },
  };
}

export class Network {
  #raw;
  #handle;
  #layers;

  /**
   * @param {Raw} raw
   * @param {Settings} settings
   */
  constructor(raw, { layers, activations, parameters, numbers }) {
    this.#raw = raw;
    this.#layers = Object.freeze([...layers]);
    const input = [...layers, ...activations, ...parameters];
    reserve(raw, 'createNetwork', { input: input.length });
    raw.inputArea().set(input);
    this.#handle = raw.networkCreate(layers.length, ...numbers);
    if (this.#handle === 0) {
      throw new RangeError(
        `createNetwork: not enough memory for the layers ${layers.join(' ')}; dispose of networks that are not needed`,
      );
    }
    if (this.#handle < 0) {
      throw new RangeError(`createNetwork: rule ${-this.#handle} of network_error is broken`);
    }
  }

  /** The widths: inputs, hidden layers, outputs. */
  get layers() {
    return this.#layers;
  }

  get #outputs() {
    return this.#layers[this.#layers.length - 1];
  }

  /**
   * A copy of all parameters: per layer W row-major [outputs][inputs], b [outputs], then its
   * learned alpha with PReLU. Setting them begins training anew from them: step 0, an optimizer
   * that remembers nothing, the order of the samples from the seed.
   * @returns {Float32Array}
   */
  get parameters() {
    return this.#raw.networkParameters(this.#open).slice();
  }

  set parameters(values) {
    checkFloats('parameters', values);
    const count = this.#raw.networkParameterCount(this.#open);
    if (values.length !== count) {
      throw new RangeError(`parameters: this network has ${count}, not ${values.length}`);
    }
    reserve(this.#raw, 'parameters', { input: count });
    this.#raw.inputArea().set(values);
    this.#raw.networkSetParameters(this.#open);
  }

  /** @param {number} rate */
  setLearningRate(rate) {
    this.#raw.networkSetLearningRate(
      this.#open,
      checkNumber('setLearningRate: rate', rate, 0, Infinity),
    );
  }

  /**
   * Makes updates from mini-batches in a seeded order. Training in portions equals training at
   * once.
   *
   * @param {Float32Array} points
   * @param {Uint8Array} labels
   * @param {number} steps updates to be made
   * @returns {TrainingReport}
   */
  train(points, labels, steps) {
    checkInteger('train: steps', steps, 0, MOST_STEPS);
    const count = loadSamples(this.#raw, this.#layers, 'train', points, labels);
    const [step, loss, finite, outOfMemory] = this.#raw.networkTrain(this.#open, count, steps);
    if (outOfMemory)
      throw new RangeError(`train: not enough memory for the order of ${count} samples`);
    return { step, loss, finite: Boolean(finite) };
  }

  /**
   * @param {Float32Array} points
   * @returns {Float32Array} P(class 1) of each point, or the probability of each class, point after
   *   point; raw outputs with the loss mse
   */
  predict(points) {
    const count = loadPoints(this.#raw, this.#layers, 'predict', points, this.#outputs);
    this.#raw.networkPredict(this.#open, count);
    return takeOutput(this.#raw, count * this.#outputs);
  }

  /**
   * What predict says at the centre of each pixel, row after row.
   * @param {Grid} grid
   * @param {Float32Array} [into] filled and returned in place of a new array; as long as needed
   * @returns {Float32Array}
   */
  predictGrid(grid, into) {
    const outputs = this.#outputs;
    const { numbers, pixels } = checkSlice(this.#raw, this.#layers, 'predictGrid', grid, outputs);
    const count = pixels * outputs;
    if (into && checkFloats('predictGrid: into', into).length !== count) {
      throw new RangeError(`predictGrid: into must have ${count} numbers, not ${into.length}`);
    }
    this.#raw.networkPredictGrid(this.#open, ...numbers);
    if (!into) return takeOutput(this.#raw, count);
    into.set(this.#raw.outputArea().subarray(0, count));
    return into;
  }

  /**
   * The values of a layer, point after point.
   * @param {Float32Array} points
   * @param {number} layer 0 is the first hidden one
   * @returns {Float32Array}
   */
  activations(points, layer) {
    const units = unitsOf(this.#layers, 'activations', layer);
    const count = loadPoints(this.#raw, this.#layers, 'activations', points, units);
    this.#raw.networkActivations(this.#open, layer, count);
    return takeOutput(this.#raw, count * units);
  }

  /**
   * A picture of each unit of a layer.
   * @param {Grid} grid
   * @param {number} layer 0 is the first hidden one
   * @returns {Float32Array[]}
   */
  activationGrids(grid, layer) {
    const units = unitsOf(this.#layers, 'activationGrids', layer);
    const { numbers, pixels } = checkSlice(this.#raw, this.#layers, 'activationGrids', grid, units);
    this.#raw.networkActivationsGrid(this.#open, layer, ...numbers);
    const pictures = this.#raw.outputArea();
    return Array.from({ length: units }, (_, unit) =>
      pictures.slice(unit * pixels, (unit + 1) * pixels),
    );
  }

  /**
   * A number for each pixel, the same within a linear region of the network (activations with
   * kinks) and another one beyond its border.
   * @param {Grid} grid
   * @returns {Uint32Array}
   */
  regionGrid(grid) {
    const { numbers, pixels } = checkSlice(this.#raw, this.#layers, 'regionGrid', grid, 1);
    this.#raw.networkRegionsGrid(this.#open, ...numbers);
    return new Uint32Array(takeOutput(this.#raw, pixels).buffer);
  }

  /**
   * The straight lines on which a unit of the first layer is at a kink of its activation, cut to
   * the rectangle.
   * @param {{ xMin: number, xMax: number, yMin: number, yMax: number }} rectangle
   * @returns {{ unit: number, x0: number, y0: number, x1: number, y1: number }[]}
   */
  kinkLines(rectangle) {
    const { xMin, xMax, yMin, yMax } = checkPlane(this.#layers, 'kinkLines', rectangle);
    reserve(this.#raw, 'kinkLines', { output: 10 * WIDEST });
    const count = this.#raw.networkKinkLines(this.#open, xMin, xMax, yMin, yMax);
    const numbers = this.#raw.outputArea();
    return Array.from({ length: count }, (_, i) => {
      const [unit, x0, y0, x1, y1] = numbers.slice(5 * i, 5 * i + 5);
      return { unit, x0, y0, x1, y1 };
    });
  }

  /**
   * Mean loss over the points, penalties included.
   * @param {Float32Array} points
   * @param {Uint8Array} labels
   */
  loss(points, labels) {
    return this.#raw.networkLoss(
      this.#open,
      loadSamples(this.#raw, this.#layers, 'loss', points, labels),
    );
  }

  /**
   * Share of the points whose likeliest class is their label.
   * @param {Float32Array} points
   * @param {Uint8Array} labels
   */
  accuracy(points, labels) {
    return this.#raw.networkAccuracy(
      this.#open,
      loadSamples(this.#raw, this.#layers, 'accuracy', points, labels),
    );
  }

  /**
   * ∂loss/∂parameters over all points, laid out as the parameters.
   * @param {Float32Array} points
   * @param {Uint8Array} labels
   * @returns {Float32Array}
   */
  gradients(points, labels) {
    return this.#raw
      .networkGradients(
        this.#open,
        loadSamples(this.#raw, this.#layers, 'gradients', points, labels),
      )
      .slice();
  }

  /**
   * One entry for each layer, the last one included.
   * @param {Float32Array} points
   * @param {Uint8Array} labels
   * @returns {LayerStatistics[]}
   */
  layerStatistics(points, labels) {
    const numbers = this.#raw.networkStatistics(
      this.#open,
      loadSamples(this.#raw, this.#layers, 'layerStatistics', points, labels),
    );
    return this.#layers.slice(1).map((_, l) => {
      const [gradientNorm, activationMean, activationStd, deadFraction, saturatedFraction] =
        numbers.slice(5 * l, 5 * l + 5);
      return { gradientNorm, activationMean, activationStd, deadFraction, saturatedFraction };
    });
  }

  /** Gives the memory back. The network cannot be used any more. */
  dispose() {
    if (this.#handle > 0) this.#raw.networkDispose(this.#handle);
    this.#handle = 0;
  }

  get #open() {
    if (this.#handle === 0) throw new TypeError('this network has been disposed');
    return this.#handle;
  }
}
