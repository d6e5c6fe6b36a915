// What can happen to a figure while it is used.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { atRest, tag as boundary } from '../web/decision-boundary.mjs';
import { open, settled } from '../web/page.mjs';

const hash = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');
const tags = widgets().map(({ tag }) => tag);

/**
 * What is on all canvases of a widget.
 * @param {import('playwright-core').Page} page
 * @param {string} tag
 * @returns {Promise<string[]>}
 */
const pictures = async (page, tag) =>
  (
    await page.evaluate(
      (tag) =>
        [
          .../** @type {any} */ (document.querySelector(tag)).shadowRoot.querySelectorAll('canvas'),
        ].map((canvas) => canvas.toDataURL()),
      tag,
    )
  ).map(hash);

for (const tag of tags) {
  test(`${tag}: a canvas that lost its context is drawn again once it is restored`, async () => {
    const { page, problems, close } = await open(`<${tag}></${tag}>`);
    if (tag === boundary) await atRest(page); // its finest picture comes last
    const before = await pictures(page, tag);
    await page.evaluate((tag) => {
      const { shadowRoot } = /** @type {any} */ (document.querySelector(tag));
      for (const canvas of shadowRoot.querySelectorAll('canvas')) {
        canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
        canvas.getContext('2d').reset(); // what was drawn is gone
        canvas.dispatchEvent(new Event('contextrestored'));
      }
    }, tag);
    await settled(page);
    if (tag === boundary) await atRest(page);
    assert.deepEqual(await pictures(page, tag), before);
    assert.deepEqual(problems, []);
    await close();
  });

  test(`${tag}: an ancestor moved to another document and back keeps its state, and answers there and here`, async () => {
    const { page, problems, close } = await open(
      `<main><section><${tag}></${tag}></section></main><iframe width="900" height="700"></iframe>`,
    );
    const states = await page.evaluate(async (tag) => {
      const widget = /** @type {any} */ (document.querySelector(tag));
      const section = /** @type {Element} */ (document.querySelector('section'));
      const home = /** @type {Element} */ (document.querySelector('main'));
      const away = /** @type {any} */ (document.querySelector('iframe')).contentDocument;
      const slider = widget.shadowRoot.querySelector('input[type=range]');
      const seen = [];
      const press = () =>
        slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      for (const place of [away.body, home, away.body, home]) {
        place.append(place.ownerDocument.adoptNode(section));
        const before = JSON.stringify(widget.state);
        await widget.ready;
        await new Promise((resolve) => setTimeout(resolve, 100));
        press();
        widget.flush();
        const [canvas] = widget.shadowRoot.querySelectorAll('canvas');
        seen.push({
          kept: JSON.stringify(widget.state) === before || seen.length === 0,
          styled: getComputedStyle(slider).touchAction !== '' && widget.offsetHeight > 40,
          drawn: !canvas || canvas.width > 0,
          failed: !widget.shadowRoot.querySelector('[part=error]').hidden,
        });
      }
      return seen;
    }, tag);
    const well = { kept: true, styled: true, drawn: true, failed: false };
    assert.deepEqual(states, [well, well, well, well]);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('the pixel ratio changes in the middle of a drag: the picture is sharp, and the handle follows', async () => {
  const { page, problems, close } = await open('<activation-explorer></activation-explorer>');
  const client = await page.context().newCDPSession(page);
  const box = await page.locator('activation-explorer canvas').boundingBox();
  assert.ok(box);
  const x = (/** @type {number} */ share) => box.x + share * box.width;
  const read = () =>
    page.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
      const widget = /** @type {any} */ (document.querySelector('activation-explorer'));
      const { width } = widget.picture.getBoundingClientRect();
      return { x: widget.x, sharp: Math.abs(widget.picture.width - width * devicePixelRatio) < 1 };
    });
  await page.mouse.move(x(0.5), box.y + 100);
  await page.mouse.down();
  await page.mouse.move(x(0.6), box.y + 100);
  const first = await read();
  for (const deviceScaleFactor of [2, 1.25, 3]) {
    const { width, height } = /** @type {any} */ (page.viewportSize());
    await client.send('Emulation.setDeviceMetricsOverride', {
      ...{ width, height, deviceScaleFactor, mobile: false },
    });
    await page.mouse.move(x(0.7), box.y + 110);
    const moved = await read();
    assert.ok(moved.sharp, `at ratio ${deviceScaleFactor}`);
    assert.ok(moved.x > first.x, `${first.x} → ${moved.x}`);
    await page.mouse.move(x(0.6), box.y + 100);
    assert.equal((await read()).x, first.x, 'the same place on the screen is the same x');
  }
  await page.mouse.up();
  assert.deepEqual(problems, []);
  await close();
});

/** A page whose clocks and frames a test moves on by itself. */
const clock = `<script>
  window.skew = 0;
  const now = performance.now.bind(performance);
  const date = Date.now.bind(Date);
  performance.now = () => now() + skew;
  Date.now = () => date() + skew;
  const request = requestAnimationFrame.bind(window);
  const cancel = cancelAnimationFrame.bind(window);
  const held = new Map();
  let hidden = false, next = 1e9;
  window.requestAnimationFrame = (run) => {
    if (!hidden) return request((time) => run(time + skew));
    held.set(++next, run);
    return next;
  };
  window.cancelAnimationFrame = (id) => { held.delete(id); cancel(id); };
  Object.defineProperty(document, 'hidden', { get: () => hidden });
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
  window.hide = (value) => {
    hidden = value;
    document.dispatchEvent(new Event('visibilitychange'));
    if (value) return;
    const waiting = [...held.values()];
    held.clear();
    for (const run of waiting) requestAnimationFrame(run);
  };
</script><script src="/dist/activation-widgets.js"></script>`;

/** Something that takes long to learn. */
const training =
  '<decision-boundary autoplay dataset="spirals" noise="0.2" layers="4"></decision-boundary>';

/**
 * Updates made in so many frames.
 * @param {import('playwright-core').Page} page
 * @param {number} frames
 */
const updatesIn = (page, frames) =>
  page.evaluate(async (frames) => {
    const widget = /** @type {any} */ (document.querySelector('decision-boundary'));
    const before = widget.detail().updates;
    for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame);
    return widget.detail().updates - before;
  }, frames);

