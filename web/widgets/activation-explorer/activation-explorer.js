import { activations } from '../../core/activations.js';
import { createCanvas } from '../../shared/canvas.js';
import { createMenu, createSlider } from '../../shared/controls.js';
import { h, setColours } from '../../shared/dom.js';
import { fixed, short } from '../../shared/format.js';
import { activationIds } from '../../shared/functions.js';
import { createHandle } from '../../shared/handle.js';
import { heightRange, sampleCurves } from './curves.js';
import { createForms } from './forms.js';
import { createFormulas } from './formulas.js';
import { createPreview, REFERENCE } from './matrix.js';
import { drawPicture } from './picture.js';
import { ExplorerProperties } from './properties.js';
import { createReadout, spoken } from './readout.js';
import { readScene, stepOf } from './scene.js';
import { style } from './style.js';
import { createTable } from './table.js';

const greek = /** @type {Record<string, string>} */ ({ alpha: 'α', beta: 'β' });

/**
 * What `input` and `change` tell.
 * @typedef {object} ActivationExplorerDetail
 * @property {string} activation
 * @property {number} x
 * @property {number} value
 * @property {number} slope
 */

/**
 * An activation function and its slope, to drag along.
 *
 * @tag activation-explorer
 * @slot - shown until the widget is ready, and where it cannot start
 * @fires {CustomEvent<ActivationExplorerDetail>} input - while x, a function or a parameter changes; `detail` has activation, x, value, slope
 * @fires {CustomEvent<ActivationExplorerDetail>} change - when such a change is done; the same `detail`
 * @csspart root - everything but the fallback
 * @csspart picture - the frame of the canvas
 * @csspart readout - the values at the handle
 * @csspart slider - the slider of a parameter
 * @csspart preview - the reference matrix through the function
 * @csspart table - the table of values, folded
 * @csspart menu - a menu of functions
 * @csspart formulas - the formula of the function, with its kinks and jumps
 * @csspart error - the sentence that says what is wrong
 * @cssproperty [--aw-max-width=46em] - how wide the widget grows
 * @cssproperty --aw-accent - colour of the handle and the controls; the function's own by default
 * @cssproperty --aw-x - colour of x
 * @cssproperty --aw-slope - colour of the slope
 * @cssproperty --aw-gelu - colour of GELU; each function's id has such a property
 */
export class ActivationExplorer extends ExplorerProperties {
  static capabilities = [activations];

  static module = /** @type {const} */ ('activations');
  static style = style;

