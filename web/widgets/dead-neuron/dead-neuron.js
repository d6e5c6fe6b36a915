import { activations } from '../../core/activations.js';
import { neuron } from '../../core/neuron.js';
import { within } from '../../shared/axes.js';
import { createCanvas } from '../../shared/canvas.js';
import { createMenu } from '../../shared/controls.js';
import { button, h, setColours, setText } from '../../shared/dom.js';
import { reading } from '../../shared/format.js';
import { activationOptions, factsOf } from '../../shared/functions.js';
import { createHandle } from '../../shared/handle.js';
import { joined } from '../../shared/pictures.js';
import { drawCurve } from './curve.js';
import { diagnose, LONGEST } from './diagnosis.js';
import { drawInputs } from './inputs.js';
import { createNumbers } from './numbers.js';
import { NeuronProperties } from './properties.js';
import { createSliders, ENDS, REACH } from './sliders.js';
import { style } from './style.js';

/** @typedef {import('../../core/neuron.js').NeuronPass} NeuronPass */

const SAMPLES = 60;
/** Updates that one press of the button runs, and how many of them in a frame. */
const MANY = 200;
const A_FRAME = 2;

/**
 * What `input` and `change` tell.
 * @typedef {object} DeadNeuronDetail
 * @property {string} activation
 * @property {number[]} weights
 * @property {number} bias
 * @property {number} loss
 * @property {number} firing how many samples the neuron fires for
 * @property {import('../../core/neuron.js').NeuronParameters} gradient
 * @property {import('../../core/neuron.js').NeuronParameters} update
 */

/**
 * One neuron and a cloud of inputs: pre-activation, output, gradient and update. Some choices of
 * weights, and some learning rates, leave a ReLU neuron dead for good.
 *
 * @tag dead-neuron
 * @slot - shown until the widget is ready, and where it cannot start
 * @fires {CustomEvent<DeadNeuronDetail>} input - while a number changes; `detail` has activation, weights, bias, loss, firing, gradient, update
 * @fires {CustomEvent<DeadNeuronDetail>} change - when such a change is done; the same `detail`
 * @csspart root - everything but the fallback
 * @csspart picture - the frame of each of the two canvases
 * @csspart sentence - what the numbers mean
 * @csspart numbers - gradient and update
 * @csspart slider - a slider
 * @csspart button - a button
 * @csspart menu - the menu of activations
 * @csspart error - the sentence that says what is wrong
 * @cssproperty [--aw-max-width=46em] - how wide the widget grows
 * @cssproperty --aw-accent - colour of what can be moved and of the controls
 * @cssproperty --aw-slope - colour of the slope
 * @cssproperty --aw-weight - colour of W
 * @cssproperty --aw-bias - colour of b
 * @cssproperty --aw-relu - colour of ReLU; each function's id has such a property
 */
export class DeadNeuron extends NeuronProperties {
  static capabilities = [activations, neuron];
  static style = style;

