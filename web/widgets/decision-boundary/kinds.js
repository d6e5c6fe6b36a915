import { choice, choices, flag, number, numbers, seed } from '../../shared/attributes.js';
import { activationIds } from '../../shared/functions.js';
import { MOST_LAYERS } from './experiment.js';

/** The attributes, and what each change means for a training that is under way. */

/** Parts of the widget an author may choose with `controls`. */
const CONTROLS = [
  ...[
    'play',
    'step',
    'restart',
    'seed',
    'dataset',
    'activation',
    'compare',
    'layers',
    'learning-rate',
  ],
  ...['optimizer', 'noise', 'more', 'paint', 'inside', 'chart', 'export'],
];

/** @typedef {import('./decision-boundary.js').DecisionBoundary} DecisionBoundary */

/** @param {DecisionBoundary} element @returns {string[] | undefined} */
export const dataSetIds = ({ core }) =>
  core?.datasets.map((/** @type {{ id: string }} */ { id }) => id);

/** Names the core knows. @param {'inits' | 'optimizers'} list */
const of = (list) => (/** @type {DecisionBoundary} */ element) => element.core?.[list];

export const attributes = {
  dataset: choice('circles', dataSetIds),
  activation: choice('tanh', activationIds),
  activations: choices(null, activationIds, true), // one for each hidden layer
  layers: numbers(
    [8, 8],
    `up to ${MOST_LAYERS} whole numbers from 1 to 64`,
    (widths) =>
      widths.length <= MOST_LAYERS && widths.every((n) => Number.isInteger(n) && n >= 1 && n <= 64),
  ),
  residual: flag,
  'learning-rate': number(0.03, { min: 0, max: 1e9 }),
  optimizer: choice('adam', of('optimizers')),
  'batch-size': number(32, { min: 1, max: 4096, whole: true }),
  loss: choice('bce', ['bce', 'mse']),
  init: choice('xavier_normal', of('inits')),
  l1: number(0, { min: 0, max: 1e3 }),
  l2: number(0, { min: 0, max: 1e3 }),
  noise: number(0.05, { min: 0, max: 1 }),
  samples: number(500, { min: 2, max: 20000, whole: true }),
  seed,
  compare: choice(null, activationIds),
  autoplay: flag,
  controls: choices(CONTROLS, [...CONTROLS, 'none']),
};

/** Another set of points. */
export const OF_DATA = ['dataset', 'noise', 'samples', 'seed'];

/** Another network: training starts over. With another set of points it does too. */
export const OF_START = [
  'activation',
  'activations',
  'layers',
  'residual',
  'init',
  'seed',
  'compare',
];

/** Training goes on from the weights reached. */
export const OF_TUNING = ['learning-rate', 'optimizer', 'batch-size', 'loss', 'l1', 'l2'];
