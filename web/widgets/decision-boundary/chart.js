import { drawAxes } from '../../shared/axes.js';
import { createCanvas } from '../../shared/canvas.js';
import { h, setText } from '../../shared/dom.js';
import { createHandle, placeAlong } from '../../shared/handle.js';
import { count, lossText, percent } from './words.js';

/** @typedef {import('./series.js').Entry} Entry */

/**
 * Loss and accuracy over the updates, side by side; values at the place one points at.
 * @param {import('../../shared/element.js').WidgetElement} element
 */
export function createChart(element) {
  const readout = h('p', { class: 'reading', part: 'reading' });
  const canvas = createCanvas(element, { 'aria-hidden': 'true' });
  /** @type {Entry[]} */
  let entries = [];
  /** The update the reader looks at; the newest one where undefined. @type {number | undefined} */
  let place;
  /** @type {import('../../shared/axes.js').Frame[]} */
  let frames = [];

  const handle = createHandle(element, canvas, 'Update', {
    toValue: (at) => updateAt(at),
    move: look,
    commit() {},
  });
  handle.input.addEventListener('blur', () => look(undefined));
  canvas.frame.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse') look(updateAt(placeAlong(canvas.frame, event)));
  });
  canvas.frame.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') look(undefined);
  });

  /** @param {number | undefined} at */
  function look(at) {
    if (at === place) return;
    place = at;
    element.invalidate();
  }

  /** @param {number} x on the picture */
  const updateAt = (x) =>
    (frames.find((frame) => x <= frame.right) ?? frames[frames.length - 1])?.invert(x) ??
    x * last();

  /** Updates are whole: ten of them are the least an axis shows. */
  const last = () => Math.max(entries[entries.length - 1]?.update ?? 0, 10);

  /** What was measured nearest to an update, and last. @param {number} update */
  const nearest = (update) =>
    entries.reduce((best, entry) =>
      Math.abs(entry.update - update) <= Math.abs(best.update - update) ? entry : best,
    );

  /**
   * @param {import('../../shared/theme.js').Theme} theme
   * @param {Entry[]} now
   * @param {{ name: string, id: string }[]} nets
   */
  function draw(theme, now, nets) {
    entries = now;
    const sheet = canvas.begin();
    if (!sheet || !entries.length) return;
    const entry = nearest(place ?? last());
    const text = sentence(entry, nets);
    canvas.frame.classList.toggle('unringed', !handle.look(theme).focus);
    setText(readout, text);
    handle.show({
      min: 0,
      max: last(),
      step: Math.ceil(last() / 256),
      value: place ?? entry.update,
      text,
    });
    const { context, width } = sheet;
    const half = width / 2;
    frames = plots.map(({ key, test, title, top, yTicks }, k) => {
      const highest =
        top ??
        Math.max(
          0.1,
          ...entries
            .flatMap(({ scores }) => scores.flatMap((score) => [score[key], score[test]]))
            .filter(Number.isFinite),
        );
      const frame = drawAxes(sheet, theme, {
        x: [0, last()],
        y: [0, highest],
        left: k * half,
        right: (k + 1) * half - (k ? 0 : 8),
        top: theme.size * 1.15,
        yTicks,
      });
      context.save();
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      context.fillStyle = theme.muted;
      context.fillText(title, frame.left, theme.size * 0.8);
      context.beginPath();
      context.rect(
        frame.left,
        frame.top - 3,
        frame.right - frame.left + 3,
        frame.bottom - frame.top + 6,
      );
      context.clip();
      for (let i = nets.length - 1; i >= 0; i--) {
        const colour = theme.curve(nets[i].id);
        drawCurve(context, frame, (e) => e.scores[i]?.[test], {
          colour,
          width: 1.25,
          dash: [3, 3],
        });
        drawCurve(context, frame, (e) => e.scores[i]?.[key], {
          colour,
          width: i ? 1.25 : 2,
          dash: [],
        });
      }
      context.restore();
      if (
        place !== undefined ||
        handle.held ||
        element.shadowRoot?.activeElement === handle.input
      ) {
        drawPlace(context, frame, entry, theme, key);
      }
      return frame;
    });
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {import('../../shared/axes.js').Frame} frame
   * @param {(entry: Entry) => number} value
   * @param {{ colour: string, width: number, dash: number[] }} pen
   */
  function drawCurve(context, { x, y }, value, { colour, width, dash }) {
    context.beginPath();
    for (const entry of entries) {
      const at = value(entry);
      if (Number.isFinite(at)) context.lineTo(x(entry.update), y(at));
    }
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash);
    context.stroke();
  }

  return { node: h('div', { class: 'chart', part: 'chart' }, canvas.frame, readout), draw };
}

/** @type {{ key: 'loss' | 'accuracy', test: 'testLoss' | 'testAccuracy', title: string, top?: number, yTicks?: number[] }[]} */
const plots = [
  { key: 'loss', test: 'testLoss', title: 'Loss' },
  { key: 'accuracy', test: 'testAccuracy', title: 'Accuracy', top: 1, yTicks: [0, 0.5, 1] },
];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../shared/axes.js').Frame} frame
 * @param {Entry} entry
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {'loss' | 'accuracy'} key
 */
function drawPlace(context, { x, y, top, bottom }, entry, theme, key) {
  context.beginPath();
  context.moveTo(x(entry.update), top);
  context.lineTo(x(entry.update), bottom);
  context.lineWidth = 1;
  context.strokeStyle = theme.muted;
  context.stroke();
  for (const score of entry.scores) {
    context.beginPath();
    context.arc(x(entry.update), y(score[key]), 3.5, 0, 2 * Math.PI);
    context.fillStyle = theme.text;
    context.fill();
  }
}

/** @param {Entry} entry @param {{ name: string }[]} nets */
function sentence({ update, scores }, nets) {
  const parts = scores.map(({ loss, accuracy, testLoss, testAccuracy }, i) => {
    const test = Number.isNaN(testLoss)
      ? ['', '']
      : [` (test ${lossText(testLoss)})`, ` (test ${percent(testAccuracy)})`];
    return `${nets.length > 1 ? `${nets[i]?.name} ` : ''}loss ${lossText(loss)}${test[0]}, accuracy ${percent(accuracy)}${test[1]}`;
  });
  return `Update ${count(update)}: ${parts.join('; ')}`;
}
