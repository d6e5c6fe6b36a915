// Complaints about widgets in a page: loaded, defined and removed, under a finger, zoomed, without
// a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack } from '../../web/build/packed-bytes.js';
import { widgets } from '../../web/build/widgets.mjs';
import { open, pixels, settled } from '../web/page.mjs';
import { steady } from '../web/steady.mjs';
import { swipe } from '../web/touch.mjs';
import { scripts } from './scripts.mjs';

const tag = 'activation-explorer';
const explorer = `<${tag} activation="sigmoid" compare="swish" x="-3"></${tag}>`;

/** Counts the modules that start. */
const countStarts = `<script>
  var started = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (...args) => {
    started.push(args[0].byteLength);
    return instantiate(...args);
  };
  </script>`;

/** @param {string[]} tags */
const byElement = (tags) =>
  tags.map((tag) => `<script type="module" src="/dist/elements/${tag}.js"></script>`).join('');

test('complaint 10, the same wasm shipped or loaded twice: each is in one file, and a page starts each once at most', async () => {
  const start = pack(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  const withWasm = scripts().filter(
    ({ name, text }) => text.includes(start) && !name.startsWith('site/'),
  );
  for (const { name, text } of withWasm) assert.equal(text.split(start).length, 2, name);
  assert.deepEqual(
    withWasm
      .filter(({ name }) => name !== 'activation-widgets.scalar.js') // for processors without SIMD
      .map(({ name }) => name.replace(/-[^-]+\.js$/, ''))
      .sort(),
    ['activation', 'chunks/activations.inline', 'chunks/core.inline'],
  );

  const all = widgets().map(({ tag }) => `<${tag}></${tag}>`);
  const { page, problems, close } = await open(all.join(''), {
    head: `${countStarts}
      ${byElement(widgets().map(({ tag }) => tag))}
      <script type="module">
      import { loadCore } from '/dist/core.js';
      Promise.all([loadCore(), loadCore()]).then(([a, b]) => { window.same = a === b; });
      </script>`,
    wait: false,
  });
  await page.waitForFunction(() => 'same' in window);
  await settled(page);
  const { same, started, files } = await page.evaluate(() => ({
    same: /** @type {any} */ (window).same,
    started: /** @type {any} */ (window).started,
    files: performance.getEntriesByType('resource').map(({ name }) => name),
  }));
  assert.ok(same, 'one core');
  assert.equal(started.length, 1, `${started}`);
  assert.equal(new Set(files).size, files.length);
  assert.deepEqual(problems, []);
  await close();
});

/** The explorer is drawn, and would have started, before the other's script is there. */
const holdBack = (/** @type {import('playwright-core').Page} */ page) =>
  page.route('**/elements/decision-boundary.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await route.continue();
  });

for (const [name, head] of Object.entries({
  'whose script comes later': byElement([tag, 'decision-boundary']),
  'of the same script': '<script type="module" src="/dist/define.js"></script>',
})) {
  test(`complaint 10: the explorer starts the module that serves a widget far below it, ${name}`, async () => {
    const { page, close } = await open(
      `${explorer}<div style="height: 20000px"></div><decision-boundary></decision-boundary>`,
      { head: countStarts + head, wait: false, before: holdBack },
    );
    const started = () => page.evaluate(() => /** @type {any} */ (window).started.length);
    await page.waitForFunction(
      (tag) => /** @type {any} */ (document.querySelector(tag)).core?.evaluate,
      tag,
    );
    assert.equal(await started(), 1);
    await page.evaluate(async () => {
      const below = /** @type {any} */ (document.querySelector('decision-boundary'));
      below.scrollIntoView();
      await below.ready;
    });
    assert.equal(await started(), 1);
    await close();
  });
}

test('complaint 12, defined twice: two copies, or a name that is taken, and nothing is said', async () => {
  const taken = `<script>
    class Other extends HTMLElement {}
    customElements.define('gaussian-gate', Other);
    </script>`;
  const twice =
    '<script src="/dist/activation-widgets.js"></script><script src="/dist/activation-widgets.js?2"></script>';
  const { page, problems, close } = await open(`<${tag}></${tag}><gaussian-gate></gaussian-gate>`, {
    head: `${taken}${twice}<script type="module" src="/dist/define.js"></script>`,
  });
  await page.getByRole('slider', { name: 'x' }).press('End');
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).x, tag),
    6,
  );
  assert.equal(await page.evaluate(() => customElements.get('gaussian-gate')?.name), 'Other');
  assert.deepEqual(problems, []);
  await close();
});

