import { activations } from '../../core/activations.js';
import { flow } from '../../core/flow.js';
import { within } from '../../shared/axes.js';
import { createCanvas } from '../../shared/canvas.js';
import { createMenu, createSlider } from '../../shared/controls.js';
import { h, setColours, setText } from '../../shared/dom.js';
import { activationOptions, factsOf } from '../../shared/functions.js';
import { createHandle, placeAlong } from '../../shared/handle.js';
import { createDepthTable } from './depth-table.js';
import { createMeasurements } from './measurements.js';
import { drawPicture } from './picture.js';
import { GradientProperties, MOST } from './properties.js';
import { createReadout } from './readout.js';
import { createSettings } from './settings.js';
import { typicalSlope, withSlope } from './slopes.js';
import { style } from './style.js';
import { diagnose, shareText } from './words.js';

/** Milliseconds of measuring in a frame: little, as something may be dragged, or more at once. */
const BRIEFLY = 1;
const AT_ONCE = 8;

/**
 * What `input` and `change` tell.
 * @typedef {object} VanishingGradientDetail
 * @property {number} depth
 * @property {number} layer
 * @property {Record<string, { share: number, product: number | undefined, spread: number }>} gradients
 *   by activation: the share of the gradient, the textbook's product, the spread of the activations
 */

/**
 * How much of the gradient is left, layer by layer, in deep random networks: measured by a real
 * backward pass, beside the textbook's product of slopes. All of it, 1, is what a single layer without
 * an activation would get.
 *
 * @tag vanishing-gradient
 * @slot - shown until the widget is ready, and where it cannot start
 * @fires {CustomEvent<VanishingGradientDetail>} input - while a choice changes; `detail` has depth, layer and gradients: by activation, the
 *   share of the gradient, the textbook's product, and the spread of the activations
 * @fires {CustomEvent<VanishingGradientDetail>} change - when such a change is done; the same `detail`
 * @csspart root - everything but the fallback
 * @csspart picture - the frame of the canvas
 * @csspart slider - the slider of the depth
 * @csspart sentence - what the lines show
 * @csspart readout - the values at a layer
 * @csspart table - the textbook's table, folded
 * @csspart menu - a menu
 * @csspart button - a button
 * @csspart error - the sentence that says what is wrong
 * @cssproperty [--aw-max-width=46em] - how wide the widget grows
 * @cssproperty --aw-accent - colour of what can be moved and of the controls
 * @cssproperty --aw-sigmoid - colour of the sigmoid; each function's id has such a property
 */
export class VanishingGradient extends GradientProperties {
  static capabilities = [activations, flow];
  static style = style;

