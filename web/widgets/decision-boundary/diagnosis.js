import { count, counted, lossText, percent, plain } from './words.js';

/**
 * What has become of a training, in one sentence made from measured values, and what to do.
 *
 * @typedef {object} Diagnosis
 * @property {string} sentence
 * @property {'empty' | 'solved' | 'stuck' | 'diverged'} [end] why there is no point in going on
 * @property {{ label: string, values: Record<string, unknown> }} [advice] settings to change
 */

/** A share of the points that counts as separated, and the loss below which the line is at rest. */
const SEPARATED = 0.97;
const SOLVED = 0.99;
const RESTING_LOSS = 0.05;

/** A loss above this has left all that is sensible: guessing costs 0.69. */
const EXPLODED = 50;

/** Updates without which one cannot tell that nothing more will come. */
const PATIENCE = 4000;

/** The loss has settled when the newer half of the updates lowered it by less than this share. */
const SETTLED = 0.01;

/** A layer that gets less than this share of the last layer's gradient hardly learns. */
const VANISHED = 1e-3;

/** Test points that are right this much less often than the learned ones. */
const OVERFIT = 0.08;

/** Rates to fall back to. */
const RATES = [0.1, 0.03, 0.01, 0.003, 0.001];

/**
 * @param {object} facts
 * @param {import('./experiment.js').Experiment} facts.experiment
 * @param {import('./series.js').Entry[]} facts.entries
 * @param {import('../../core/network.js').LayerStatistics[]} facts.layers
 * @param {(id: string) => string} facts.nameOf an activation
 * @returns {Diagnosis}
 */
export function diagnose({ experiment, entries, layers, nameOf }) {
  const { learners, settings, total, data } = experiment;
  const [first, twin] = learners;
  if (data.labels.length === 0)
    return { sentence: 'There are no points yet. Put some into the picture.', end: 'empty' };
  const lost = learners.findIndex(({ finite, loss }) => !finite || loss > EXPLODED);
  if (lost >= 0) return diverged(experiment, lost, nameOf);
  const after = `after ${counted(total, 'update')}`;
  const settled = hasSettled(entries);
  const solved = first.accuracy >= SOLVED && first.loss < RESTING_LOSS;
  if (solved || (settled && first.accuracy >= SEPARATED)) {
    const beside = twin ? ` ${nameOf(twin.activations[0])}: ${percent(twin.accuracy)}.` : '';
    const overfit = first.testAccuracy < first.accuracy - OVERFIT;
    return {
      sentence: overfit
        ? `Overfits ${after}: ${percent(first.accuracy)} of the points learned, ${percent(first.testAccuracy)} of unseen ones.`
        : `Solved: ${percent(first.accuracy)} ${after}.${beside}`,
      end: 'solved',
      advice: overfit ? { label: 'Use L2 0.01', values: { l2: 0.01 } } : undefined,
    };
  }
  const trouble = total > 0 ? findTrouble(experiment, layers, nameOf) : undefined;
  if (settled) {
    return {
      sentence:
        `Stuck at ${percent(first.accuracy)} ${after}: the loss no longer falls. ${trouble?.sentence ?? ''}`.trim(),
      end: 'stuck',
      advice: trouble?.advice ?? {
        label: 'Add a layer',
        values: { layers: [...settings.layers, 8] },
      },
    };
  }
  return { sentence: trouble?.sentence ?? '', advice: trouble?.advice };
}

/**
 * @param {import('./experiment.js').Experiment} experiment
 * @param {number} lost which learner
 * @param {(id: string) => string} nameOf
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
 * @param {(id: string) => string} nameOf
 * @returns {{ sentence: string, advice?: Diagnosis['advice'] } | undefined}
 */
function findTrouble({ learners: [{ activations }], settings }, layers, nameOf) {
  const hidden = layers.slice(0, -1);
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
      sentence: `${count(Math.round(hidden[dead].deadFraction * units))} of ${counted(units, `${nameOf(activations[dead])} unit`)} in layer ${dead + 1} are dead: they pass no gradient.`,
      advice: {
        label: `Use ${nameOf('leaky_relu')}`,
        values: { activation: 'leaky_relu', activations: null },
      },
    };
  }
  const least = hidden[0]?.gradientNorm / layers[layers.length - 1].gradientNorm;
  if (hidden.length > 2 && least < VANISHED) {
    return {
      sentence: `Layer 1 gets ${plain(Number(least.toPrecision(2)))} of the last layer's gradient: it hardly learns.`,
      advice: settings.residual
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

/** @param {import('./series.js').Entry[]} entries */
function hasSettled(entries) {
  const total = entries[entries.length - 1]?.update ?? 0;
  const begin = entries[0]?.update ?? 0;
  if (total - begin < PATIENCE) return false;
  const half = entries.findIndex(({ update }) => update - begin >= (total - begin) / 2);
  const lowest = (/** @type {import('./series.js').Entry[]} */ some) =>
    Math.min(...some.map(({ scores }) => scores[0].loss));
  return lowest(entries.slice(half)) > (1 - SETTLED) * lowest(entries.slice(0, half));
}
