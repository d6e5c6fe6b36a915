import { largestSeed, reserve, takeOutput, trainingNames } from './areas.js';
import { checkInteger, checkName, checkNumber, checkOptions } from './checks.js';

/**
 * @typedef {object} Dataset
 * @property {Float32Array} points x0 y0 x1 y1 … in about [-1, 1]
 * @property {Uint8Array} labels the class of each point, from 0 on
 * @property {number} classes
 */

/**
 * The toy problems.
 * @param {import('./module.js').Raw} raw
 */
export function datasets(raw) {
  const names = trainingNames(raw).datasets;
  return {
    /** The data sets by name, with the largest number of classes each allows. */
    datasets: Object.freeze(
      names.map((id, kind) => Object.freeze({ id, maxClasses: raw.datasetClasses(kind) })),
    ),

    /**
     * Labelled points of the plane: point i has class i mod classes. The same arguments give the
     * same points everywhere.
     *
     * @param {string} name one of core.datasets
     * @param {{ samples?: number, noise?: number, seed?: number, classes?: number }} [options]
     *   samples 1 to 1,000,000 (500); noise, the deviation of a normal shift, 0 to 1 (0.1); seed
     *   0 to 2³² - 1 (42); classes 2 to 4 where the set allows (2)
     * @returns {Dataset}
     */
    dataset(name, options = {}) {
      const kind = checkName('data set', name, names);
      const defaults = { samples: 500, noise: 0.1, seed: 42, classes: 2 };
      const { samples, noise, seed, classes } = checkOptions('dataset', options, defaults);
      checkInteger('dataset: samples', samples, 1, 1e6);
      checkNumber('dataset: noise', noise, 0, 1);
      checkInteger('dataset: seed', seed, 0, largestSeed);
      checkInteger(`dataset: classes of ${name}`, classes, 2, raw.datasetClasses(kind));
      reserve(raw, 'dataset', { labels: samples, output: 2 * samples });
      raw.dataset(kind, samples, noise, seed, classes);
      return {
        points: takeOutput(raw, 2 * samples),
        labels: raw.labelArea().slice(0, samples),
        classes,
      };
    },
  };
}
