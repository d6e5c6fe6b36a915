import { createCheck } from '../../shared/check.js';
import { createMenu, createSlider } from '../../shared/controls.js';
import { button, h } from '../../shared/dom.js';
import { fixed } from '../../shared/format.js';
import { MOST_LAYERS, settingsOf } from './experiment.js';
import { named, OWN, plain } from './words.js';

/**
 * The settings a reader may change, each a native control whose choice goes to `choose`.
 *
 * @typedef {Record<string, unknown>} Values
 * @typedef {object} Facts what the controls offer
 * @property {import('../../core/activations.js').Activation[]} activations
 * @property {string[]} datasets
 * @property {readonly string[]} inits
 * @property {readonly string[]} optimizers
 */

const WIDTHS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
const RATES = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const PENALTIES = [0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1];
const BATCHES = [1, 4, 8, 16, 32, 64, 128, 256, 512];
const SAMPLES = [50, 100, 200, 500, 1000, 2000, 5000];

/** Options of a menu of numbers, the one that holds included. @param {number[]} offered @param {number} value */
const numbers = (offered, value) =>
  [...new Set([...offered, value])].sort((a, b) => a - b).map((n) => [String(n), plain(n)]);

/**
 * What every layer has; '' where they differ.
 * @param {Parameters<typeof settingsOf>[0]} values
 */
function sole(values) {
  const [first = values.activation, ...others] = settingsOf(values).activations;
  return others.every((id) => id === first) ? first : '';
}

/**
 * @param {Facts} facts
 * @param {(values: Values) => void} choose
 * @param {{ move: (values: Values) => void, commit: () => void }} slide
 */
export function createSettings({ activations, datasets, inits, optimizers }, choose, slide) {
  const functions = activations.map(({ id, name }) => [id, name]);
  const listed = (/** @type {readonly string[]} */ ids) => ids.map((id) => [id, named(id)]);

  let own = false;

  /**
   * @param {string} label
   * @param {string} name of the property
   * @param {(values: any) => string[][]} options
   * @param {{ read?: (values: any) => string, pick?: (text: string) => Values }} [how]
   */
  const menu = (label, name, options, { read, pick } = {}) => {
    const { node, show } = createMenu(label, (text) =>
      choose(pick ? pick(text) : { [name]: text }),
    );
    return {
      node: field(label, node),
      show: (/** @type {any} */ values) =>
        show(options(values), read ? read(values) : String(values[name] ?? '')),
    };
  };
  const noise = createSlider({
    move: () => slide.move({ noise: noise.node.querySelector('input')?.valueAsNumber }),
    commit: slide.commit,
  });

  /** @type {Record<string, { node: HTMLElement, show: (values: any) => void }>} */
  const controls = {
    dataset: menu(
      'Data',
      'dataset',
      () => (own ? [['', OWN], ...listed(datasets)] : listed(datasets)),
      { read: ({ dataSet }) => (own ? '' : dataSet) },
    ),
    noise: {
      node: h('div', { class: 'field slide' }, noise.node),
      show: ({ noise: value }) =>
        noise.show({
          label: 'Noise',
          min: 0,
          max: Math.max(0.5, value),
          step: 0.01,
          value,
          text: fixed(value, 2),
        }),
    },
    activation: menu(
      'Activation',
      'activation',
      (values) => (sole(values) ? functions : [['', 'by layer'], ...functions]),
      { read: sole, pick: (activation) => ({ activation, activations: null }) },
    ),
    compare: menu('Compare with', 'compare', () => [['', 'nothing'], ...functions], {
      pick: (id) => ({ compare: id || null }),
    }),
    layers: createLayers((layers) => choose({ layers })),
    'learning-rate': menu('Learning rate', 'learningRate', ({ learningRate }) =>
      numbers(RATES, learningRate),
    ),
    optimizer: menu('Optimizer', 'optimizer', () => listed(optimizers)),
  };
  const samples = menu('Points', 'samples', ({ samples }) => numbers(SAMPLES, samples));
  const advanced = [
    menu('Loss', 'loss', () => listed(['bce', 'mse'])),
    menu('First weights', 'init', () => listed(inits)),
    menu('L1', 'l1', ({ l1 }) => numbers(PENALTIES, l1)),
    menu('L2', 'l2', ({ l2 }) => numbers(PENALTIES, l2)),
    menu('Batch size', 'batchSize', ({ batchSize }) => numbers(BATCHES, batchSize)),
    samples,
    createLayerActivations(functions, (ids) => choose({ activations: ids })),
    residualCheck(choose),
  ];
  const main = h('div', { class: 'settings' }, ...Object.values(controls).map(({ node }) => node));
  const more = h(
    'details',
    { part: 'more' },
    h('summary', {}, 'More settings'),
    h('div', { class: 'settings' }, ...advanced.map(({ node }) => node)),
  );
  return {
    main,
    more,
    /**
     * @param {any} values
     * @param {(control: string) => boolean} wanted
     * @param {boolean} onlyOwn whether nothing is left of the data set
     */
    show(values, wanted, onlyOwn) {
      own = onlyOwn;
      for (const [name, control] of Object.entries(controls)) {
        control.node.hidden = !wanted(name);
        control.show(values);
      }
      main.hidden = !Object.keys(controls).some(wanted);
      more.hidden = !wanted('more');
      for (const control of advanced) control.show(values);
      // Of the data set alone.
      for (const { node } of [controls.noise, samples])
        node.querySelector('input, select')?.toggleAttribute('disabled', own);
    },
  };
}

