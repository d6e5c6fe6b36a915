import { h, setText } from '../../shared/dom.js';
import { reading, short } from '../../shared/format.js';
import { formulaNodes } from '../../shared/formula.js';
import { isBroken } from './curves.js';

/** The formulas of value and slope, where the function is from, and what happens at kinks and jumps. */
export function createFormulas() {
  const value = h('p');
  const slope = h('p', { class: 'slope' });
  const note = h('p', { class: 'muted' });
  let shown = '';
  return {
    node: h('div', { class: 'formulas', part: 'formulas' }, value, slope, note),
    /** @param {import('./scene.js').Activation} facts @param {import('./curves.js').Break[]} breaks */
    show(facts, breaks) {
      if (shown !== facts.id) {
        shown = facts.id;
        value.replaceChildren('f(x) = ', ...formulaNodes(facts.formula));
        slope.replaceChildren('f′(x) = ', ...formulaNodes(facts.slope));
      }
      setText(note, [...breaks.flatMap(describe), `${facts.source}.`].join(' '));
    },
  };
}

/** @param {import('./curves.js').Break} point @returns {string[]} */
function describe({ x, value, slope }) {
  if (isBroken(value)) return [`Jump at ${short(x)}: ${sides(value)}.`];
  if (isBroken(slope)) return [`Kink at ${short(x)}: slope ${sides(slope)}.`];
  return [];
}

/** @param {number[]} triple */
function sides(triple) {
  const [before, there, after] = triple.map((value) => reading(value, short));
  return `${before} before, ${after} after, ${there} there`;
}
