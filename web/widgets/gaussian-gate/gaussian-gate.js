import { activations } from '../../core/activations.js';
import { gaussian } from '../../core/gaussian.js';
import { flag, number } from '../../shared/attributes.js';
import { within } from '../../shared/axes.js';
import { createCanvas } from '../../shared/canvas.js';
import { createCheck } from '../../shared/check.js';
import { h, setText } from '../../shared/dom.js';
import { WidgetElement } from '../../shared/element.js';
import { fixed, reading } from '../../shared/format.js';
import { createHandle } from '../../shared/handle.js';
import { createReadings, readingsStyle } from '../../shared/readings.js';
import { DOMAIN, drawPicture, sampleGates } from './picture.js';
import { style } from './style.js';

/** @typedef {{ x: number, pdf: number, cdf: number, gelu: number, sigmoid: number, swish: number }} Gates */
/** @typedef {Gates} GaussianGateDetail what `input` and `change` tell */

/** Numbers as long as they get, far to the left. @type {Gates} */
const LONGEST = { x: -1e4, pdf: 0, cdf: 1e-10, gelu: -1e-10, sigmoid: 1e-10, swish: -1e-10 };

/**
 * The gate inside GELU: the bell curve dotted, its distribution solid. The area under the bell up
 * to x is the height of the distribution at x, and the share of x that GELU lets through.
 *
 * @tag gaussian-gate
 * @slot - shown until the widget is ready, and where it cannot start
 * @fires {CustomEvent<GaussianGateDetail>} input - while x or a choice changes; `detail` has x, pdf, cdf, gelu, sigmoid, swish
 * @fires {CustomEvent<GaussianGateDetail>} change - when such a change is done; the same `detail`
 * @csspart root - everything but the fallback
 * @csspart picture - the frame of the canvas
 * @csspart readings - the values at x
 * @csspart sentence - what the values mean
 * @csspart error - the sentence that says what is wrong
 * @cssproperty [--aw-max-width=46em] - how wide the widget grows
 * @cssproperty --aw-accent - colour of what can be moved and of the controls
 * @cssproperty --aw-gelu - colour of the Gaussian gate
 * @cssproperty --aw-swish - colour of the sigmoid gate
 * @cssproperty --aw-x - colour of x
 */
export class GaussianGate extends WidgetElement {
  static capabilities = [activations, gaussian];

  static module = /** @type {const} */ ('activations');
  static attributes = { x: number(1), compare: flag };
  static style = `${readingsStyle}${style}`;

  /**
   * Where the curves are read. What is drawn stays within −6 and 6.
   * @attr
   * @type {number}
   */
  get x() {
    return this.read('x');
  }
  set x(value) {
    this.write('x', value);
  }

  /**
   * Whether the sigmoid gate, the one of Swish, is drawn beside it.
   * @attr
   * @type {boolean}
   */
  get compare() {
    return this.read('compare');
  }
  set compare(value) {
    this.write('compare', value);
  }

  #canvas = createCanvas(this);
  #readings = createReadings();
  #others = createReadings();
  #sentence = h('p', { part: 'sentence' });
  #compare = createCheck((compare) => this.pick({ compare }));
  #handle = createHandle(this, this.#canvas, 'x', {
    toValue: (at) => this.#frame?.invert(at) ?? this.x,
    move: (x) => x === this.x || this.drag({ x }),
    commit: () => this.settle(),
  });

  /** @type {import('../../shared/axes.js').Frame | undefined} */
  #frame;

  build() {
    return [
      this.#readings.node,
      this.#others.node,
      this.#canvas.frame,
      this.#sentence,
      this.#compare.node,
    ];
  }

  update() {
    const gates = this.detail();
    this.#compare.show('Compare with the sigmoid gate of Swish', this.compare);
    this.#showReadings(gates);
    setText(this.#sentence, this.#meaning(gates));
    this.#sentence.dataset.longest = this.#meaning(LONGEST);
    const [min, max] = DOMAIN;
    const value = within(DOMAIN, gates.x);
    this.#handle.show({ min, max, step: 0.1, value, text: this.#spoken(gates) });
    this.#canvas.describe(
      `The bell curve, dotted, and its distribution, solid, over x from ${min} to ${max}`,
    );
    this.#paint(gates, value);
  }

  /** @returns {GaussianGateDetail} */
  detail() {
    const { x, core } = this;
    const at = Float32Array.of(x);
    const { pdf, cdf } = core.gaussian(at);
    const value = (/** @type {string} */ id) => core.evaluate(id, at).value[0];
    return {
      x,
      pdf: pdf[0],
      cdf: cdf[0],
      gelu: value('gelu'),
      sigmoid: value('sigmoid'),
      swish: value('swish'),
    };
  }

  /** @param {Gates} gates */
  #showReadings({ x, pdf, cdf, gelu, sigmoid, swish }) {
    const { ink } = this.theme;
    const green = { colour: ink('gelu') };
    const blue = { colour: ink('swish') };
    this.#readings.show([
      { name: 'x', text: fixed(x, 2), colour: ink('x') },
      { name: 'φ(x)', text: reading(pdf), ...green },
      { name: 'Φ(x)', text: reading(cdf), ...green },
      { name: 'x·Φ(x)', text: reading(gelu), ...green },
    ]);
    this.#others.node.hidden = !this.compare;
    this.#others.show([
      { name: 'σ(x)', text: reading(sigmoid), ...blue },
      { name: 'x·σ(x)', text: reading(swish), ...blue },
    ]);
  }

  /** @param {Gates} gates */
  #meaning({ x, cdf, gelu, sigmoid, swish }) {
    const at = fixed(x, 2);
    const open = `The area under the bell up to ${at} is ${reading(cdf)}, the height of Φ there. The gate lets that share of x through: GELU(${at}) = ${reading(gelu)}.`;
    return this.compare
      ? `${open} The sigmoid gate has heavier tails: it lets ${reading(sigmoid)} through, and Swish(${at}) = ${reading(swish)}.`
      : open;
  }

  /** @param {Gates} gates */
  #spoken({ x, pdf, cdf, gelu, sigmoid, swish }) {
    const own = `x = ${fixed(x, 2)}, φ ${reading(pdf)}, Φ ${reading(cdf)}, GELU ${reading(gelu)}`;
    return this.compare ? `${own}, σ ${reading(sigmoid)}, Swish ${reading(swish)}` : own;
  }

  /** @param {Gates} gates @param {number} seen x, within the picture */
  #paint(gates, seen) {
    const { theme } = this;
    const sheet = this.#canvas.begin();
    if (!sheet) return;
    this.#frame = drawPicture(sheet, theme, {
      gates,
      seen,
      curves: sampleGates(this.core, Math.round(sheet.width)),
      compare: this.compare,
      handle: this.#handle.look(theme),
    });
  }
}
