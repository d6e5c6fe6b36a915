import { activations } from '../../core/activations.js';
import { plane } from '../../core/plane.js';
import { choice, number, numbers, seed } from '../../shared/attributes.js';
import { createMenu, createSlider } from '../../shared/controls.js';
import { button, h, setColours, setText } from '../../shared/dom.js';
import { WidgetElement } from '../../shared/element.js';
import { activationIds, activationOptions, factsOf } from '../../shared/functions.js';
import { joined } from '../../shared/pictures.js';
import { diagnose, LONGEST, relation } from './diagnosis.js';
import { createPanel, GREATEST } from './panel.js';
import { style } from './style.js';

const MOST = 8;
const PER_LAYER = 6;
const DIGITS = '₁₂₃₄₅₆₇₈';
/** What the slider leads to as long as no activation has been picked. */
const FIRST = 'tanh';

const layerNumbers = numbers(
  null,
  'six numbers for each of so many `layers`: W by rows, then b',
  (values) => values.every((value) => Math.abs(value) <= GREATEST),
);

const COUNTS = Array.from({ length: MOST }, (_, i) => [
  String(i + 1),
  i ? `${i + 1} layers` : '1 layer',
]);

/**
 * What `input` and `change` tell.
 * @typedef {import('../../core/plane.js').Collapsed & { activation: string, blend: number, bend: number }}
 *   LinearCollapseDetail
 */

/**
 * Layers of two neurons, and the one layer they are as long as nothing stands between them: a plane
 * of grid lines carried through, straight without an activation and bent with one.
 *
 * @tag linear-collapse
 * @slot - shown until the widget is ready, and where it cannot start
 * @fires {CustomEvent<LinearCollapseDetail>} input - while a number changes; `detail` has activation, blend, W, b, determinant, rank, bend
 * @fires {CustomEvent<LinearCollapseDetail>} change - when such a change is done; the same `detail`
 * @csspart root - everything but the fallback
 * @csspart picture - the frame of each canvas
 * @csspart matrix - the numbers of a layer
 * @csspart sentence - what the picture shows
 * @csspart slider - the slider between no activation and one
 * @csspart menu - the menu of activations
 * @csspart button - a button
 * @csspart error - the sentence that says what is wrong
 * @cssproperty [--aw-max-width=46em] - how wide the widget grows
 * @cssproperty --aw-accent - colour of what can be moved and of the controls
 * @cssproperty --aw-x - colour of the plane
 * @cssproperty --aw-weight - colour of W
 * @cssproperty --aw-bias - colour of b
 */
export class LinearCollapse extends WidgetElement {
  static capabilities = [activations, plane];
  static style = style;
  static attributes = {
    layers: number(2, { min: 1, max: MOST, whole: true }),
    activation: choice('identity', activationIds),
    blend: number(1, { min: 0, max: 1 }),
    seed,
    weights: {
      ...layerNumbers,
      parse(/** @type {string} */ text, /** @type {any} */ element) {
        const values = layerNumbers.parse(text, element);
        return values && values.length !== element.layers * PER_LAYER ? undefined : values;
      },
    },
  };

  /**
   * How many, 1 to 8.
   * @attr
   * @type {number}
   */
  get layers() {
    return this.read('layers');
  }
  set layers(value) {
    this.write('layers', value);
  }

  /**
   * What stands between the layers: an id of the core's list.
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
   * How far the activation is blended in, from 0 (none) to 1.
   * @attr
   * @type {number}
   */
  get blend() {
    return this.read('blend');
  }
  set blend(value) {
    this.write('blend', value);
  }

  /**
   * What the numbers of the layers are drawn from.
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
   * The numbers, six for each layer: W by rows, then b. Drawn from the seed where they are not given.
   * @attr
   * @type {number[] | null}
   */
  get weights() {
    return this.read('weights');
  }
  set weights(value) {
    this.write('weights', value);
  }

