import { h } from '../../shared/dom.js';

/** GELU comes in two forms. @type {Record<string, string>} */
const otherForm = { gelu: 'gelu_tanh', gelu_tanh: 'gelu' };

/**
 * The choice between the forms of a function, and a switch for their difference.
 * @param {(values: { activation: string, compare?: string | null } | { compare: string | null }) => void} pick
 */
export function createForms(pick) {
  let [shown, compared] = ['gelu', false];
  const radio = (/** @type {string} */ id) =>
    h('input', {
      ...{ type: 'radio', name: 'form', value: id },
      change: () => pick({ activation: id, ...(compared && { compare: otherForm[id] }) }),
    });
  const exact = radio('gelu');
  const approximate = radio('gelu_tanh');
  const difference = h('input', {
    type: 'checkbox',
    change: () => pick({ compare: compared ? null : otherForm[shown] }),
  });
  const node = h(
    'fieldset',
    { 'aria-label': 'Form of GELU' },
    h('label', {}, exact, 'exact'),
    h('label', {}, approximate, 'tanh form'),
    h('label', {}, difference, 'difference'),
  );
  return {
    node,
    /** @param {string} activation @param {string | null} compare */
    show(activation, compare) {
      node.hidden = !(activation in otherForm);
      if (node.hidden) return;
      shown = activation;
      compared = compare === otherForm[activation];
      exact.checked = activation === 'gelu';
      approximate.checked = !exact.checked;
      difference.checked = compared;
    },
  };
}
