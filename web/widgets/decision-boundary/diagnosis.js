import { MOST_LAYERS } from './experiment.js';
import { count, counted, lossText, percent, plain } from './words.js';

/**
 * What has become of a training, in one sentence made from measured values, and what to do.
 *
 * @typedef {object} Diagnosis
 * @property {string} sentence
 * @property {'empty' | 'solved' | 'stuck' | 'diverged'} [end] why there is no point in going on
 * @property {{ label: string, values: Record<string, unknown> }} [advice] settings to change
 *
 * @typedef {(id?: string) => string} NameOf an activation's name
 */

/** A share of the points that counts as separated, and the loss below which the line is at rest. */
const SEPARATED = 0.97;
const SOLVED = 0.99;
const RESTING_LOSS = 0.05;

/** A loss above this has left all that is sensible: guessing costs 0.69. Penalties come on top. */
const EXPLODED = 50;

/**
 * Updates without which one cannot tell that nothing more will come: where a reason is seen, and
 * where none is, as many a network learns nothing for a long time before it does.
 */
const PATIENCE = 4000;
const LONG_PATIENCE = 20000;

/** The loss has settled when the newer half of the updates lowered it by less than this share. */
const SETTLED = 0.01;

/** A layer that gets less than this share of the last layer's gradient hardly learns. */
const VANISHED = 1e-3;

/** Test points that are right this much less often than the learned ones. */
const OVERFIT = 0.08;

/** Rates to fall back to; below the low ones learning takes very long. */
const RATES = [0.1, 0.03, 0.01, 0.003, 0.001];
const LOW_RATE = 0.003;
const LOW_RATE_OF_SGD = 0.03;
const USUAL_RATE = 0.03;
const USUAL_L2 = 0.01;

/**
 * @param {object} facts
 * @param {import('./experiment.js').Experiment} facts.experiment
 * @param {import('./series.js').Entry[]} facts.entries of this experiment
 * @param {import('../../core/network.js').LayerStatistics[]} facts.layers
 * @param {NameOf} facts.nameOf
 * @returns {Diagnosis}
 */
export function diagnose({ experiment, entries, layers, nameOf }) {
  const { learners, settings, total, data } = experiment;
  const [first, twin] = learners;
  if (data.labels.length === 0)
    return { sentence: 'There are no points yet. Put some into the picture.', end: 'empty' };
  const penalties = settings.l1 || settings.l2;
  const lost = learners.findIndex(
    ({ finite, loss }, i) =>
      !finite || loss > EXPLODED + (penalties ? entries[0].scores[i].loss : 0),
  );
  if (lost >= 0) return diverged(experiment, lost, nameOf);
  const after = `after ${counted(total, 'update')}`;
  const settled = hasSettled(entries, PATIENCE);
  const solved = first.accuracy >= SOLVED && first.loss < RESTING_LOSS;
  if (solved || (settled && first.accuracy >= SEPARATED)) {
    const beside = twin ? ` ${nameOf(twin.activations[0])}: ${percent(twin.accuracy)}.` : '';
    const overfit = first.testAccuracy < first.accuracy - OVERFIT;
    return {
      sentence: overfit
        ? `Overfits ${after}: ${percent(first.accuracy)} of the points learned, ${percent(first.testAccuracy)} of unseen ones.`
        : `Solved: ${percent(first.accuracy)} ${after}.${beside}`,
      end: 'solved',
      advice:
        overfit && settings.l2 < USUAL_L2
          ? { label: `Use L2 ${USUAL_L2}`, values: { l2: USUAL_L2 } }
          : undefined,
    };
  }
  const trouble = total > 0 ? findTrouble(experiment, layers, nameOf) : undefined;
  if (trouble ? settled : hasSettled(entries, LONG_PATIENCE)) {
    return {
      sentence:
        `Stuck at ${percent(first.accuracy)} ${after}: the loss hardly falls. ${trouble?.sentence ?? ''}`.trim(),
      end: 'stuck',
      advice: trouble ? trouble.advice : help(settings),
    };
  }
  return { sentence: trouble?.sentence ?? '', advice: trouble?.advice };
}

/** Where no reason is seen. @param {import('./experiment.js').Settings} settings */
function help({ layers, learningRate, optimizer }) {
  if (learningRate < (optimizer === 'sgd' ? LOW_RATE_OF_SGD : LOW_RATE))
    return { label: `Use a rate of ${USUAL_RATE}`, values: { learningRate: USUAL_RATE } };
  return layers.length < MOST_LAYERS ? addLayer(layers) : undefined;
}

