import { counted, lossText, named, OWN, percent } from './words.js';

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
 * Of each network, what has become of it.
 * @param {Training} training
 * @param {string} dataSet
 * @param {[{ shape: string }, { accuracy: number }][]} shown pictures and learners
 */
export function sentencesOf(training, dataSet, shown) {
  const { labels, generated } = training.data;
  const points = `${counted(labels.length, 'point')} (${named(generated ? dataSet : OWN)})`;
  const nets = netsOf(training);
  return shown.map(
    ([{ shape }, { accuracy }], i) =>
      `${nets[i].name}: ${percent(accuracy)} of ${points} on the right side; the boundary is ${shape || 'not drawn yet'}.`,
  );
}
