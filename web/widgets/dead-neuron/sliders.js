import { within } from '../../shared/axes.js';
import { createSlider } from '../../shared/controls.js';
import { h } from '../../shared/dom.js';
import { short } from '../../shared/format.js';
import { brief } from './numbers.js';

/** How far the sliders of weights and bias go. */
export const REACH = 5;
export const ENDS = { min: -REACH, max: REACH, step: 0.1 };

/**
 * What a reader sets of the neuron: two weights, the bias, and the size of an update.
 * @param {import('./properties.js').NeuronProperties} neuron
 * @param {{ change: (values: Record<string, unknown>) => void, settle: () => void }} act
 */
export function createSliders(neuron, { change, settle }) {
  const slider = (/** @type {(value: number) => void} */ move) =>
    createSlider({ move, commit: settle });
  const first = slider((value) => change({ weights: [value, neuron.weights[1]] }));
  const second = slider((value) => change({ weights: [neuron.weights[0], value] }));
  const third = slider((bias) => change({ bias }));
  // Equal steps of the slider multiply the rate.
  const rate = slider((value) =>
    change({ 'learning-rate': within([0.001, 10], Number((10 ** value).toPrecision(2))) }),
  );
  const sliders = [first, second, third, rate];
  return {
    node: h('div', { class: 'sliders' }, ...sliders.map(({ node }) => node)),
    show() {
      const { weights, bias, learningRate } = neuron;
      first.show({ ...ENDS, label: 'w₁', value: weights[0], text: brief(weights[0]) });
      second.show({ ...ENDS, label: 'w₂', value: weights[1], text: brief(weights[1]) });
      third.show({ ...ENDS, label: 'b', value: bias, text: brief(bias) });
      rate.show({
        label: 'learning rate',
        min: -3,
        max: 1,
        step: 0.05,
        value: Math.log10(learningRate),
        text: short(learningRate, 3),
      });
    },
  };
}
