import { h, setText } from '../../shared/dom.js';
import { reading } from '../../shared/format.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** The values at the handle, in columns that keep their width. */
export function createReadout() {
  const x = cell('x');
  const rows = ['f', 'g'].map((kind) => ({ value: cell(kind), slope: cell('slope') }));
  const cells = [x, ...rows.flatMap(({ value, slope }) => [value, slope])];
  return {
    node: h('p', { class: 'readout', part: 'readout' }, ...cells.map(({ node }) => node)),
    /** @param {Scene} scene */
    show({ xText, shown }) {
      x.show('x', xText);
      rows.forEach(({ value, slope }, i) => {
        const at = shown[i];
        value.show(at?.facts.name, at && reading(at.value));
        slope.show('slope', at && reading(at.slope));
      });
    },
  };
}

/** @param {string} kind */
function cell(kind) {
  const name = h('span', { class: 'name' });
  const number = h('b');
  const node = h('span', { class: kind }, name, ' ', number);
  return {
    node,
    /** @param {string} label @param {string | undefined} value hidden where there is none */
    show(label, value) {
      node.hidden = value === undefined;
      if (value === undefined) return;
      setText(name, label);
      setText(number, value);
    },
  };
}

/** The same for the ear: "x = 0.50, GELU 0.346, slope 0.867". @param {Scene} scene */
export const spoken = ({ xText, shown }) =>
  [
    `x = ${xText}`,
    ...shown.map(({ facts, value, slope }) => `${facts.name} ${reading(value)}, slope ${reading(slope)}`),
  ].join(', ');
