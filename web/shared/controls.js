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
 * Where a number can be typed. One that is too large becomes the largest when it is done, and what
 * is no number the last that was.
 * @param {Record<string, any>} attributes
 * @param {{ most: number, type: (value: number) => void, settle: () => void }} act
 */
export function createTyped(attributes, { most, type, settle }) {
  const input = h('input', {
    type: 'number',
    ...attributes,
    input() {
      const value = input.valueAsNumber;
      if (!(Math.abs(value) <= most)) return;
      input.defaultValue = String(value);
      type(value);
    },
    change() {
      const value = input.valueAsNumber;
      if (Math.abs(value) > most) {
        // On the way the limit itself may have been typed: then there is nothing new to show.
        input.value = input.defaultValue = String(Math.sign(value) * most);
        type(Number(input.value));
      } else if (Number.isNaN(value)) input.value = input.defaultValue;
      settle();
    },
  });
  return input;
}

/**
 * Shows a number where it can be typed, unless it was typed there: more may follow. Its steps are
 * counted from there: a number between two of them is no mistake.
 * @param {HTMLInputElement} input
 * @param {number} value
 */
export function showTyped(input, value) {
  const text = String(value);
  if (input.defaultValue !== text) input.value = input.defaultValue = text;
}