/** @param {string} label @param {Node[]} nodes */
const field = (label, ...nodes) =>
  h(
    'div',
    { class: 'field' },
    h('span', { class: 'label', 'aria-hidden': 'true' }, label),
    ...nodes,
  );

/** @param {string} label @param {Node} node */
function wide(label, node) {
  const all = field(label, node);
  all.classList.add('wide');
  return all;
}

/**
 * The hidden layers: a menu for the width of each, and buttons to add and remove one.
 * @param {(layers: number[]) => void} choose
 */
function createLayers(choose) {
  /** @type {number[]} */
  let widths = [];
  /** Several clicks may come in one frame. @param {number[]} next */
  const pick = (next) => {
    widths = next.slice(0, MOST_LAYERS);
    choose(widths);
  };
  const menus = Array.from({ length: MOST_LAYERS }, (_, i) =>
    createMenu(`Units in hidden layer ${i + 1}`, (text) =>
      pick(Object.assign([...widths], { [i]: Number(text) })),
    ),
  );
  const sign = (
    /** @type {string} */ text,
    /** @type {string} */ name,
    /** @type {() => void} */ click,
  ) => button(text, click, { class: 'sign', 'aria-label': name, title: name });
  const fewer = sign('−', 'Remove the last hidden layer', () => pick(widths.slice(0, -1)));
  const another = sign('+', 'Add a hidden layer', () =>
    pick([...widths, widths[widths.length - 1] ?? 8]),
  );
  const row = h(
    'div',
    { class: 'layers', role: 'group', 'aria-label': 'Hidden layers' },
    ...menus.map(({ node }) => node),
    h('span', { class: 'signs' }, fewer, another),
  );
  return {
    node: wide('Hidden layers', row),
    /** @param {{ layers: number[] }} values */
    show({ layers }) {
      widths = layers;
      menus.forEach((menu, i) => {
        menu.node.hidden = i >= layers.length;
        if (i < layers.length) menu.show(numbers(WIDTHS, layers[i]), String(layers[i]));
      });
      fewer.disabled = layers.length === 0;
      another.disabled = layers.length >= MOST_LAYERS;
    },
  };
}

/**
 * An activation for each hidden layer.
 * @param {string[][]} functions
 * @param {(ids: string[]) => void} choose
 */
function createLayerActivations(functions, choose) {
  /** @type {string[]} */
  let ids = [];
  const menus = Array.from({ length: MOST_LAYERS }, (_, i) =>
    createMenu(`Activation of hidden layer ${i + 1}`, (id) =>
      choose(Object.assign([...ids], { [i]: id })),
    ),
  );
  return {
    node: wide(
      'Activation by layer',
      h('div', { class: 'layers' }, ...menus.map(({ node }) => node)),
    ),
    /** @param {{ layers: number[], activations: string[] | null, activation: string }} values */
    show({ layers, activations, activation }) {
      ids = layers.map((_, i) => activations?.[i] ?? activation);
      menus.forEach((menu, i) => {
        menu.node.hidden = i >= ids.length;
        if (i < ids.length) menu.show(functions, ids[i]);
      });
    },
  };
}

/** @param {(values: Values) => void} choose */
function residualCheck(choose) {
  const { node, show } = createCheck((residual) => choose({ residual }));
  node.className = 'field flag';
  return {
    node,
    show: (/** @type {any} */ { residual }) => show('Residual connections', residual),
  };
}
