// Everyone's hands and ears: axe, keyboard, finger.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { hear } from '../browsers/hear.mjs';
import { boundary, detail, tag } from './decision-boundary.mjs';
import { beyond, open, settled } from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('playwright-core').Page} page */
const openAll = (page) =>
  page.evaluate((tag) => {
    for (const details of document.querySelector(tag)?.shadowRoot?.querySelectorAll('details') ??
      [])
      details.open = true;
  }, tag);

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing, with everything open, in ${colorScheme}`, async () => {
    const { page, close } = await boundary('compare="identity" activation="prelu"', {
      colorScheme,
      head: '<meta name="color-scheme" content="light dark"><style>body { background: Canvas; color: CanvasText }</style><script src="/dist/activation-widgets.js"></script>',
    });
    await openAll(page);
    await page.getByRole('button', { name: 'Step' }).click();
    await page.waitForTimeout(300);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run('decision-boundary');
      return violations.map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes
            .map((/** @type {any} */ node) => node.html)
            .join(' ')
            .slice(0, 300)}`,
      );
    });
    assert.deepEqual(found, []);
    await close();
  });
}

test('every control is at least 44 pixels to the finger, and inside a phone', async () => {
  const { page, close } = await boundary('compare="identity"', {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await openAll(page);
  await page.waitForTimeout(200);
  const small = await page
    .locator(`${tag} :is(button, select, summary, input:not(.unseen), textarea)`)
    .evaluateAll((nodes) =>
      nodes
        .filter((node) => node.checkVisibility())
        .map((/** @type {any} */ node) => ({
          node,
          box: (/radio|checkbox/.test(node.type) ? node.labels[0] : node).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.height < 43.5 || box.right > 360.5 || box.left < -0.5)
        .map(
          ({ node, box }) =>
            `${node.localName} ${node.textContent?.slice(0, 20)} ${box.height} ${box.left}–${box.right}`,
        ),
    );
  assert.deepEqual(small, []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await close();
});

for (const width of [620, 660, 720, 780]) {
  test(`${width} px wide, the controls have the room they need, beside the picture or below`, async () => {
    const { page, close } = await boundary('', { viewport: { width, height: 900 } });
    await openAll(page);
    assert.deepEqual(await beyond(page, tag), []);
    const cut = await page
      .locator(`${tag} select:visible`)
      .evaluateAll((nodes) =>
        nodes
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((node) => node.ariaLabel),
      );
    assert.deepEqual(cut, []);
    const label = page.locator(`${tag} label`, { hasText: 'Residual connections' });
    assert.equal(await label.evaluate((node) => node.getBoundingClientRect().height), 44);
    await close();
  });
}

test('by keyboard alone: play, pause, step, settings, layers, chart', async () => {
  const { page, problems, close } = await boundary('dataset="spirals"');
  const press = async (
    /** @type {string} */ role,
    /** @type {string} */ name,
    /** @type {string} */ key,
  ) => {
    const control = page.getByRole(/** @type {any} */ (role), { name, exact: true }).first();
    await control.focus();
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  };
  await press('button', 'Play', 'Enter');
  await page.waitForTimeout(300);
  await press('button', 'Pause', 'Space');
  const { updates } = await detail(page);
  assert.ok(updates > 0);
  await press('button', 'Step', 'Enter');
  assert.equal((await detail(page)).updates, updates + 1);
  const chart = page.getByRole('slider', { name: 'Update' });
  await chart.focus();
  await page.keyboard.press('Home');
  await hear(chart, /^Update 0: loss 0\.\d+ \(test 0\.\d+\), accuracy \d+/);
  await press('button', 'Add a hidden layer', 'Enter');
  await press('button', 'Remove the last hidden layer', 'Enter');
  await press('combobox', 'Units in hidden layer 1', 'ArrowDown');
  await press('combobox', 'Data', 'ArrowUp');
  await press('combobox', 'Optimizer', 'ArrowUp');
  await press('slider', 'Noise', 'ArrowRight');
  const state = await page.evaluate(
    (tag) => /** @type {any} */ (document.querySelector(tag)).state,
    tag,
  );
  assert.deepEqual([state.layers, state.dataset, state.optimizer], [[12, 8], 'moons', 'rmsprop']);
  await press('button', 'New seed', 'Enter');
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).seed, tag),
    43,
  );
  await press('button', 'Start again', 'Enter');
  assert.equal((await detail(page)).updates, 0);
  assert.deepEqual(problems, []);
  await close();
});

test('an activation that is picked holds for every layer, whatever the page has given each', async () => {
  const { page, close } = await boundary('activations="relu tanh"');
  await page.getByRole('combobox', { name: 'Activation', exact: true }).selectOption('gelu');
  await page.locator(`${tag} figcaption b`, { hasText: /^GELU$/ }).waitFor({ timeout: 5000 });
  await close();
});

test('the chart is drawn from the start, also for a reader who looked at a later update', async () => {
  const { page, close } = await boundary();
  await page.evaluate((tag) => {
    for (let i = 0; i < 30; i++) /** @type {any} */ (document.querySelector(tag)).step();
  }, tag);
  const chart = page.getByRole('slider', { name: 'Update' });
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  await hear(chart, /^Update 29:/);
  await page.getByRole('button', { name: 'Start again' }).click();
  await hear(chart, /^Update 0:/);
  await close();
});

test('by touch: every button and menu answers a tap', async () => {
  const { page, problems, close } = await boundary('', {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  for (const name of [
    'Step',
    'Start again',
    'New seed',
    'Add a hidden layer',
    'Remove the last hidden layer',
    'Play',
  ]) {
    await page.getByRole('button', { name, exact: true }).tap();
  }
  for (const summary of await page.locator(`${tag} summary`).all()) await summary.tap();
  await page.getByRole('checkbox', { name: 'Residual connections' }).tap();
  await page.getByRole('radio', { name: 'Erase' }).tap();
  await page.getByRole('button', { name: 'Clear' }).tap();
  await page.getByRole('button', { name: 'Undo' }).tap();
  assert.deepEqual(problems, []);
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).residual, tag),
    true,
  );
  await close();
});

test('only the controls asked for are there', async () => {
  const { page, close } = await boundary('controls="activation play"');
  assert.deepEqual(await page.getByRole('button').allTextContents(), ['Play']);
  assert.equal(await page.getByRole('combobox').count(), 1);
  assert.equal(await page.locator(`${tag} summary:visible`).count(), 0);
  await close();
});

test('the chart still says what a finger has read when it has gone', async () => {
  const { page, close } = await boundary();
  await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    for (let i = 0; i < 40; i++) widget.step();
  }, tag);
  await settled(page);
  const reading = page.locator(`${tag} [part=reading]`);
  await page.locator(`${tag} .chart .picture`).evaluate((frame) => {
    const { left, top } = frame.getBoundingClientRect();
    const at = { clientX: left + 60, clientY: top + 30, isPrimary: true, pointerType: 'touch' };
    frame.setPointerCapture = () => {};
    for (const [type, buttons] of /** @type {const} */ ([
      ['pointerdown', 1],
      ['pointerup', 0],
      ['pointerleave', 0],
    ]))
      frame.dispatchEvent(new PointerEvent(type, { ...at, buttons }));
  });
  await settled(page);
  const { updates } = await detail(page);
  const read = Number(/^Update (\d+):/.exec(String(await reading.textContent()))?.[1]);
  assert.ok(read < updates, `${read} of ${updates}`);
  assert.equal(
    await page
      .locator(`${tag} .chart .picture`)
      .evaluate((frame) => getComputedStyle(frame).outlineStyle),
    'none',
    'no ring for a finger',
  );
  await page.getByRole('button', { name: 'Step' }).click();
  await settled(page);
  assert.match(String(await reading.textContent()), /^Update 41:/, 'elsewhere: the newest again');
  await close();
});

test('under forced colours the units are seen by their hatching', async () => {
  const { page, close } = await boundary('', { forcedColors: 'active' });
  await page.locator(`${tag} summary`, { hasText: 'Inside the network' }).click();
  await settled(page);
  const colours = await page
    .locator(`${tag} .layer canvas`)
    .first()
    .evaluate((/** @type {any} */ canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
  assert.equal(colours, 2);
  await close();
});

test('on paper both pictures are there, also where nobody has scrolled to them', async () => {
  const { page, close } = await open(
    `<div style="height: 4000px"></div><${tag} compare="relu" layers="64 64 64 64 64 64"></${tag}>`,
    { wait: false },
  );
  const black = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    await widget.ready;
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); // it has a size
    dispatchEvent(new Event('beforeprint'));
    return [...widget.shadowRoot.querySelectorAll('canvas.field')].map((canvas) => {
      const { data } = canvas
        .getContext('2d')
        .getImageData(canvas.width / 2, canvas.height / 2, 1, 1);
      return data.slice(0, 3).every((/** @type {number} */ c) => c < 30);
    });
  }, tag);
  assert.deepEqual(black, [false, false]);
  await close();
});