  #menu = createMenu('Activation', (activation) => this.pick({ activation, alpha: null }));
  #inputs = createCanvas(this);
  #curve = createCanvas(this);
  /** @internal */
  conclusion = h('p', { part: 'sentence', 'data-longest': LONGEST });
  #numbers = createNumbers();
  #sliders = createSliders(this, {
    change: (values) => this.drag(values),
    settle: () => this.settle(),
  });
  #below = h('div', { class: 'below' }, this.#sliders.node, this.#numbers.node);
  #many = button('', () => this.#runMany(), { class: 'action', part: 'button' });
  #handle = createHandle(this, this.#curve, 'bias b', {
    toValue: (at) => this.#toBias(at),
    move: (bias) => this.drag({ bias }),
    commit: () => this.settle(),
  });

  /** The mean of z at a bias of 0. */
  #shift = 0;
  /** @type {ReturnType<typeof drawCurve> | undefined} */
  #frame;
  /** Updates still to run. */
  #left = 0;
  /** @type {import('./diagnosis.js').Step | undefined} the last update, until something else changes */
  #last;

  build() {
    this.#sliders.node.append(
      h(
        'div',
        { class: 'row' },
        button('One update', () => this.#one(), { class: 'action', part: 'button' }),
        this.#many,
      ),
    );
    this.#curve.frame.classList.add('curve');
    return [
      h(
        'div',
        { class: 'row menus' },
        this.#menu.node,
        this.#preset('Dead from the start', [-3, -2], -1),
        this.#preset('Alive', [3, 2], 1),
      ),
      h('div', { class: 'pictures' }, this.#inputs.frame, this.#curve.frame),
      this.conclusion,
      this.#below,
    ];
  }

  /** @param {string} name @param {number[]} weights @param {number} bias */
  #preset(name, weights, bias) {
    const pick = () => this.pick({ weights, bias, alpha: null });
    return button(name, pick, { class: 'preset', part: 'button' });
  }

  update() {
    const pass = this.#run(this.#parameters());
    this.#shift = pass.mean - this.bias;
    const after = this.#run(pass.next);
    const { theme } = this;
    this.#setColours();
    this.#menu.show(activationOptions(this.core), this.activation);
    const told = diagnose({
      pass,
      after,
      samples: SAMPLES,
      rate: this.learningRate,
      facts: factsOf(this.core, this.activation),
      now: this.#parameters(),
      last: this.#last,
    });
    setText(this.conclusion, told.sentence);
    this.conclusion.classList.toggle('dead', told.dead);
    this.#below.classList.toggle('learned', this.#learned());
    this.#numbers.show({ now: this.#parameters(), pass, learned: this.#learned() });
    this.#sliders.show();
    setText(this.#many, this.#left ? 'Stop' : `${MANY} updates`);
    this.#showHandle(pass);

    const view = {
      pass,
      now: this.#parameters(),
      next: pass.next,
      dead: told.dead,
      colour: theme.curve(this.activation),
    };
    const left = this.#inputs.begin();
    if (left)
      drawInputs(left, theme, { ...view, points: this.core.neuronInputs(this.seed, SAMPLES) });
    const right = this.#curve.begin();
    if (right) {
      this.#frame = drawCurve(right, theme, {
        ...view,
        id: this.activation,
        name: factsOf(this.core, this.activation).name,
        evaluate: (xs) => this.core.evaluate(this.activation, xs, this.#shape()).value,
        handle: this.#handle.look(theme),
      });
    }
    if (!this.#left) return;
    for (let i = 0; i < A_FRAME && this.#left > 0; i++) this.#step();
    if (!this.#left) queueMicrotask(() => this.settle()); // not within an update
  }

  /** @returns {DeadNeuronDetail} */
  detail() {
    const { loss, firing, gradient, update } = this.#run(this.#parameters());
    const { activation, weights, bias } = this;
    return { activation, weights, bias, loss, firing, gradient, update };
  }

  /** Both canvases. */
  get picture() {
    return joined([this.#inputs.canvas, this.#curve.canvas]);
  }

  /** @param {boolean} visible */
  visibilityChanged(visible) {
    if (!visible) this.#left = 0;
  }

  reset() {
    this.#halt();
    super.reset();
  }

  /** The activation's parameter, if it has one. @returns {Record<string, number>} */
  #shape() {
    const [known] = factsOf(this.core, this.activation).parameters;
    if (!known) return {};
    return { [known.name]: (known.learnable ? this.alpha : null) ?? known.default };
  }

  #learned() {
    return factsOf(this.core, this.activation).parameters.some(({ learnable }) => learnable);
  }

  /** @returns {import('../../core/neuron.js').NeuronParameters} */
  #parameters() {
    const { weights, bias } = this;
    return { weights, bias, shape: Object.values(this.#shape())[0] ?? 0 };
  }

  /** @param {import('../../core/neuron.js').NeuronParameters} parameters @returns {NeuronPass} */
  #run(parameters) {
    const { activation, learningRate, seed } = this;
    return this.core.neuronPass({
      ...parameters,
      activation,
      learningRate,
      seed,
      samples: SAMPLES,
    });
  }

  #setColours() {
    const { ink, hairline } = this.theme;
    setColours(this.conclusion.parentElement, {
      f: ink(this.activation),
      w: ink('weight'),
      b: ink('bias'),
      slope: ink('slope'),
      hairline,
    });
  }

  /** @param {NeuronPass} pass */
  #showHandle({ least, greatest, firing }) {
    const zs = `z from ${reading(least)} to ${reading(greatest)}`;
    const fires = `${firing} of ${SAMPLES} inputs make it positive`;
    const text = `b = ${reading(this.bias)}, ${zs}, ${fires}`;
    this.#handle.show({ ...ENDS, value: within([-REACH, REACH], this.bias), text });
    this.#inputs.describe(`The inputs, and the line where z is 0: ${fires}`);
    this.#curve.describe(`${factsOf(this.core, this.activation).name}, with ${zs} on it`);
  }

  /** Drags the middle of the cloud of z along the axis. @param {number} at */
  #toBias(at) {
    // Not from today's bias: another move may come before the next frame.
    return this.#frame ? this.#frame.invert(at) - this.#shift : this.bias;
  }

  /** @internal @param {Record<string, unknown>} values */
  drag(values) {
    this.#halt();
    super.drag(values);
  }

  #one() {
    this.#left = 0;
    this.#step();
    this.settle();
  }

  #runMany() {
    const { still } = this.theme;
    this.#left = this.#left ? 0 : MANY;
    while (still && this.#left > 0) this.#step();
    if (!this.#left) this.settle();
    this.invalidate();
  }

  /** What was run no longer tells of what is shown. */
  #halt() {
    this.#left = 0;
    this.#last = undefined;
  }

  /** One update of gradient descent. */
  #step() {
    const before = this.#parameters();
    const { next, firing } = this.#run(before);
    this.#left = Math.max(0, this.#left - 1);
    if (![...next.weights, next.bias, next.shape].every((value) => Math.abs(value) < 1e6)) {
      this.#left = 0;
      return; // the diagnosis says that it would grow without bounds
    }
    this.#last = { before, firing, rate: this.learningRate };
    this.choose({
      weights: next.weights,
      bias: next.bias,
      ...(this.#learned() ? { alpha: next.shape } : {}),
    });
    this.emit('input');
  }
}