for (const [name, jump] of Object.entries({
  'a tab hidden for an hour': 3.6e6,
  'a tab hidden for a month': 2.6e9,
  'a tab hidden while the clock went back an hour': -3.6e6,
})) {
  test(`${name}: training goes on at its pace, without making up for it`, async () => {
    const { page, problems, close } = await open(training, { head: clock });
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('decision-boundary')).detail().updates > 20,
    );
    await page.evaluate(() => /** @type {any} */ (window).hide(true));
    await page.waitForTimeout(300);
    const hiddenAt = await page.evaluate(async (jump) => {
      const widget = /** @type {any} */ (document.querySelector('decision-boundary'));
      const { updates } = widget.detail();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const made = widget.detail().updates - updates;
      /** @type {any} */ (window).skew += jump;
      /** @type {any} */ (window).hide(false);
      return made;
    }, jump);
    assert.equal(hiddenAt, 0, 'while hidden it rests');
    const after = await updatesIn(page, 10);
    // At its fastest, ten frames of the pace at which it was; a second's worth is far more.
    assert.ok(after > 0 && after < 400, `${after} updates in ten frames`);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('the clock jumps forward and back while it trains: it goes on', async () => {
  const { page, problems, close } = await open(training, { head: clock });
  for (const jump of [1e9, -2e9, 1e9, 86_400_000, -86_400_000]) {
    await page.evaluate((jump) => {
      /** @type {any} */ (window).skew += jump;
    }, jump);
    await updatesIn(page, 3);
    const made = await updatesIn(page, 20);
    assert.ok(made > 0, `after ${jump} ms: ${made} updates`);
  }
  assert.deepEqual(problems, []);
  await close();
});

test('no memory while a resting picture is refined: one sentence, and the page hears of no error', async () => {
  const { page, problems, close } = await open('<decision-boundary></decision-boundary>');
  await page.evaluate(() => {
    const widget = /** @type {any} */ (document.querySelector('decision-boundary'));
    const { contour } = widget.core;
    widget.core.contour = (
      /** @type {Float32Array} */ values,
      /** @type {{ width: number }} */ grid,
    ) => {
      if (grid.width > 330) throw new RangeError('contour: not enough memory'); // the fine one
      return contour(values, grid);
    };
    widget.step(); // there is something new to refine, whether or not the first picture is done
  });
  await page.getByText('stopped, because there is not enough memory for it').waitFor();
  await page.waitForTimeout(200);
  assert.equal(problems.length, 1, String(problems));
  assert.match(problems[0], /^decision-boundary: RangeError: contour: not enough memory/);
  await close();
});

test('a figure that has stopped stays so when it is saved or printed, and starts again by reset or on insertion', async () => {
  const { page, close } = await open('<gaussian-gate></gaussian-gate>');
  const seen = await page.evaluate(async () => {
    const gate = /** @type {any} */ (document.querySelector('gaussian-gate'));
    const sentence = gate.shadowRoot.querySelector('[part=error]');
    const frames = async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    };
    const stop = async () => {
      gate.update = () => {
        throw new Error('a fault');
      };
      gate.x = gate.x + 1;
      await frames();
      delete gate.update;
    };
    const states = [];
    const note = async () => {
      const started = await gate.ready.then(
        () => true,
        () => false,
      );
      await frames();
      states.push([started, !sentence.hidden, gate.running]);
    };
    await stop();
    gate.flush(); // what saving and printing do
    states.push([!sentence.hidden, gate.running]);
    gate.reset();
    await note();
    await stop();
    gate.remove();
    document.body.append(gate);
    await note();
    return states;
  });
  assert.deepEqual(seen, [
    [true, false],
    [true, false, true],
    [true, false, true],
  ]);
  await close();
});

test('a figure whose content could not be made is made by reset', async () => {
  const { page, close } = await open('<gaussian-gate></gaussian-gate>');
  const seen = await page.evaluate(async () => {
    const gate = /** @type {any} */ (document.createElement('gaussian-gate'));
    gate.build = () => {
      delete gate.build;
      throw new Error('a fault');
    };
    document.body.append(gate);
    const first = await gate.ready.then(
      () => 'started',
      () => 'failed',
    );
    gate.reset();
    await gate.ready;
    return [first, gate.shadowRoot.querySelectorAll('.root canvas').length];
  });
  assert.deepEqual(seen, ['failed', 1]);
  await close();
});
