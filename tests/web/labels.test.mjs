// Where the names of curves stand, without a browser: with a pen that only remembers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCore } from '../../dist/core.js';
import { drawLabels } from '../../web/shared/labels.js';
import { HANDLE_REACH } from '../../web/shared/marks.js';

const core = await loadCore();
const size = 16;
const theme = /** @type {any} */ ({ size, font: () => '', background: '' });

/** @param {import('../../web/shared/labels.js').Labelled[]} curves @param {any} frame */
function labelled(curves, frame) {
  /** @type {{ text: string, x: number, y: number, width: number }[]} */
  const texts = [];
  const measureText = (/** @type {string} */ text) => ({ width: 7 * text.length });
  const context = {
    measureText,
    strokeText() {},
    fillText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) =>
      texts.push({ text, x, y, width: measureText(text).width }),
  };
  drawLabels(/** @type {any} */ (context), theme, frame, curves);
  return texts;
}

test('a curve with nothing to draw leaves the others their names', () => {
  const xs = Array.from({ length: 10 }, (_, i) => 30 * i);
  const curves = [
    { text: 'flat', colour: '', xs, ys: xs.map(() => 50) },
    { text: 'nowhere', colour: '', xs, ys: xs.map(() => Number.NaN) },
  ];
  const frame = { left: 0, right: 270, top: 0, bottom: 200 };
  assert.deepEqual(
    labelled(curves, frame).map(({ text }) => text),
    ['flat'],
  );
});

for (const { id, name } of core.activations) {
  for (const width of [300, 700]) {
    test(`${width} px wide, the handle on ${name} covers neither label anywhere on its way`, () => {
      const frame = { left: 24, right: width, top: 12, bottom: 0.6 * width };
      const x = Float32Array.from({ length: 601 }, (_, i) => i / 50 - 6);
      const { value, derivative } = core.evaluate(id, x);
      const low = Math.min(...value, ...derivative, 0);
      const high = Math.max(...value, ...derivative, 0);
      const down = (/** @type {number} */ y) =>
        frame.bottom - ((y - low) / (high - low)) * (frame.bottom - frame.top);
      const xs = x.map((at) => frame.left + ((at + 6) / 12) * (frame.right - frame.left));
      const [way, slopes] = [value.map(down), derivative.map(down)];
      const texts = labelled(
        [
          { text: name, colour: '', xs, ys: way, handled: true },
          { text: `${name} slope`, colour: '', xs, ys: slopes },
        ],
        frame,
      );
      assert.equal(texts.length, 2);
      // Between the waves of a sine in 300 px there is no room for a second name.
      const clear = id === 'sine' && width === 300 ? texts.slice(0, 1) : texts;
      for (const { text, x: middle, y, width: wide } of clear) {
        const gap = xs.map((at, i) =>
          Math.hypot(
            Math.max(0, Math.abs(at - middle) - wide / 2),
            Math.max(0, Math.abs(way[i] - y) - 0.3 * size),
          ),
        );
        assert.ok(Math.min(...gap) >= HANDLE_REACH - 2, `“${text}” is ${Math.min(...gap)} px away`);
      }
    });
  }
}

test('names that find no room are left out, in place of being drawn onto others', () => {
  const frame = { left: 24, right: 300, top: 12, bottom: 180 };
  const xs = Float32Array.from({ length: 101 }, (_, i) => 24 + 2.76 * i);
  const curves = Array.from({ length: 17 }, (_, i) => ({
    text: `function ${i}`,
    colour: '',
    xs,
    ys: xs.map((_, k) => 30 + 9 * i + 3 * Math.sin(k / 9 + i)),
  }));
  const texts = labelled(curves, frame);
  assert.ok(texts.length < 5, `${texts.length} names`);
  assert.equal(labelled(curves.slice(0, 2), frame).length, 2);
  for (const [i, { x, y, width }] of texts.entries())
    for (const other of texts.slice(i + 1))
      assert.ok(
        Math.abs(x - other.x) >= (width + other.width) / 2 || Math.abs(y - other.y) >= size * 0.8,
      );
});
