import { h } from '../../shared/dom.js';
import { noData, without, withPoints } from './data.js';
import { createImport } from './import.js';
import { createPainter } from './paint.js';

/**
 * The reader's own points, folded: painted on the pictures, or taken from a file; with a way back.
 *
 * @param {import('../../shared/element.js').WidgetElement} element
 * @param {ReturnType<typeof import('./stage.js').createStage>} stage
 * @param {import('./training.js').Training} training
 */
export function createOwnPoints(element, stage, training) {
  /** @param {import('./data.js').Data} data */
  function edit(data) {
    training.edit(data);
    refresh();
  }

  function refresh() {
    stage.outdate();
    element.invalidate();
  }

  /** In one step of undo. @param {import('./data.js').Data} next */
  function replace(next) {
    keep();
    edit(next);
    element.emit('change');
  }

  const keep = () => training.history.keep(training.data);
  const painter = createPainter({
    begin: keep,
    put: (x, y, label) => edit(withPoints(training.data, [x, y], [label])),
    erase: (x, y, radius) => edit(without(training.data, x, y, radius)),
    end: () => element.emit('change'),
    undo() {
      training.undo();
      refresh();
      element.emit('change');
    },
    clear: () => replace(noData),
    moved: () => element.invalidate(),
    hover: stage.hover,
    speak: stage.valueAt,
  });
  const files = createImport(
    element,
    (bytes, breathe) => element.core.readCsv(bytes, breathe),
    (data) => replace({ ...data, generated: 0 }),
  );
  const node = h(
    'details',
    { part: 'paint', toggle: () => painter.choose(node.open ? '1' : 'look') },
    h('summary', {}, 'Draw your own points'),
    painter.node,
    files.node,
  );
  return {
    node,
    painter,
    show() {
      const { data, history } = training;
      painter.show({ points: data.labels.length, undoable: !history.empty });
    },
  };
}
