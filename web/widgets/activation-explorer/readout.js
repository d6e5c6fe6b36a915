import { h, setText } from '../../shared/dom.js';
import { reading } from '../../shared/format.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** The values at the handle, in columns that keep their width. */
export function createReadout() {
  const x = cell('x', 'x');
  const rows = [
    [cell('f', 'f(x)'), cell('slope', 'f′(x)')],
    [cell('g', 'g(x)'), cell('g', 'g′(x)')],
  ];
  return {
    node: h(
      'p',
      { class: 'readout', part: 'readout' },
      ...[x, ...rows.flat()].map(({ node }) => node),
    ),
    /** @param {Scene} scene */
    show({ xText, shown }) {
      x.show(xText);
      rows.forEach(([value, slope], i) => {
        value.show(shown[i] && reading(shown[i].value));
        slope.show(shown[i] && reading(shown[i].slope));
      });
    },
  };
}

/** @param {string} kind @param {string} label */
function cell(kind, label) {
  const number = h('b', { class: kind });
  const node = h('span', {}, h('span', { class: 'muted' }, label), ' ', number);
  return {
    node,
    /** @param {string | undefined} value hidden where there is none */
    show(value) {
      node.hidden = value === undefined;
      setText(number, value?.startsWith('−') ? value : `\u2007${value}`); // digits stay in place
    },
  };
}

/** The same for the ear: "x = 0.50, GELU 0.346, slope 0.867". @param {Scene} scene */
export const spoken = ({ xText, shown }) =>
  [
    `x = ${xText}`,
    ...shown.map(
      ({ facts, value, slope }) => `${facts.name} ${reading(value)}, slope ${reading(slope)}`,
    ),
  ].join(', ');
