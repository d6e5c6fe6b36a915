import { button, h, setText } from '../../shared/dom.js';
import { EDGE } from './view.js';
import { counted } from './words.js';

/**
 * The reader's own file or text of points, by choosing, dropping or pasting.
 *
 * @param {HTMLElement} target files may be dropped on it
 * @param {(bytes: Uint8Array, breathe: () => Promise<unknown>) => Promise<import('../../core/csv.js').Table>} read
 * @param {(data: Omit<import('./data.js').Data, 'generated'>) => void} take
 */
export function createImport(target, read, take) {
  const told = h('p', { role: 'status', class: 'muted' });
  const file = h('input', {
    type: 'file',
    accept: '.csv,.tsv,.txt,text/csv,text/plain',
    change: () => file.files?.[0] && open(file.files[0]),
  });
  const text = h('textarea', {
    rows: 3,
    spellcheck: 'false',
    placeholder: '0.5, −0.2, a',
    'aria-label': 'Rows of x, y and class',
  });
  const use = button('Use these rows', () => load(new TextEncoder().encode(text.value)));
  target.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    target.classList.add('dropping');
  });
  target.addEventListener('dragleave', () => target.classList.remove('dropping'));
  target.addEventListener('drop', (event) => {
    target.classList.remove('dropping');
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    open(dropped);
  });

  /** @param {File} from */
  async function open(from) {
    try {
      await load(new Uint8Array(await from.arrayBuffer()));
    } catch (error) {
      setText(told, `${from.name} could not be read: ${/** @type {Error} */ (error).message}`);
    }
    file.value = '';
  }

  /** @param {Uint8Array} bytes */
  async function load(bytes) {
    setText(told, 'Reading …');
    const breathe = () => new Promise((resolve) => setTimeout(resolve));
    const table = await read(bytes, breathe);
    const header = table.header ? ' The first line was taken as a header.' : '';
    if (table.labels.length === 0) {
      setText(
        told,
        `No points taken: ${table.badRows ? complaint(table) : 'there are no rows of x, y and class'}.${header} Your points are as they were.`,
      );
      return;
    }
    const [labels, classes] = ordered(table);
    const place = placed(table);
    await breathe();
    take({ points: table.points, labels, given: { ...place, classes } });
    const moved = place ? ', moved and scaled to fit' : '';
    const left = table.badRows
      ? ` ${counted(table.badRows, 'row')} left out: ${complaint(table)}.`
      : '';
    setText(
      told,
      `${counted(labels.length, 'point')} taken: ${named(classes)}${moved}.${left}${header} Undo brings back what was there.`,
    );
  }

  return {
    node: h(
      'div',
      { class: 'import' },
      h('label', {}, 'Open a CSV file', file),
      h('label', { class: 'paste' }, 'or paste rows', text),
      use,
      told,
    ),
  };
}

/** @param {import('../../core/csv.js').Table} table */
const complaint = ({ firstBad, badRows }) =>
  firstBad
    .slice(0, 2)
    .map(({ line, fault }) => `in line ${line}, ${fault}`)
    .join('; ') + (badRows > 2 ? '; and so on' : '');

/**
 * The class whose name comes first is orange.
 * @param {import('../../core/csv.js').Table} table
 * @returns {[Uint8Array, string[]]}
 */
function ordered({ labels, classes }) {
  const swap = classes[1]?.localeCompare(classes[0], 'en', { numeric: true }) < 0;
  return swap ? [labels.map((label) => 1 - label), [classes[1], classes[0]]] : [labels, classes];
}

/** @param {string[]} classes orange, blue */
function named(classes) {
  const [first, second] = classes.map(
    (name) => `“${name.length > 32 ? `${name.slice(0, 31)}…` : name}”`,
  );
  return second ? `${first} orange, ${second} blue` : `all of class ${first}`;
}

/**
 * Data that do not fit the picture are moved and scaled into it.
 * @param {import('../../core/csv.js').Table} table
 * @returns {{ shift: number[], scale: number[] } | undefined} nothing for those that do
 */
function placed({ points, min, max }) {
  if ([...min, ...max].every((x) => Math.abs(x) <= EDGE)) return undefined;
  const shift = min.map((low, axis) => (low + max[axis]) / 2);
  const scale = min.map((low, axis) => (max[axis] - low) / 2 || 1);
  for (const axis of [0, 1]) {
    const [middle, half] = [shift[axis], scale[axis]]; // a quarter of a million rows are one task
    for (let i = axis; i < points.length; i += 2) points[i] = (points[i] - middle) / half;
  }
  return { shift, scale };
}
