import { choice, choices, flag, number, numbers } from '../../shared/attributes.js';
import { within } from '../../shared/axes.js';
import { WidgetElement } from '../../shared/element.js';
import { activationIds, factsOf } from '../../shared/functions.js';

/** @typedef {import('../../core/activations.js').Activation} Activation */

/**
 * A parameter of the function shown, within the limits the core tells.
 * @param {string} name
 * @returns {import('../../shared/attributes.js').Kind<number | null>}
 */
const parameter = (name) => ({
  initial: null,
  parse: (text, element) => number(null, limits(element, name)).parse(text, element),
  expects: (element) => number(null, limits(element, name)).expects(element),
});

/** @param {any} element @param {string} name */
const limits = (element, name) =>
  element.core &&
  element.facts().parameters.find((/** @type {any} */ known) => known.name === name);

/** The attributes as properties, and what they say of the function shown. */
export class ExplorerProperties extends WidgetElement {
  static attributes = {
    activation: choice('relu', activationIds),
    functions: choices(null, activationIds),
    x: number(1),
    alpha: parameter('alpha'),
    beta: parameter('beta'),
    compare: choice(null, activationIds),
    domain: numbers(
      [-6, 6],
      'two numbers, the smaller one first',
      ([a, b, ...rest]) => a < b && rest.length === 0,
    ),
    preview: flag,
  };

  /**
   * The function shown: an id of the core's list.
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
   * Ids of the functions to choose from, separated by spaces; all where it is not given.
   * @attr
   * @type {string[] | null}
   */
  get functions() {
    return this.read('functions');
  }
  set functions(value) {
    this.write('functions', value);
  }

  /**
   * Where the handle is; kept within the domain.
   * @attr
   * @type {number}
   */
  get x() {
    return within(this.domain, this.read('x'));
  }
  set x(value) {
    this.write('x', value);
  }

  /**
   * The parameter of Leaky ReLU, PReLU and ELU; the function's own default where it is not given.
   * @attr
   * @type {number | null}
   */
  get alpha() {
    return this.#parameter('alpha');
  }
  set alpha(value) {
    this.write('alpha', value);
  }

  /**
   * The parameter of Swish.
   * @attr
   * @type {number | null}
   */
  get beta() {
    return this.#parameter('beta');
  }
  set beta(value) {
    this.write('beta', value);
  }

  /**
   * A second function to compare with.
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
   * The two ends of the x axis.
   * @attr
   * @type {number[]}
   */
  get domain() {
    return this.read('domain');
  }
  set domain(value) {
    this.write('domain', value);
  }

  /**
   * Whether the reference matrix is shown, put through the function.
   * @attr
   * @type {boolean}
   */
  get preview() {
    return this.read('preview');
  }
  set preview(value) {
    this.write('preview', value);
  }

  /** @internal @param {string} [id] @returns {Activation} */
  facts(id = this.activation) {
    return factsOf(this.core, id);
  }

  /** The parameters of the function, by name. @internal @returns {Record<string, number>} */
  parameters() {
    const { parameters } = this.facts();
    return Object.fromEntries(
      parameters.map((known) => [known.name, this.#parameter(known.name) ?? known.default]),
    );
  }

  /** @param {string} name @returns {number | null} */
  #parameter(name) {
    // The attribute is meant for the function the widget starts with.
    const given =
      this.activation === this.start('activation') ? this.read(name) : this.chosen(name);
    return given ?? (this.core ? (limits(this, name)?.default ?? null) : null);
  }
}