  #menu = createMenu('Function', (id) =>
    this.pick({ activation: id, alpha: undefined, beta: undefined }),
  );
  #second = createMenu('Compare with', (id) => this.pick({ compare: id || null }));
  #readout = createReadout();
  #canvas = createCanvas(this);
  #formulas = createFormulas();
  #slider = createSlider({ move: (value) => this.#slide(value), commit: () => this.settle() });
  #forms = createForms((values) => this.pick(values));
  #preview = createPreview();
  #table = createTable(() => this.invalidate());
  #handle = createHandle(this, this.#canvas, 'x', {
    toValue: (at) => this.#frame?.invert(at) ?? this.x,
    move: (x) => x === this.x || this.drag({ x }),
    commit: () => this.settle(),
  });

  /** @type {import('../../shared/axes.js').Frame | undefined} */
  #frame;
  #sampled = { key: '', curves: /** @type {import('./curves.js').Curve[]} */ ([]) };
  /** @type {[number, number] | undefined} the y axis, kept still while a parameter is dragged */
  #heights;

  build() {
    return [
      h(
        'div',
        { class: 'row menus' },
        this.#menu.node,
        h('span', { class: 'second' }, this.#second.node),
      ),
      this.#readout.node,
      this.#canvas.frame,
      h('div', { class: 'row below' }, this.#formulas.node, this.#slider.node, this.#forms.node),
      this.#preview.node,
      this.#table.node,
    ];
  }

  update() {
    const scene = this.#scene();
    const sheet = this.#canvas.begin();
    const curves = this.#curves(scene, sheet?.width ?? 0);
    this.#showControls(scene);
    this.#readout.show(scene);
    this.#formulas.show(scene.shown[0].facts, curves[0].breaks);
    this.#showNumbers(scene);
    this.#paint(sheet, scene, curves);
  }

  /** @returns {ActivationExplorerDetail} */
  detail() {
    const { x, shown } = this.#scene();
    return { activation: this.activation, x, value: shown[0].value, slope: shown[0].slope };
  }

  #scene() {
    const shown = [{ facts: this.facts(), parameters: this.parameters() }];
    if (this.compare) shown.push({ facts: this.facts(this.compare), parameters: {} });
    return readScene(this.core, this.x, this.domain, shown);
  }

  /** @param {import('./scene.js').Scene} scene @param {number} width */
  #curves({ shown, domain }, width) {
    const count = Math.max(200, Math.round(width));
    const key = JSON.stringify([
      shown.map(({ facts, parameters }) => [facts.id, parameters]),
      domain,
      count,
    ]);
    if (this.#sampled.key !== key) {
      this.#sampled = { key, curves: sampleCurves(this.core, shown, domain, count) };
    }
    return this.#sampled.curves;
  }

  /** @param {import('./scene.js').Scene} scene */
  #showControls(scene) {
    const listed = this.functions ?? activationIds(this) ?? [];
    const options = [...new Set([...listed, this.activation])].map((id) => [
      id,
      this.facts(id).name,
    ]);
    const others = [...new Set([...listed, ...(this.compare ? [this.compare] : [])])].filter(
      (id) => id !== this.activation || id === this.compare,
    );
    this.#menu.show(options, this.activation);
    this.#second.show(
      [['', 'compare with …'], ...others.map((id) => [id, this.facts(id).name])],
      this.compare ?? '',
    );
    this.#forms.show(this.activation, this.compare);

    const [known] = this.facts().parameters;
    this.#slider.node.hidden = !known;
    if (known) {
      const value = scene.shown[0].parameters[known.name];
      this.#slider.show({
        ...known,
        step: 0.01,
        value,
        label: greek[known.name] ?? known.name,
        text: fixed(value, 2),
      });
    }
    const [min, max] = scene.domain;
    this.#handle.show({
      min,
      max,
      step: stepOf(scene.domain),
      value: scene.x,
      text: spoken(scene),
    });
    this.#canvas.describe(
      `${scene.shown.map(({ facts }) => facts.name).join(' and ')} with slope, over x from ${short(min)} to ${short(max)}`,
    );
  }

  /** @param {import('./scene.js').Scene} scene */
  #showNumbers({ shown, domain }) {
    this.#preview.node.hidden = !this.preview;
    const at =
      (/** @type {import('./scene.js').Shown} */ { facts, parameters }) =>
      (/** @type {Float32Array} */ xs) =>
        this.core.evaluate(facts.id, xs, parameters);
    if (this.preview) {
      this.#preview.show(
        shown[0].facts.name,
        at(shown[0])(Float32Array.from(REFERENCE.flat())).value,
      );
    }
    this.#table.show(
      domain,
      shown.map((one) => ({ name: one.facts.name, at: at(one) })),
    );
  }

  /**
   * @param {import('../../shared/canvas.js').Sheet | undefined} sheet
   * @param {import('./scene.js').Scene} scene
   * @param {import('./curves.js').Curve[]} curves
   */
  #paint(sheet, scene, curves) {
    const { theme } = this;
    const [f, g] = scene.shown;
    setColours(this.#canvas.frame.parentElement, {
      f: theme.ink(f.facts.id),
      g: g ? theme.ink(g.facts.id) : theme.muted,
      x: theme.ink('x'),
      slope: theme.ink('slope'),
      accent: theme.accent(f.facts.id),
    });
    if (!sheet) return;
    this.#frame = drawPicture(sheet, theme, {
      scene,
      curves,
      heights: this.#heights ?? heightRange(curves),
      handle: this.#handle.look(theme),
    });
  }

  /** @param {number} value */
  #slide(value) {
    const [low, high] = heightRange(this.#sampled.curves);
    const [a, b] = this.#heights ?? [low, high];
    this.#heights = [Math.min(a, low), Math.max(b, high)];
    // None, if the function has just been changed.
    for (const { name } of this.facts().parameters) this.drag({ [name]: value });
  }

  /** @internal */
  settle() {
    this.#heights = undefined;
    this.invalidate();
    super.settle();
  }
}
