import { counted, lossText, named, percent } from './words.js';

/**
 * What there is to say of a training: of each network, and of all.
 *
 * @typedef {import('./training.js').Training} Training
 * @typedef {{ id: string, name: string }} Net its activation, the first of several, and their names
 */

/** @param {Training} training @returns {Net[]} */
export const netsOf = ({ experiment, nameOf }) =>
  experiment?.learners.map(({ activations: ids }) => ({
    id: ids[0] ?? 'identity',
    name: [...new Set(ids)].map(nameOf).join(', ') || nameOf(),
  })) ?? [];

/** @param {import('./experiment.js').Experiment} experiment */
export function statusOf({ total, learners, settings }) {
  const which = settings.loss === 'mse' ? 'squared error' : 'cross-entropy';
  const more = settings.l1 || settings.l2 ? ' and penalty' : '';
  return `${counted(total, 'update')}, ${which}${more} ${lossText(learners[0].loss)}`;
}

/**
 * @param {string} name of the network
 * @param {number} accuracy
 * @param {number} points how many
 * @param {string} dataSet
 * @param {string} shape of the boundary
 */
export const describe = (name, accuracy, points, dataSet, shape) =>
  `${name}: ${percent(accuracy)} of ${counted(points, 'point')} (${named(dataSet)}) on the right side; the boundary is ${shape || 'not drawn yet'}.`;
