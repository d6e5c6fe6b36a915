import { activations } from '../../core/activations.js';
import { gaussian } from '../../core/gaussian.js';
import { choice, number, numbers } from '../../shared/attributes.js';
import { createMenu, createSlider } from '../../shared/controls.js';
import { h, setColours } from '../../shared/dom.js';
import { WidgetElement } from '../../shared/element.js';
import { fixed, reading } from '../../shared/format.js';
import { activationIds, activationOptions, factsOf } from '../../shared/functions.js';
import { columnsOf } from './columns.js';
import { paintTable } from './picture.js';
import { createRows } from './rows.js';
import { style } from './style.js';

/**
 * What `input` and `change` tell.
 * @typedef {object} ActivationTableDetail
 * @property {string} activation
 * @property {number} x
 * @property {number} value
 * @property {number} slope
 */

/**
 * Values and slopes of an activation function at chosen inputs, as a table, with a last row for
 * any other x. Pressing an input picks it as x.
 *
 * @tag activation-table
 * @slot - shown until the widget is ready, and where it cannot start
 * @slot {input} - an author's remark on the row of an input: slot="-1" for the input −1. Remarks
 *   are about the author's functions, and are not shown while the reader looks at others.
 * @fires {CustomEvent<ActivationTableDetail>} input - while x or a function changes; `detail` has activation, x, value, slope
 * @fires {CustomEvent<ActivationTableDetail>} change - when such a change is done; the same `detail`
 * @csspart root - everything but the fallback
 * @csspart table - the table
 * @csspart menu - a menu of functions
 * @csspart slider - the slider of x
 * @csspart error - the sentence that says what is wrong
 * @cssproperty [--aw-max-width=46em] - how wide the widget grows
 * @cssproperty --aw-accent - colour of what can be moved and of the controls
 * @cssproperty --aw-x - colour of x
 * @cssproperty --aw-slope - colour of slopes
 * @cssproperty --aw-relu - colour of ReLU; each function's id has such a property
 */
export class ActivationTable extends WidgetElement {
  static capabilities = [activations, gaussian];

  static module = /** @type {const} */ ('activations');
  static style = style;
  static attributes = {
    activation: choice('relu', activationIds),
    inputs: numbers(
      [-1, 2, 0.5, -3],
      'one to fifty numbers',
      ({ length }) => length > 0 && length <= 50,
    ),
    compare: choice(null, activationIds),
    x: number(1),
  };

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
   * The inputs, separated by spaces.
   * @attr
   * @type {number[]}
   */
  get inputs() {
    return this.read('inputs');
  }
  set inputs(value) {
    this.write('inputs', value);
  }

  /**
   * A second function, in columns beside the first.
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
   * The input of the last row.
   * @attr
   * @type {number}
   */
  get x() {
    return this.read('x');
  }
  set x(value) {
    this.write('x', value);
  }

  #menu = createMenu('Function', (activation) => this.pick({ activation }));
  #second = createMenu('Compare with', (id) => this.pick({ compare: id || null }));
  #rows = createRows((x) => this.pick({ x }));
  #slider = createSlider({
    move: (x) => this.drag({ x }),
    commit: () => this.settle(),
  });

  build() {
    this.#second.node.classList.add('second');
    this.whileConnected((signal) => {
      const remarks = new MutationObserver(() => this.invalidate());
      remarks.observe(this, { childList: true });
      const width = new ResizeObserver(() => this.invalidate());
      width.observe(this);
      signal.addEventListener('abort', () => {
        remarks.disconnect();
        width.disconnect();
      });
    });
    return [
      h('div', { class: 'row menus' }, this.#menu.node, this.#second.node),
      this.#rows.node,
      this.#slider.node,
    ];
  }

  update() {
    const { activation, compare, core } = this;
    const options = activationOptions(core);
    this.#menu.show(options, activation);
    const others = options.filter(([id]) => id !== activation || id === compare);
    this.#second.show([['', 'compare with …'], ...others], compare ?? '');
    this.#setColours();
    this.#slider.show({
      label: 'x',
      min: -6,
      max: 6,
      step: 0.1,
      value: this.x,
      text: this.#spoken(),
    });
    this.#rows.show({
      caption: `Values and slopes of ${this.#names().join(' and ')}`,
      columns: columnsOf(core, this.#ids(), [...this.inputs, this.x]),
      inputs: this.inputs,
      x: this.x,
      remarks: this.#remarks(),
      room: this.#rows.node.clientWidth / (5.5 * this.theme.size),
    });
  }

  /** For the ear: "x = 1.00, Sigmoid 0.731, slope 0.197". */
  #spoken() {
    const read = this.#ids().map((id) => {
      const { value, slope } = this.#at(id);
      return `${factsOf(this.core, id).name} ${reading(value)}, slope ${reading(slope)}`;
    });
    return [fixed(this.x, 2), ...read].join(', ');
  }

  /** @returns {ActivationTableDetail} */
  detail() {
    const { activation, x } = this;
    return { activation, x, ...this.#at(activation) };
  }

  /** @param {string} id */
  #at(id) {
    const { value, derivative } = this.core.evaluate(id, Float32Array.of(this.x));
    return { value: value[0], slope: derivative[0] };
  }

  /** The table as a picture. */
  get picture() {
    if (!this.core) return undefined;
    return paintTable(this.#rows.table, this.theme, this.#names().join(', '));
  }

  /** The functions shown. @returns {string[]} */
  #ids() {
    return [this.activation, ...(this.compare ? [this.compare] : [])];
  }

  #names() {
    return this.#ids().map((id) => factsOf(this.core, id).name);
  }

  /** Names of the slots with something in them. @returns {string[]} */
  #remarks() {
    if (this.activation !== this.start('activation') || this.compare !== this.start('compare'))
      return [];
    const known = new Set([...this.children].map((child) => child.slot));
    return this.inputs.map(String).filter((name) => known.has(name));
  }

  #setColours() {
    const { ink, muted, hairline } = this.theme;
    setColours(this.#rows.node.parentElement, {
      f: ink(this.activation),
      g: this.compare ? ink(this.compare) : muted,
      x: ink('x'),
      slope: ink('slope'),
      hairline,
    });
  }
}