test('complaint 13, leak on removal: 300 come and go, with no element, listener, observer or frame left', async () => {
  const { page, problems, close } = await open('');
  const client = await page.context().newCDPSession(page);
  const mount = (/** @type {number} */ times) =>
    page.evaluate(
      async ({ tag, times }) => {
        for (let i = 0; i < times; i++) {
          const widget = /** @type {any} */ (document.createElement(tag));
          widget.group = 'g';
          document.body.append(widget);
          if (i % 2) await widget.ready;
          widget.x = 2;
          widget.remove();
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
      { tag, times },
    );
  const measure = async () => {
    for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    return { nodes, jsEventListeners, usedSize };
  };
  await mount(20);
  const before = await measure();
  await mount(300);
  const after = await measure();
  assert.ok(after.nodes <= before.nodes + 5, `nodes: ${before.nodes} → ${after.nodes}`);
  assert.ok(
    after.jsEventListeners <= before.jsEventListeners + 5,
    `listeners: ${before.jsEventListeners} → ${after.jsEventListeners}`,
  );
  assert.ok(
    after.usedSize < before.usedSize * 1.1 + 2e5,
    `heap: ${before.usedSize} → ${after.usedSize}`,
  );
  assert.deepEqual(problems, []);
  await close();
});

test("complaint 14, touch or wheel takes the page's scroll: over every widget's picture both scroll the page and move nothing", async () => {
  const phone = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } };
  for (const { tag } of widgets()) {
    for (const device of [{}, phone]) {
      const { page, close } = await open(
        `<${tag}></${tag}><div style="height: 3000px"></div>`,
        device,
      );
      const widget = page.locator(tag);
      const state = () => widget.evaluate((/** @type {any} */ { state }) => JSON.stringify(state));
      const place = widget.locator('.picture, table').first();
      await place.evaluate((node) => node.scrollIntoView({ block: 'center' }));
      const from = await page.evaluate(() => scrollY);
      const box = await place.boundingBox();
      assert.ok(box, tag);
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      if (device !== phone) await page.mouse.move(middle.x, middle.y); // some read what is below
      const before = await state();
      if (device === phone) {
        await swipe(page, middle, { x: middle.x - 8, y: middle.y - 150 });
      } else {
        await page.mouse.wheel(0, 200);
        // Or else it is told below.
        await page.waitForFunction((y) => scrollY > y, from, { timeout: 5000 }).catch(() => {});
        await steady(page, () => scrollY);
      }
      assert.ok((await page.evaluate(() => scrollY)) > from + 60, `${tag} holds the page fast`);
      assert.equal(await state(), before, tag);
      await close();
    }
  }
});

test('complaint 15, blurry after zoom: a new pixel ratio in the middle of a drag, or a new width, gives a new picture of the right size', async () => {
  const { page, close } = await open(`<div style="width: 500px">${explorer}</div>`);
  const client = await page.context().newCDPSession(page);
  const drawn = async () => {
    await page.waitForTimeout(100);
    await settled(page);
    await pixels(page, tag);
  };
  const width = () =>
    page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).picture.width, tag);
  const box = /** @type {{ x: number, y: number }} */ (
    await page.locator(`${tag} canvas`).boundingBox()
  );
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await client.send('Emulation.setDeviceMetricsOverride', {
    width: 1280,
    height: 720,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await page.mouse.move(box.x + 400, box.y + 100);
  await drawn();
  assert.equal(await width(), 1000);
  assert.ok(
    (await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).x, tag)) > 3,
  );
  await page.mouse.up();
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector('div')).style.width = '400px';
  });
  await drawn();
  assert.equal(await width(), 800);
  await close();
});

test('complaint 16, resize feedback loop: the size settles in a block, a flex row and a grid', async () => {
  const { page, close } = await open(
    `<div style="display: flex"><div style="flex: 1">${explorer}</div>${explorer}</div><div style="display: grid">${explorer}</div>`,
    {
      head: '<script>addEventListener("error", ({ message }) => document.title = message)</script><script src="/dist/activation-widgets.js"></script>',
    },
  );
  const sizes = () =>
    page.evaluate(
      (tag) =>
        [...document.querySelectorAll(tag)].map((node) => [node.clientWidth, node.clientHeight]),
      tag,
    );
  const before = await sizes();
  await page.waitForTimeout(300);
  assert.deepEqual(await sizes(), before);
  assert.ok(
    before.every(([width, height]) => width > 200 && height > 200),
    JSON.stringify(before),
  );
  assert.equal(await page.title(), 'test');
  await close();
});

test('complaint 17, no keyboard, no screen reader: Tab and keys alone change every widget, and each control says its value', async () => {
  for (const { tag } of widgets()) {
    const { page, close } = await open(`<${tag}></${tag}>`);
    const widget = page.locator(tag);
    const state = () =>
      widget.evaluate((/** @type {any} */ node) => JSON.stringify([node.state, node.detail()]));
    const start = await state();
    let changed = false;
    for (let stops = 0; stops < 12 && !changed; stops++) {
      await page.keyboard.press('Tab');
      for (const key of ['ArrowRight', 'Enter', 'Escape']) {
        await page.keyboard.press(key);
        changed ||= (await state()) !== start;
      }
    }
    assert.ok(changed, `${tag}: twelve stops, and nothing has changed`);
    const snapshot = await widget.ariaSnapshot();
    assert.match(snapshot, /(slider|combobox|button|textbox|spinbutton) "[^"]+"/, tag);
    const silent = await widget.locator('input[type=range]').evaluateAll((nodes) =>
      nodes
        .filter((node) => node.checkVisibility())
        .filter((node) => !/\d/.test(node.getAttribute('aria-valuetext') ?? ''))
        .map(({ outerHTML }) => outerHTML),
    );
    assert.deepEqual(silent, [], tag);
    await close();
  }
});
