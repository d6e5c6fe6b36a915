import { ticks } from 'd3-array';
import { h } from '../../shared/dom.js';
import { reading, short } from '../../shared/format.js';

/**
 * The curves as numbers, for those who do not see them; filled when opened.
 * @param {() => void} opened
 */
export function createTable(opened) {
  const table = h('table');
  const node = h(
    'details',
    { part: 'table', toggle: opened },
    h('summary', { class: 'muted' }, 'Values'),
    // Not every browser lets the keyboard scroll what holds no control.
    h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Values' }, table),
  );
  return {
    node,
    /**
     * @param {number[]} domain
     * @param {{ name: string, at: (xs: Float32Array) => { value: Float32Array, derivative: Float32Array } }[]} functions
     */
    show(domain, functions) {
      if (!node.open) return;
      const xs = Float32Array.from(ticks(domain[0], domain[1], 12));
      const columns = functions.flatMap(({ at }) => Object.values(at(xs)));
      const names = functions.flatMap(({ name }) => [name, `${name} slope`]);
      table.replaceChildren(
        h(
          'thead',
          {},
          h('tr', {}, ...['x', ...names].map((name) => h('th', { scope: 'col' }, name))),
        ),
        h(
          'tbody',
          {},
          ...[...xs].map((x, i) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, short(x, 3)),
              ...columns.map((column) => h('td', {}, reading(column[i]))),
            ),
          ),
        ),
      );
    },
  };
}