  #menu = createMenu('Between the layers', (activation) => this.pick({ activation, blend: 1 }));
  #slider = createSlider({
    move: (blend) => this.drag({ activation: this.#target(), blend }),
    commit: () => this.settle(),
  });
  #count = createMenu('Number of layers', (count) => this.#setCount(Number(count)));
  /** @internal */
  conclusion = h('p', { part: 'sentence', 'data-longest': LONGEST });
  #row = h('div', { class: 'panels' });
  #input = createPanel(this);
  /** @type {ReturnType<typeof createPanel>[]} */
  #panels = Array.from({ length: MOST }, (_, l) =>
    createPanel(this, {
      layer: l,
      type: (k, value) => this.#edit(l, k, value),
      settle: () => this.settle(),
    }),
  );
  #whole = createPanel(this);

  build() {
    const panels = [this.#input, ...this.#panels, this.#whole];
    this.#whole.node.classList.add('whole');
    this.#row.append(...panels.map(({ node }) => node));
    return [
      h(
        'div',
        { class: 'row menus' },
        this.#count.node,
        this.#menu.node,
        this.#slider.node,
        button('Other numbers', () => this.pick({ seed: (this.seed + 1) >>> 0, weights: null }), {
          part: 'button',
        }),
      ),
      this.#row,
      this.conclusion,
    ];
  }

  update() {
    const { core, layers, activation, theme } = this;
    const given = this.#numbers();
    const seen = this.#see();
    const { grids, one } = seen;

    // Pictures first: a canvas asks for its size, which would have changed texts laid out before.
    this.#panels.forEach(({ node }, l) => {
      node.hidden = l >= layers;
    });
    this.#row.classList.toggle('many', layers > 2);
    [this.#input, ...this.#panels.slice(0, layers)].forEach(({ draw }, stage) => {
      draw(grids[stage], theme);
    });
    this.#whole.draw(grids[layers + 1], theme);

    this.#count.show(COUNTS, String(layers));
    this.#menu.show(
      activationOptions(core).map(([id, name]) => [
        id,
        id === 'identity' ? 'nothing between' : `${name} between`,
      ]),
      activation,
    );
    this.#slider.show({
      label: seen.name,
      min: 0,
      max: 1,
      step: 0.01,
      value: this.#share(),
      text: `${Math.round(this.#share() * 100)} %`,
    });
    this.#setColours();
    setText(this.conclusion, diagnose(seen));

    const between = this.#share() > 0;
    this.#input.label('x');
    this.#panels.slice(0, layers).forEach(({ label }, l) => {
      const [digit, below] = [DIGITS[l], DIGITS[l - 1]];
      const linear = `W${digit}${l ? `h${below}` : 'x'} + b${digit}`;
      const text = `h${digit} = ${between && l + 1 < layers ? `f(${linear})` : linear}`;
      label(text, given.slice(l * PER_LAYER, (l + 1) * PER_LAYER));
    });
    const sign = relation(seen);
    this.#whole.label(`${sign && `h${DIGITS[layers - 1]} ${sign} `}Wx + b`, [...one.W, ...one.b]);
  }

  /** @returns {LinearCollapseDetail} */
  detail() {
    const { one, bend, share } = this.#see();
    return { activation: this.activation, blend: share, ...one, bend };
  }

  #see() {
    const { core, layers, activation } = this;
    const [given, share] = [this.#numbers(), this.#share()];
    return {
      ...core.planeStages(given, activation, share),
      one: core.planeCollapse(given),
      layers,
      share,
      name: factsOf(core, this.#target()).name,
    };
  }

  /** All canvases. */
  get picture() {
    const seen = [this.#input, ...this.#panels.slice(0, this.layers), this.#whole];
    return joined(seen.map(({ canvas }) => canvas));
  }

  /** @returns {number[]} */
  #numbers() {
    return this.weights ?? this.core.planeLayers(this.seed, this.layers);
  }

  /** How much of an activation there is. */
  #share() {
    return this.activation === 'identity' ? 0 : this.blend;
  }

  #target() {
    return this.activation === 'identity' ? FIRST : this.activation;
  }

  #setColours() {
    const { ink, hairline } = this.theme;
    setColours(this.conclusion.parentElement, {
      f: ink(this.activation),
      w: ink('weight'),
      b: ink('bias'),
      x: ink('x'),
      accent: ink(this.#target()),
      hairline,
    });
  }

  /** @param {number} layer @param {number} place @param {number} value */
  #edit(layer, place, value) {
    const weights = [...this.#numbers()];
    weights[layer * PER_LAYER + place] = value;
    this.drag({ weights });
  }

  /** Layers that stay keep their numbers. @param {number} layers */
  #setCount(layers) {
    const kept = this.weights && this.#numbers().slice(0, layers * PER_LAYER);
    const drawn = this.core.planeLayers(this.seed, layers);
    this.pick({ layers, weights: kept && [...kept, ...drawn.slice(kept.length)] });
  }
}