  #canvas = createCanvas(this);
  #depth = createSlider({
    move: (depth) => this.drag({ depth }),
    commit: () => this.settle(),
  });
  #settings = createSettings(
    (values) => this.pick(values),
    () => this.pick({ seed: (this.seed + 1) % 2 ** 32 }),
  );
  #add = createMenu(
    'Add an activation',
    (id) => id && this.pick({ activations: [...this.activations, id], activation: id }),
  );
  /** @internal */
  conclusion = h('p', { part: 'sentence' });
  #readout = createReadout({
    pick: (id) => this.pick({ activation: id === this.activation ? null : id }),
    remove: (id) => this.#remove(id),
  });
  #table = createDepthTable({
    open: () => this.invalidate(),
    type: (id, slope) => this.drag({ slopes: withSlope(this.slopes, id, slope) }),
    settle: () => this.settle(),
  });
  #handle = createHandle(this, this.#canvas, 'layer', {
    toValue: (at) => this.#frame?.invert(at) ?? this.layer,
    move: (layer) => this.drag({ layer: Math.round(layer) }),
    commit: () => this.settle(),
  });

  #measured = /** @type {ReturnType<typeof createMeasurements>} */ (
    /** @type {unknown} */ (undefined)
  ); // by `build`
  /** @type {import('../../shared/axes.js').Frame | undefined} */
  #frame;
  #atOnce = true;
  /** @type {Map<string, number>} */
  #largest = new Map();

  build() {
    this.#measured = createMeasurements(this.core);
    this.whileConnected((signal) => {
      signal.addEventListener('abort', () => this.#measured.dispose());
      this.#canvas.frame.addEventListener('pointermove', (event) => this.#hover(event), { signal });
    });
    return [
      this.#canvas.frame,
      this.#depth.node,
      this.conclusion,
      this.#settings.node,
      this.#readout.node,
      this.#add.node,
      this.#table.node,
    ];
  }

  update() {
    this.#measure(this.#atOnce ? AT_ONCE : BRIEFLY);
    this.#atOnce = false;
    const lines = this.#lines();
    // Drawn before the texts change: asking for the canvas's size would have them laid out first.
    const sheet = this.#canvas.begin();
    if (sheet) {
      this.#frame = drawPicture(sheet, this.theme, {
        lines,
        depth: this.depth,
        layer: this.layer,
        handle: this.#handle.look(this.theme),
      });
    }
    this.#showControls();
    this.#showNumbers(lines);
  }

  /** @returns {VanishingGradientDetail} */
  detail() {
    const { depth, layer } = this;
    const gradients = Object.fromEntries(
      this.#lines().map((line) => {
        const { share, product, spread } = this.#at(line);
        return [line.id, { share, product, spread }];
      }),
    );
    return { depth, layer, gradients };
  }

  async toBlob() {
    await this.ready;
    this.#measure(Infinity);
    return super.toBlob();
  }

  /** The functions shown, the one in front included. @returns {string[]} */
  #ids() {
    const { activations, activation } = this;
    return [...new Set([...activations, ...(activation ? [activation] : [])])];
  }

  /** @param {number} budget in milliseconds */
  #measure(budget) {
    const { width, init, residual, seed, depth } = this;
    this.#measured.want(this.#ids(), { width, init, residual, seed }, depth);
    if (!this.#measured.work(performance.now() + budget)) this.invalidate();
  }

  /** @returns {import('./picture.js').Line[]} */
  #lines() {
    const { core, depth, textbook, slopes, activation } = this;
    return this.#ids().map((id) => {
      const typical = typicalSlope(core, slopes, id);
      const wanted =
        {
          typical: [typical],
          largest: [this.#largestSlope(id)],
          both: [typical, this.#largestSlope(id)],
          none: [],
        }[textbook] ?? [];
      return {
        id,
        name: factsOf(core, id).name,
        picked: id === activation,
        flow: this.#measured.of(id),
        products: wanted.map((slope) => core.slopeProducts(slope, depth)),
      };
    });
  }

  /** @param {string} id @returns {number} */
  #largestSlope(id) {
    const known = this.#largest.get(id) ?? this.core.greatestSlope(id);
    this.#largest.set(id, known);
    return known;
  }

  /** The values at the layer that is read. @param {import('./picture.js').Line} line */
  #at({ id, name, picked, flow, products }) {
    const { depth, layer, core, slopes } = this;
    const [product = core.slopeProducts(typicalSlope(core, slopes, id), depth)] = products;
    return {
      id,
      name,
      picked,
      colour: this.theme.ink(id),
      share: flow?.share[layer - 1] ?? Number.NaN,
      product: product[depth - layer],
      spread: flow?.spread[layer - 1] ?? Number.NaN,
    };
  }

  #showControls() {
    const { core, depth } = this;
    this.#depth.show({
      label: 'depth',
      min: 1,
      max: MOST,
      step: 1,
      value: depth,
      text: depth === 1 ? '1 layer' : `${depth} layers`,
    });
    this.#settings.show(this);
    const shown = this.#ids();
    this.#add.show(
      [
        ['', 'add an activation …'],
        ...activationOptions(core).filter(([id]) => !shown.includes(id)),
      ],
      '',
    );
  }

  /** @param {import('./picture.js').Line[]} lines */
  #showNumbers(lines) {
    const { core, theme, depth, layer, init, residual, slopes } = this;
    setColours(this.conclusion.parentElement, { hairline: theme.hairline });
    const rows = lines.map((line) => this.#at(line));
    const where = `layer ${layer} of ${depth}`;
    this.#readout.show(`Values at ${where}`, where, rows);
    // A network that waits for its turn is not one without a gradient: until all are measured, the
    // sentence stays what it was.
    if (lines.every(({ flow }) => flow)) {
      const kept = lines.map(({ name, flow }) => ({ name, share: flow?.share[0] ?? 0 }));
      setText(
        this.conclusion,
        diagnose(kept, { depth, init, residual }, lines.find(({ picked }) => picked)?.name),
      );
    }
    this.#table.show(
      lines.map(({ id, name }) => ({
        id,
        name,
        colour: theme.ink(id),
        slope: typicalSlope(core, slopes, id),
        greatest: this.#largestSlope(id),
      })),
      (slope, to) => core.slopeProducts(slope, to),
    );
    const text = rows.map(({ name, share }) => `${name} ${shareText(share)}`).join(', ');
    this.#handle.show({ min: 1, max: depth, step: 1, value: layer, text: `${where}: ${text}` });
    this.#canvas.describe(
      `Gradient by layer on a logarithmic axis, for ${lines.map(({ name }) => name).join(', ')}; below, the spread of the activations`,
    );
  }

  /** A mouse need not press to read a layer. @param {PointerEvent} event */
  #hover(event) {
    if (event.pointerType !== 'mouse' || event.buttons) return;
    const at = placeAlong(this.#canvas.frame, event);
    const layer = within([1, this.depth], Math.round(this.#frame?.invert(at) ?? this.layer));
    if (layer !== this.layer) this.drag({ layer });
  }

  /** @param {string} id */
  #remove(id) {
    const left = this.#ids().filter((other) => other !== id);
    if (left.length)
      this.pick({
        activations: left,
        activation: id === this.activation ? null : this.activation,
      });
  }

  /** @internal */
  settle() {
    this.#atOnce = true;
    super.settle();
  }
}