/** @param {number[]} layers */
const addLayer = (layers) => ({ label: 'Add a layer', values: { layers: [...layers, 8] } });

/**
 * @param {import('./experiment.js').Experiment} experiment
 * @param {number} lost which learner
 * @param {NameOf} nameOf
 * @returns {Diagnosis}
 */
function diverged({ learners, settings, origin, total }, lost, nameOf) {
  const { finite, updates, loss, activations } = learners[lost];
  const who = learners.length > 1 ? `${nameOf(activations[0])} diverged` : 'Diverged';
  const rate = RATES.find((lower) => lower < settings.learningRate) ?? settings.learningRate / 10;
  const how = finite
    ? `${who}: the loss is ${lossText(loss)} at update ${count(total)}.`
    : `${who} at update ${count((origin?.updates ?? 0) + updates + 1)}: its numbers grew beyond all bounds.`;
  return {
    sentence: `${how} Try a rate of ${plain(rate)} or less.`,
    end: 'diverged',
    advice: { label: `Use ${plain(rate)}`, values: { learningRate: rate } },
  };
}

/**
 * @param {import('./experiment.js').Experiment} experiment
 * @param {import('../../core/network.js').LayerStatistics[]} layers the last one is the output
 * @param {NameOf} nameOf
 * @returns {{ sentence: string, advice?: Diagnosis['advice'] } | undefined}
 */
function findTrouble({ learners: [{ activations }], settings }, layers, nameOf) {
  const hidden = layers.slice(0, -1);
  if (!settings.layers.length) {
    return {
      sentence: 'Without a hidden layer it can only draw a straight line.',
      advice: addLayer([]),
    };
  }
  if (activations.every((id) => id === 'identity')) {
    return {
      sentence: 'Without an activation function it can only draw a straight line.',
      advice: { label: `Use ${nameOf('tanh')}`, values: { activation: 'tanh', activations: null } },
    };
  }
  if (settings.init === 'zeros') {
    return {
      sentence: 'All weights began at zero, so the units of a layer stay copies of each other.',
      advice: { label: 'Use Xavier', values: { init: 'xavier_normal' } },
    };
  }
  const dead = hidden.findIndex(({ deadFraction }) => deadFraction >= 0.5);
  if (dead >= 0) {
    const units = settings.layers[dead];
    return {
      sentence: `No gradient gets through ${count(Math.round(hidden[dead].deadFraction * units))} of ${counted(units, `${nameOf(activations[dead])} unit`)} in layer ${dead + 1}: dead units.`,
      advice: {
        label: `Use ${nameOf('leaky_relu')}`,
        values: { activation: 'leaky_relu', activations: null },
      },
    };
  }
  const least = hidden[0]?.gradientNorm / layers[layers.length - 1].gradientNorm;
  if (hidden.length > 2 && least < VANISHED) {
    return {
      sentence: `Layer 1 gets ${plain(least)} of the last layer's gradient: it hardly learns.`,
      advice:
        settings.residual || !settings.layers.some((units, i, all) => units === (all[i - 1] ?? 2))
          ? {
              label: `Use ${nameOf('relu')}`,
              values: { activation: 'relu', activations: null, init: 'he_normal' },
            }
          : { label: 'Use residual connections', values: { residual: true } },
    };
  }
  const saturated = hidden.findIndex(
    ({ saturatedFraction, deadFraction }) => saturatedFraction > 0.9 && deadFraction < 0.5,
  );
  if (saturated >= 0 && nameOf(activations[saturated]) !== nameOf('step')) {
    return {
      sentence: `${percent(hidden[saturated].saturatedFraction)} of layer ${saturated + 1} is saturated: slopes near 0.`,
      advice: { label: `Use ${nameOf('gelu')}`, values: { activation: 'gelu', activations: null } },
    };
  }
  return undefined;
}

/** @param {import('./series.js').Entry[]} entries @param {number} patience in updates */
function hasSettled(entries, patience) {
  const total = entries[entries.length - 1]?.update ?? 0;
  const begin = entries[0]?.update ?? 0;
  if (total - begin < patience) return false;
  const half = entries.findIndex(({ update }) => update - begin >= (total - begin) / 2);
  const lowest = (/** @type {import('./series.js').Entry[]} */ some) =>
    Math.min(...some.map(({ scores }) => scores[0].loss));
  return lowest(entries.slice(half)) > (1 - SETTLED) * lowest(entries.slice(0, half));
}
