import { WidgetElement } from '../../shared/element.js';
import { attributes } from './kinds.js';

/** The attributes as properties. */
export class BoundaryProperties extends WidgetElement {
  static attributes = attributes;

  /**
   * The points to be told apart. Read it as the property `dataSet`: in every HTML element, `dataset`
   * is the list of its `data-` attributes. Setting `dataset` sets the attribute, as frameworks do.
   * @attr
   * @type {any}
   */
  get dataset() {
    return super.dataset;
  }
  set dataset(value) {
    this.write('dataset', value);
  }

  /** The value of the attribute dataset. @type {string} */
  get dataSet() {
    return this.read('dataset');
  }
  set dataSet(id) {
    this.write('dataset', id);
  }

  /**
   * The activation function of the hidden layers: an id of the core's list.
   * @attr
   * @type {string}
   */
  get activation() {
    return this.read('activation');
  }
  set activation(value) {
    this.write('activation', value);
  }

  /**
   * One activation for each hidden layer, separated by spaces; `activation` where it is not given.
   * @attr
   * @type {string[] | null}
   */
  get activations() {
    return this.read('activations');
  }
  set activations(value) {
    this.write('activations', value);
  }

  /**
   * The widths of the hidden layers; none makes a linear model.
   * @attr
   * @type {number[]}
   */
  get layers() {
    return this.read('layers');
  }
  set layers(value) {
    this.write('layers', value);
  }

  /**
   * Whether hidden layers as wide as their input add it to their values.
   * @attr
   * @type {boolean}
   */
  get residual() {
    return this.read('residual');
  }
  set residual(value) {
    this.write('residual', value);
  }

  /**
   * The size of an update.
   * @attr learning-rate
   * @type {number}
   */
  get learningRate() {
    return this.read('learning-rate');
  }
  set learningRate(value) {
    this.write('learning-rate', value);
  }

  /**
   * How an update is worked out from the gradient.
   * @attr
   * @type {string}
   */
  get optimizer() {
    return this.read('optimizer');
  }
  set optimizer(value) {
    this.write('optimizer', value);
  }

  /**
   * Points an update looks at.
   * @attr batch-size
   * @type {number}
   */
  get batchSize() {
    return this.read('batch-size');
  }
  set batchSize(value) {
    this.write('batch-size', value);
  }

  /**
   * What is made small: bce, the cross-entropy of a logistic output, or mse, the squared error of the raw output.
   * @attr
   * @type {string}
   */
  get loss() {
    return this.read('loss');
  }
  set loss(value) {
    this.write('loss', value);
  }

  /**
   * How the first weights are drawn.
   * @attr
   * @type {string}
   */
  get init() {
    return this.read('init');
  }
  set init(value) {
    this.write('init', value);
  }

  /**
   * Weight of Σ|w| in the loss.
   * @attr
   * @type {number}
   */
  get l1() {
    return this.read('l1');
  }
  set l1(value) {
    this.write('l1', value);
  }

  /**
   * Weight of Σw²/2 in the loss.
   * @attr
   * @type {number}
   */
  get l2() {
    return this.read('l2');
  }
  set l2(value) {
    this.write('l2', value);
  }

  /**
   * Standard deviation by which the data set's points are shifted.
   * @attr
   * @type {number}
   */
  get noise() {
    return this.read('noise');
  }
  set noise(value) {
    this.write('noise', value);
  }

  /**
   * Number of the data set's points.
   * @attr
   * @type {number}
   */
  get samples() {
    return this.read('samples');
  }
  set samples(value) {
    this.write('samples', value);
  }

  /**
   * Seed of the data set's points, of the first weights and of the order of all points.
   * @attr
   * @type {number}
   */
  get seed() {
    return this.read('seed');
  }
  set seed(value) {
    this.write('seed', value);
  }

  /**
   * The activation of a second network beside the first, which is the same in everything else.
   * @attr
   * @type {string | null}
   */
  get compare() {
    return this.read('compare');
  }
  set compare(value) {
    this.write('compare', value);
  }

  /**
   * Whether training starts by itself, once on screen; not where the reader prefers reduced motion.
   * @attr
   * @type {boolean}
   */
  get autoplay() {
    return this.read('autoplay');
  }
  set autoplay(value) {
    this.write('autoplay', value);
  }

  /**
   * Which parts are shown: some of play, step, restart, seed, dataset, activation, compare, layers,
   * learning-rate, optimizer, noise, more, paint, inside, chart, export; or none. All by default.
   * @attr
   * @type {string[]}
   */
  get controls() {
    return this.read('controls');
  }
  set controls(value) {
    this.write('controls', value);
  }
}
