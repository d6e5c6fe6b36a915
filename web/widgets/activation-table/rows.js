import { button, h, setText } from '../../shared/dom.js';
import { fixed, reading, short } from '../../shared/format.js';

/**
 * @typedef {object} Content
 * @property {string} caption
 * @property {import('./columns.js').Column[]} columns with a value per input and a last one for x
 * @property {number[]} inputs
 * @property {number} x
 * @property {string[]} remarks names of the slots in use
 * @property {number} room of the table, in widths of a column
 */

/**
 * The table: made anew only where its shape changes, so that focus and slots stay where they are
 * while numbers change.
 *
 * @param {(x: number) => void} press tells the input that was pressed
 */
export function createRows(press) {
  const caption = h('caption', { class: 'unseen' });
  const head = h('thead');
  const body = h('tbody');
  const own = h('span');
  const table = h('table', { part: 'table' }, caption, head, body);
  let shape = '';

  /** @param {Content} content @param {boolean} below whether remarks have rows of their own */
  function make({ columns, inputs, remarks }, below) {
    const beside = remarks.length > 0 && !below;
    const heads = columns.map(({ head, kind }) => h('th', { scope: 'col', class: kind }, head));
    const remark = h(
      'th',
      { scope: 'col', class: 'remark' },
      h('span', { class: 'unseen' }, 'Remark'),
    );
    head.replaceChildren(
      h(
        'tr',
        {},
        h('th', { scope: 'col', class: 'x' }, 'x'),
        ...heads,
        ...(beside ? [remark] : []),
      ),
    );
    body.replaceChildren(
      ...[...inputs, undefined].flatMap((x) => {
        const start = x === undefined ? own : setter(x);
        const cells = columns.map(({ kind }) => h('td', { class: kind }));
        const row = h('tr', {}, h('th', { scope: 'row', class: 'x' }, start), ...cells);
        if (beside) row.append(h('td', { class: 'remark' }));
        const name = String(x);
        if (!remarks.includes(name)) return [row];
        const slot = h('slot', { name });
        if (beside) row.lastElementChild?.append(slot);
        return beside
          ? [row]
          : [row, h('tr', { class: 'below' }, h('td', { colspan: columns.length + 1 }, slot))];
      }),
    );
    table.classList.toggle('remarked', beside);
  }

  /** Its name stays the number, which heads the row. @param {number} x */
  const setter = (x) => button(short(x), () => press(x), { title: `Set x to ${short(x)}` });

  return {
    node: h('div', { class: 'scroll' }, table),
    table,
    /** @param {Content} content */
    show(content) {
      const { columns, inputs, x, remarks, room } = content;
      const below = room < columns.length + 3;
      const now = JSON.stringify([columns.map(({ head }) => head), inputs, remarks, below]);
      if (shape !== now) make(content, below);
      shape = now;
      table.classList.toggle('dense', room < columns.length + 0.5);
      setText(caption, content.caption);
      [...body.rows]
        .filter(({ className }) => className !== 'below')
        .forEach((row, i) => {
          const here = inputs[i] === x;
          row.classList.toggle('here', here);
          row.querySelector('button')?.setAttribute('aria-pressed', String(here));
          columns.forEach(({ values }, k) => {
            setText(row.cells[k + 1], reading(values[i]));
          });
        });
      setText(own, fixed(x, 2));
    },
  };
}
