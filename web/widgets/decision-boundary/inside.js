import { drawAxes } from '../../shared/axes.js';
import { createCanvas } from '../../shared/canvas.js';
import { h, setText } from '../../shared/dom.js';
import { reading } from '../../shared/format.js';
import { addShape } from './marks.js';
import { createRamp, paintField } from './ramp.js';
import { area } from './view.js';
import { percent } from './words.js';

/**
 * What the first network does inside, on demand: each hidden unit as a small map, the points as the
 * last hidden layer places them, the lines along which ReLU-like units bend, and PReLU's slope.
 *
 * @typedef {import('./experiment.js').Learner} Learner
 * @typedef {import('./picture.js').Look} Look
 */

/** Pixels a side of a unit's map, and how many of a layer are shown. */
const SIDE = 48;
const MOST_UNITS = 32;

/** How much colour there is where a unit's value is 0: what it holds back is next to nothing. */
const PALEST = 0.08;

/** No more points than these are placed in the last layer's space. */
const MOST_PLACED = 1500;

/** A learned slope may be as steep as it likes: below this it is cut. */
const LOWEST = -6;

/**
 * @param {import('../../shared/element.js').WidgetElement & { core: any }} element
 * @param {() => void} changed what the pictures should show has changed
 */
export function createInside(element, changed) {
  const maps = h('div', { class: 'maps' });
  const warped = createCanvas(element, { 'aria-hidden': 'true' });
  const caption = h('p', { class: 'muted' });
  const curve = createCanvas(element, { 'aria-hidden': 'true' });
  const slope = h('p', { class: 'muted' });
  const kinks = h('input', { type: 'checkbox', change: changed });
  const regions = h('input', { type: 'checkbox', change: changed });
  const kinked = h('label', {}, kinks, 'Lines where the first layer bends');
  const pieces = h('label', {}, regions, 'Regions where the whole network is linear');
  const curves = h(
    'figure',
    { class: 'small' },
    h('figcaption', {}, 'PReLU, as learned'),
    curve.frame,
    slope,
  );
  const space = h(
    'figure',
    { class: 'small' },
    h('figcaption', {}, 'The points in the last hidden layer'),
    warped.frame,
    caption,
  );
  const node = h(
    'details',
    { part: 'inside', toggle: changed },
    h('summary', {}, 'Inside the network'),
    h('div', { class: 'row' }, kinked, pieces),
    maps,
    h('div', { class: 'row spaced' }, space, curves),
  );

  /** @type {HTMLCanvasElement[][]} */
  let canvases = [];
  let built = '';

  /** @param {number[]} widths @param {string[]} names */
  function build(widths, names) {
    if (built === String([widths, names])) return;
    built = String([widths, names]);
    canvases = widths.map((width) =>
      Array.from({ length: Math.min(width, MOST_UNITS) }, () =>
        h('canvas', { width: SIDE, height: SIDE, 'aria-hidden': 'true' }),
      ),
    );
    maps.replaceChildren(
      ...widths.map((width, l) =>
        h(
          'div',
          {
            class: 'layer',
            role: 'img',
            'aria-label': `Hidden layer ${l + 1}: what each of its ${width} ${names[l]} units makes of the plane`,
          },
          h('span', { class: 'label' }, `Layer ${l + 1}, ${names[l]}`),
          ...canvases[l],
        ),
      ),
    );
  }

  /** @param {Learner} learner @param {Look} look */
  function drawMaps({ network }, { theme }) {
    const faint = createRamp(theme, PALEST);
    const image = new ImageData(SIDE, SIDE);
    const pixels = new Uint32Array(image.data.buffer);
    canvases.forEach((row, l) => {
      const pictures = network.activationGrids({ ...area, width: SIDE, height: SIDE }, l);
      row.forEach((canvas, unit) => {
        const values = pictures[unit];
        const most = values.reduce((max, v) => Math.max(max, Math.abs(v)), 1e-6);
        const shares = values.map((v) => 0.5 + v / (2 * most));
        paintField(shares, SIDE, faint, theme, pixels);
        canvas.getContext('2d')?.putImageData(image, 0, 0);
      });
    });
  }

  /** @param {Learner} learner @param {Look} look @param {import('./data.js').Data} data */
  function drawWarped({ network }, { theme }, { points, labels }) {
    const last = network.layers.length - 3;
    const sheet = warped.begin();
    if (!sheet || labels.length === 0) return;
    const count = Math.min(labels.length, MOST_PLACED);
    const layer = network.activations(points.subarray(0, 2 * count), last);
    const { points: values, shares } = element.core.widest(layer, network.layers[last + 1]);
    setText(caption, `Its two widest directions, ${percent(shares[0] + shares[1])} of the spread`);
    const ends = [0, 1].map((axis) => {
      let [low, high] = [Infinity, -Infinity];
      for (let i = axis; i < values.length; i += 2) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
      const rim = Math.max(high - low, 1e-3) * 0.06;
      return [low - rim, high + rim];
    });
    const { width, height, context } = sheet;
    const shapes = [new Path2D(), new Path2D()];
    for (let i = 0; i < count; i++) {
      const [x, y] = [0, 1].map(
        (axis) => (values[2 * i + axis] - ends[axis][0]) / (ends[axis][1] - ends[axis][0]),
      );
      addShape(shapes[labels[i]], labels[i], x * width, (1 - y) * height, 2.5);
    }
    shapes.forEach((shape, label) => {
      context.fillStyle = theme.forced ? theme.text : theme.curve(`class-${label}`);
      if (theme.forced && !label) {
        context.strokeStyle = theme.text;
        context.stroke(shape);
      } else context.fill(shape);
    });
  }

  /** @param {Learner} learner @param {Look} look @param {number[]} alphas */
  function drawSlopes({ activations }, { theme }, alphas) {
    const sheet = curve.begin();
    if (!sheet) return;
    const xs = Float32Array.from({ length: 81 }, (_, i) => (i - 40) / 20);
    const all = alphas.map((alpha) => slopes(alpha, xs));
    const lowest = Math.max(LOWEST, Math.min(-0.6, ...all.flatMap(([first = 0]) => first)));
    const frame = drawAxes(sheet, theme, { x: [-2, 2], y: [lowest, 2], yTicks: [0, 1, 2] });
    all.forEach((values, l) => {
      const { context } = sheet;
      context.beginPath();
      values.forEach((y, i) => y >= lowest && context.lineTo(frame.x(xs[i]), frame.y(y)));
      context.lineWidth = 2;
      context.setLineDash(l ? [2 + 3 * l, 3] : []);
      context.strokeStyle = theme.curve('prelu');
      context.stroke();
      context.setLineDash([]);
    });
    const layers = activations.flatMap((id, l) => (id === 'prelu' ? [l + 1] : []));
    setText(
      slope,
      alphas.map((alpha, k) => `layer ${layers[k]}: α = ${reading(alpha)}`).join(', '),
    );
  }

  /**
   * PReLU as a network has it: what is learned goes beyond the bounds that `evaluate` holds a reader to.
   * @param {number} alpha
   * @param {Float32Array} xs
   * @returns {Float32Array} none where training has diverged
   */
  function slopes(alpha, xs) {
    if (!Number.isFinite(alpha)) return new Float32Array(0);
    const network = element.core.createNetwork({ layers: [1, 1, 1], activation: 'prelu' });
    network.parameters = Float32Array.of(1, 0, alpha, 1, 0);
    const values = network.activations(xs, 0);
    network.dispose();
    return values;
  }

  return {
    node,
    get kinks() {
      return node.open && kinks.checked;
    },
    get regions() {
      return node.open && regions.checked;
    },

    /**
     * @param {Learner} learner
     * @param {Look} look
     * @param {import('./data.js').Data} data
     * @param {(id: string) => { name: string, kinks: number[], jumps: number[] }} about
     */
    show(learner, look, data, about) {
      const { activations, network } = learner;
      const bends = activations.map((id) => about(id).kinks.length + about(id).jumps.length > 0);
      kinked.hidden = !bends[0];
      pieces.hidden = !bends.some((bend) => bend);
      if (!node.open) return;
      const widths = network.layers.slice(1, -1);
      build(
        [...widths],
        activations.map((id) => about(id).name),
      );
      drawMaps(learner, look);
      space.hidden = widths.length === 0;
      if (widths.length) drawWarped(learner, look, data);
      const alphas = learnedSlopes(learner);
      curves.hidden = alphas.length === 0;
      if (alphas.length) drawSlopes(learner, look, alphas);
    },
  };
}

/**
 * PReLU's alphas lie behind the weights and biases of their layers.
 * @param {Learner} learner
 */
function learnedSlopes({ network, activations }) {
  const { parameters, layers } = network;
  /** @type {number[]} */
  const alphas = [];
  let at = 0;
  activations.forEach((id, l) => {
    at += layers[l + 1] * (layers[l] + 1);
    if (id === 'prelu') alphas.push(parameters[at++]);
  });
  return alphas;
}
