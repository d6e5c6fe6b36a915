import { reading, short } from '../../shared/format.js';

/**
 * @typedef {import('../../core/neuron.js').NeuronPass} NeuronPass
 * @typedef {import('../../core/neuron.js').NeuronParameters} NeuronParameters
 * @typedef {{ before: NeuronParameters, firing: number, rate: number }} Step what an update started from
 */

/** As long as a sentence gets: `diagnose` says the like when one update has killed. */
export const LONGEST =
  'Killed by one update: it moved b from −00.000 to −00.000. Dead: z is negative for all 60 inputs, so output and gradient are exactly 0, and no update can move it.';

/** Below this a gradient does nothing one would see. */
const TINY = 1e-6;

/** @param {NeuronParameters} gradient */
const steepest = ({ weights, bias, shape }) => Math.max(...[...weights, bias, shape].map(Math.abs));

/** @param {NeuronPass} pass */
const isDead = (pass) => pass.firing === 0 && steepest(pass.gradient) === 0;

/**
 * One sentence or two on what the numbers show.
 * @param {object} seen
 * @param {NeuronPass} seen.pass
 * @param {NeuronPass} seen.after what the next pass would be
 * @param {number} seen.samples
 * @param {number} seen.rate
 * @param {import('../../core/activations.js').Activation} seen.facts
 * @param {NeuronParameters} seen.now
 * @param {Step | undefined} seen.last
 */
export function diagnose({ pass, after, samples, rate, facts, now, last }) {
  const { firing, gradient } = pass;
  const below = (/** @type {NeuronPass} */ { greatest }) =>
    `${greatest < 0 ? 'negative' : '0 or less'} for all ${samples} inputs`;
  const dead = isDead(pass);
  const tell = (/** @type {string} */ sentence) => ({ sentence, dead });
  const { next } = pass;
  if (![...next.weights, next.bias].every((value) => Math.abs(value) < 1e6)) {
    return tell(
      `The updates overshoot more each time, and the numbers leave all bounds. Choose a smaller learning rate.`,
    );
  }
  if (dead) {
    const how =
      last && last.firing > 0
        ? `Killed by one update: it moved b from ${reading(last.before.bias)} to ${reading(now.bias)}. `
        : '';
    const nothing = pass.values.every((value) => value === 0)
      ? 'so output and gradient are'
      : 'so far down that the gradient is';
    return tell(
      `${how}Dead: z is ${below(pass)}, ${nothing} exactly 0, and no update can move it.`,
    );
  }
  const share = firing ? `z is positive for ${firing} of ${samples} inputs` : `z is ${below(pass)}`;
  if (pass.loss < 1e-4)
    return tell(`It has learned: ${share}, and the loss is ${reading(pass.loss)}.`);
  if (steepest(gradient) < TINY && pass.loss > TINY) {
    return tell(
      `Stuck: the largest part of the gradient is ${reading(steepest(gradient))}, and the loss stays at ${reading(pass.loss)}.`,
    );
  }
  if (firing === 0) {
    return tell(
      `Silent, not dead: ${share}, but ${facts.name} has a slope there. The next update moves b by ${signed(pass.update.bias)}.`,
    );
  }
  if (isDead(after)) {
    return tell(
      `Alive, but the next update kills it: with a learning rate of ${short(rate, 3)} it moves b from ${reading(now.bias)} to ${reading(next.bias)}, and z becomes ${below(after)}.`,
    );
  }
  return tell(`Alive: ${share}, and the loss is ${reading(pass.loss)}.`);
}

/** @param {number} value */
const signed = (value) => (value > 0 ? `+${reading(value)}` : reading(value));
