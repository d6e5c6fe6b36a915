import { choice, choices, flag, number, seed } from '../../shared/attributes.js';
import { WidgetElement } from '../../shared/element.js';
import { activationIds } from '../../shared/functions.js';
import { slopePairs } from './slopes.js';
import { initNames } from './words.js';

/** Layers. */
export const MOST = 64;

/** The attributes as properties. */
export class GradientProperties extends WidgetElement {
  static attributes = {
    activations: choices(['sigmoid', 'tanh', 'relu'], activationIds),
    activation: choice(null, activationIds),
    depth: number(10, { min: 1, max: MOST, whole: true }),
    layer: number(1, { min: 1, max: MOST, whole: true }),
    width: number(32, { min: 1, max: 128, whole: true }),
    init: choice('he_normal', Object.keys(initNames)),
    residual: flag,
    seed,
    textbook: choice('typical', ['typical', 'largest', 'both', 'none']),
    slopes: slopePairs,
  };

  /**
   * The functions compared: ids of the core's list, separated by spaces.
   * @attr
   * @type {string[]}
   */
  get activations() {
    return this.read('activations');
  }
  set activations(value) {
    this.write('activations', value);
  }

  /**
   * The function in front, also the one picked elsewhere in the group.
   * @attr
   * @type {string | null}
   */
  get activation() {
    return this.read('activation');
  }
  set activation(value) {
    this.write('activation', value);
  }

  /**
   * Layers, 1 to 64.
   * @attr
   * @type {number}
   */
  get depth() {
    return this.read('depth');
  }
  set depth(value) {
    this.write('depth', value);
  }

  /**
   * The layer that is read, 1 at the input; at most the depth.
   * @attr
   * @type {number}
   */
  get layer() {
    return Math.min(this.read('layer'), this.depth);
  }
  set layer(value) {
    this.write('layer', value);
  }

  /**
   * Neurons in a layer, 1 to 128.
   * @attr
   * @type {number}
   */
  get width() {
    return this.read('width');
  }
  set width(value) {
    this.write('width', value);
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
   * Whether every layer adds its input to its output.
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
   * What the weights are drawn from.
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
   * Which products of slopes are drawn, dashed: typical, largest, both or none.
   * @attr
   * @type {string}
   */
  get textbook() {
    return this.read('textbook');
  }
  set textbook(value) {
    this.write('textbook', value);
  }

  /**
   * Typical slopes other than the article's, as pairs like sigmoid=0.25.
   * @attr
   * @type {string[]}
   */
  get slopes() {
    return this.read('slopes');
  }
  set slopes(value) {
    this.write('slopes', value);
  }
}
