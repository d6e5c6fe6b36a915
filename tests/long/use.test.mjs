// An hour of training, and a great many drags, leave memory where it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { record } from '../robustness/figures.mjs';
import { open } from '../web/page.mjs';
import { counting, long, untilNothingIsLeft } from './instruments.mjs';

/**
 * An hour at the widget's pace. After half a minute the pace is what 40 % of a frame's 6 ms hold:
 * 216,000 frames of 2.4 ms, and an update of the default network takes about 3.5 µs. The network
 * here is a smaller one, whose updates are quicker: they are what counts.
 */
const hour = 150e6;
const updates = long ? hour : 1e5;

// Frames come at once, and the clock by which the widget budgets is slow: more of each frame is
// training, and an hour's updates take minutes.
const hurried = `<script>
  const now = performance.now.bind(performance), start = now();
  performance.now = () => start + (now() - start) / 40;
  const queue = new Map(), channel = new MessageChannel();
  let next = 0, time = 0;
  channel.port1.onmessage = () => {
    const due = [...queue];
    queue.clear();
    time += 1000 / 60;
    for (const [, run] of due) run(time);
  };
  window.requestAnimationFrame = (run) => {
    queue.set(++next, run);
    channel.port2.postMessage(0);
    return next;
  };
  window.cancelAnimationFrame = (id) => queue.delete(id);
</script>`;

test(`${updates / 1e6} million updates of a widget that trains leave its memory where it was`, async () => {
  const { page, problems, close } = await open(
    '<decision-boundary dataset="spirals" noise="0.2" layers="4" batch-size="8" autoplay></decision-boundary>',
    { head: hurried + counting },
  );
  const trainTo = (/** @type {number} */ updates) =>
    page.evaluate(async (updates) => {
      const widget = /** @type {any} */ (document.querySelector('decision-boundary'));
      const play = widget.shadowRoot.querySelector('.play');
      while (widget.detail().updates < updates) {
        if (play.textContent === 'Play') play.click(); // it rests when nothing is left to learn
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      if (play.textContent !== 'Play') play.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return widget.detail().updates;
    }, updates);
  let reached = await trainTo(1);
  const rounds = long ? 3 : 1; // of which an hour is made
  let made = 0;
  /** @type {any} */
  let figures;
  for (let i = 0; i < rounds; i++) {
    figures = await untilNothingIsLeft(page, async () => {
      const end = await trainTo(reached + updates / rounds);
      made += end - reached;
      reached = end;
    });
  }
  const { left, ...rest } = figures;
  record('training', { updates: made, ...rest });
  assert.ok(made >= updates);
  assert.deepEqual(left, []);
  assert.deepEqual(problems, []);
  await close();
});

/** Events of a page's own cannot be captured. */
const capturing = `<script>
  Element.prototype.setPointerCapture = Element.prototype.releasePointerCapture = () => {};
</script>`;

const drags = long ? 10_000 : 300;
for (const { tag } of widgets()) {
  test(`${tag}: ${drags} drags leave memory where it was`, async () => {
    const { page, problems, close } = await open(`<${tag}></${tag}>`, {
      head: capturing + counting,
    });
    let heard = 0;
    const dragAll = () =>
      page.evaluate(
        async ({ tag, drags }) => {
          const widget = /** @type {any} */ (document.querySelector(tag));
          let heard = 0;
          const listen = () => heard++;
          widget.addEventListener('input', listen);
          const [surface] = widget.shadowRoot.querySelectorAll('canvas');
          const sliders = widget.shadowRoot.querySelectorAll('input[type=range]:not(.unseen)');
          const slider = [...sliders].find((node) => node.checkVisibility());
          const tell = (/** @type {Element} */ node, /** @type {Event} */ event) =>
            node.dispatchEvent(event);
          const box = surface?.getBoundingClientRect();
          for (let i = 0; i < drags; i++) {
            const at = (i % 50) / 60;
            if (surface) {
              for (const [type, share] of /** @type {[string, number][]} */ ([
                ['pointerdown', at],
                ['pointermove', at + 0.1],
                ['pointermove', at + 0.15],
                ['pointerup', at + 0.15],
              ])) {
                const [clientX, clientY] = [box.x + share * box.width, box.y + box.height / 2];
                const pointer = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0 };
                const how = { ...pointer, clientX, clientY, bubbles: true, composed: true };
                tell(surface, new PointerEvent(type, how));
              }
            }
            if (slider) {
              slider.value = String(+slider.min + at * (slider.max - slider.min));
              tell(slider, new Event('input', { bubbles: true }));
              tell(slider, new Event('change', { bubbles: true }));
            }
            if (i % 4 === 0) await new Promise(requestAnimationFrame);
          }
          widget.removeEventListener('input', listen);
          widget.reset();
          await new Promise((resolve) => setTimeout(resolve, 800)); // what is said after a pause
          return heard;
        },
        { tag, drags },
      );
    const { left, ...figures } = await untilNothingIsLeft(page, async () => {
      heard = await dragAll();
    });
    assert.ok(heard >= drags, `${heard} input events`);
    record(`drags of ${tag}`, { drags, ...figures });
    assert.deepEqual(left, []);
    assert.deepEqual(problems, []);
    await close();
  });
}
