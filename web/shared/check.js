import { h, setText } from './dom.js';

/**
 * A native check box with its label.
 * @param {(on: boolean) => void} pick
 */
export function createCheck(pick) {
  const input = h('input', { type: 'checkbox', change: () => pick(input.checked) });
  const name = h('span');
  return {
    node: h('label', {}, input, name),
    /** @param {string} label @param {boolean} on */
    show(label, on) {
      setText(name, label);
      input.checked = on;
    },
  };
}
