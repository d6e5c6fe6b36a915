import { h } from './dom.js';

/**
 * A native menu with the look of the text around it.
 * @param {string} label
 * @param {(value: string) => void} pick
 */
export function createMenu(label, pick) {
  const select = h('select', { 'aria-label': label, change: () => pick(select.value) });
  let known = '';
  return {
    node: h('span', { class: 'menu', part: 'menu' }, select),
    /** @param {string[][]} options pairs of value and name @param {string} value */
    show(options, value) {
      if (known !== String(options)) {
        known = String(options);
        select.replaceChildren(...options.map(([id, name]) => h('option', { value: id }, name)));
      }
      select.value = value;
    },
  };
}

/**
 * A native slider with its value beside it.
 *
 * @param {object} act
 * @param {(value: number) => void} act.move
 * @param {() => void} act.commit
 */
export function createSlider({ move, commit }) {
  const name = h('span');
  const shown = h('span', { class: 'shown', 'aria-hidden': 'true' });
  const input = h('input', {
    type: 'range',
    input: () => move(input.valueAsNumber),
    change: commit,
  });
  return {
    node: h('label', { part: 'slider' }, name, input, shown),
    /** @param {{ label: string, min: number, max: number, step: number, value: number, text: string }} state */
    show({ label, min, max, step, value, text }) {
      name.textContent = label;
      shown.textContent = text;
      Object.assign(input, { min, max, step });
      input.value = String(value);
      input.setAttribute('aria-valuetext', `${label} = ${text}`);
    },
  };
}

/**
 * Shows a number where it can be typed. Its steps are counted from there: a number between two of
 * them is no mistake.
 * @param {HTMLInputElement} input
 * @param {number} value
 */
export function showTyped(input, value) {
  if (input.valueAsNumber !== value) input.value = String(value); // not while it is typed
  input.defaultValue = input.value;
}
