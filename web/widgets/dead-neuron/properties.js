import { choice, number, numbers, seed } from '../../shared/attributes.js';
import { WidgetElement } from '../../shared/element.js';
import { activationIds } from '../../shared/functions.js';

/** The attributes as properties. */
export class NeuronProperties extends WidgetElement {
  static attributes = {
    weights: numbers([-3, -2], 'two numbers', ({ length }) => length === 2),
    bias: number(-1),
    activation: choice('relu', activationIds),
    alpha: number(null, { min: -1, max: 2 }),
    'learning-rate': number(0.1, { min: 0.001, max: 10 }),
    seed,
  };

  /**
   * The two weights.
   * @attr
   * @type {number[]}
   */
  get weights() {
    return this.read('weights');
  }
  set weights(value) {
    this.write('weights', value);
  }

  /**
   * The bias.
   * @attr
   * @type {number}
   */
  get bias() {
    return this.read('bias');
  }
  set bias(value) {
    this.write('bias', value);
  }

  /**
   * The function: an id of the core's list.
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
   * The slope for negative z that PReLU has; it learns it. The core's default where it is not given.
   * @attr
   * @type {number | null}
   */
  get alpha() {
    return this.read('alpha');
  }
  set alpha(value) {
    this.write('alpha', value);
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
   * What the cloud of inputs is drawn from.
   * @attr
   * @type {number}
   */
  get seed() {
    return this.read('seed');
  }
  set seed(value) {
    this.write('seed', value);
  }
}
