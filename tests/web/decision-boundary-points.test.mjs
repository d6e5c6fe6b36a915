// Points of the reader's own, painted and erased: by mouse, finger and keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hear } from '../browsers/hear.mjs';
import {
  atRest,
  boundary,
  openTools,
  paintedClasses,
  play,
  points,
  stopped,
  tag,
  untilPoints,
} from './decision-boundary.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
const box = async (page) => {
  const frame = page.locator(`${tag} figure:visible .picture:has(.field)`).first();
  await frame.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const found = await frame.boundingBox();
  assert.ok(found);
  return found;
};

test('mouse: a stroke of points, undone in one step; erased; cleared; brought back', async () => {
  const { page, problems, close } = await boundary();
  await openTools(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  await untilPoints(page, '0 points');
  const { x, y, width } = await box(page);
  await page.getByRole('radio', { name: 'Blue' }).check();
  await page.mouse.move(x + 0.25 * width, y + 0.5 * width);
  await page.mouse.down();
  await page.mouse.move(x + 0.75 * width, y + 0.5 * width, { steps: 30 });
  await page.mouse.up();
  await page.waitForFunction(
    (tag) =>
      /^(1\d|2\d) points$/.test(
        document.querySelector(tag)?.shadowRoot?.querySelector('.tools .muted')?.textContent ?? '',
      ),
    tag,
  );
  const painted = await points(page);
  await page.getByRole('radio', { name: 'Erase' }).check();
  await page.mouse.click(x + 0.5 * width, y + 0.5 * width);
  await page.waitForTimeout(100);
  assert.notEqual(await points(page), painted);
  await page.getByRole('button', { name: 'Undo' }).click();
  await untilPoints(page, painted);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await untilPoints(page, '500 points');
  assert.deepEqual(problems, []);
  await close();
});

test('a net learns what was painted: orange left, blue right, in the pixels', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  const { x, y, width } = await box(page);
  for (const [name, at] of /** @type {const} */ ([
    ['Orange', 0.2],
    ['Blue', 0.8],
  ])) {
    await page.getByRole('radio', { name }).check();
    await page.mouse.move(x + at * width, y + 0.1 * width);
    await page.mouse.down();
    await page.mouse.move(x + at * width, y + 0.9 * width, { steps: 20 });
    await page.mouse.up();
  }
  await play(page);
  await stopped(page);
  await atRest(page);
  const classes = await paintedClasses(page, 0, 20);
  assert.ok(classes.every((row) => row[2] === 0 && row[17] === 1));
  await close();
});

test('finger: paints with a tool, scrolls the page without one', async () => {
  const { page, close } = await boundary('', {
    hasTouch: true,
    viewport: { width: 360, height: 640 },
  });
  const frame = page.locator(`${tag} figure:visible .picture:has(.field)`).first();
  const action = () => frame.evaluate((node) => getComputedStyle(node).touchAction);
  assert.equal(await action(), 'pan-y pinch-zoom');
  await openTools(page);
  await page.waitForTimeout(100);
  assert.equal(await action(), 'none');
  await frame.scrollIntoViewIfNeeded();
  const { x, y, width } = await box(page);
  await page.touchscreen.tap(x + width / 2, y + width / 2);
  await untilPoints(page, '501 points');
  await close();
});

test('a second finger paints nothing', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  const { x, y, width } = await box(page);
  await page.locator(`${tag} .picture:has(.field)`).evaluate(
    (frame, { x, y, width }) => {
      HTMLElement.prototype.setPointerCapture = () => {};
      for (const [type, px, isPrimary] of /** @type {const} */ ([
        ['pointerdown', 0.2, true],
        ['pointermove', 0.8, false],
        ['pointermove', 0.21, true],
        ['pointerup', 0.21, true],
      ])) {
        const at = { clientX: x + px * width, clientY: y + width / 2 };
        frame.dispatchEvent(new PointerEvent(type, { ...at, isPrimary, pointerType: 'touch' }));
      }
    },
    { x, y, width },
  );
  await untilPoints(page, '501 points');
  await close();
});

test('keyboard: arrows move, Enter puts a point, Delete erases; the place is spoken', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('radio', { name: 'Orange' }).check();
  const cursor = page.getByRole('slider', { name: 'Cursor, left to right' }).first();
  await cursor.focus();
  for (const key of [
    'ArrowRight',
    'Shift+ArrowUp',
    'Enter',
    'ArrowLeft',
    'ArrowLeft',
    'ArrowLeft',
    'ArrowLeft',
    'ArrowLeft',
    'Enter',
  ])
    await page.keyboard.press(key);
  await untilPoints(page, '2 points');
  await hear(cursor, /^x −0\.20, y 0\.20; P\(blue\) = 0\.\d+$/);
  await page.keyboard.press('Delete');
  await untilPoints(page, '1 point');
  await close();
});

test('with squared error the raw output is spoken, which is no probability', async () => {
  const { page, close } = await boundary('loss="mse"');
  const cursor = page.getByRole('slider', { name: 'Cursor, left to right' }).first();
  await cursor.focus();
  await hear(cursor, /^x 0\.00, y 0\.00; output = −?\d/);
  await close();
});

test('the cursor of the keyboard is seen as long as the keyboard is there', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  await page.getByRole('slider', { name: 'Cursor, left to right' }).first().focus();
  await page.keyboard.press('Enter');
  await untilPoints(page, '501 points');
  await page.waitForTimeout(1000); // for the finest picture
  const drawn = () => page.locator(`${tag} path.cursor`).first().getAttribute('d');
  assert.match(String(await drawn()), /^M/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.waitForFunction(
    (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('path.cursor[d=""]'),
    tag,
  );
  await close();
});

/** @param {Page} page */
async function savedPoints(page) {
  await page.getByText('Copy or save').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save points' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

async function untouchedXor() {
  const { page, close } = await boundary('dataset="xor"');
  const points = await savedPoints(page);
  await close();
  return points;
}

test('undo never brings back the points of another data set', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  const { x, y, width } = await box(page);
  await page.mouse.click(x + 0.5 * width, y + 0.5 * width);
  await untilPoints(page, '501 points');
  await page.getByRole('combobox', { name: 'Data', exact: true }).selectOption('xor');
  await untilPoints(page, '501 points');
  await page.getByRole('button', { name: 'Undo' }).click();
  await untilPoints(page, '500 points');
  assert.equal(await savedPoints(page), await untouchedXor());
  await close();
});

test('painting 5,000 points while it trains: none is lost', async () => {
  const { page, problems, close } = await boundary();
  await openTools(page);
  await play(page);
  const { x, y, width } = await box(page);
  await page.evaluate(
    async ({ tag, x, y, width }) => {
      const frame = document
        .querySelector(tag)
        ?.shadowRoot?.querySelector('figure:not([hidden]) .picture:has(.field)');
      const send = (
        /** @type {string} */ type,
        /** @type {number} */ px,
        /** @type {number} */ py,
      ) =>
        frame?.dispatchEvent(
          new PointerEvent(type, {
            clientX: x + px * width,
            clientY: y + py * width,
            pointerId: 1,
            isPrimary: true,
            bubbles: true,
            pointerType: 'pen',
          }),
        );
      HTMLElement.prototype.setPointerCapture = () => {};
      for (let stroke = 0; stroke < 100; stroke++) {
        send('pointerdown', 0.01, (stroke + 0.5) / 100);
        for (let i = 1; i < 50; i++)
          send('pointermove', (i % 2) * 0.5 + 0.01 + i * 0.004, (stroke + 0.5) / 100);
        send('pointerup', 0.5, 0.5);
        if (stroke % 10 === 9) await new Promise(requestAnimationFrame);
      }
    },
    { tag, x, y, width },
  );
  await untilPoints(page, '5,500 points');
  assert.deepEqual(problems, []);
  await close();
});

test('with nothing left of the data set, the menu says so, and leads back to that set', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  const menu = page.getByRole('combobox', { name: 'Data' });
  const chosen = () =>
    menu.evaluate((/** @type {any} */ node) => node.selectedOptions[0].textContent);
  assert.equal(await chosen(), 'Circles');
  await page.getByRole('button', { name: 'Clear' }).click();
  await untilPoints(page, '0 points');
  assert.equal(await chosen(), 'Your own');
  await menu.selectOption('Circles');
  await untilPoints(page, '500 points');
  assert.equal(await chosen(), 'Circles');
  await close();
});

/** One point in the middle. @param {Page} page */
async function paintOne(page) {
  await openTools(page);
  const { x, y, width } = await box(page);
  await page.mouse.click(x + 0.5 * width, y + 0.5 * width);
  await untilPoints(page, '501 points');
}

test('undo brings back what was painted before a reset, a state or a link', async () => {
  const { page, problems, close } = await boundary();
  await paintOne(page);
  await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.reset(); // as the words of the article do
    widget.state = { dataset: 'moons' };
  }, tag);
  await untilPoints(page, '500 points');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await untilPoints(page, '501 points');
  await page.evaluate((tag) => {
    document.body.append(/** @type {any} */ (document.querySelector(tag))); // moved
  }, tag);
  await untilPoints(page, '501 points');
  await undo.click();
  await untilPoints(page, '500 points');
  await undo.and(page.locator(':disabled')).waitFor();
  assert.deepEqual(problems, []);
  await close();
});

test('undo brings back what was cleared, after another seed too', async () => {
  const { page, close } = await boundary();
  await paintOne(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  await untilPoints(page, '0 points');
  await page.getByRole('button', { name: 'New seed' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await untilPoints(page, '501 points');
  await close();
});

test('the sliders of the cursor say where it is, before they are focused', async () => {
  const { page, close } = await boundary();
  const sliders = page.locator(`${tag} .stage input[type=range]`);
  const values = await sliders.evaluateAll((all) =>
    all.map((input) => /** @type {HTMLInputElement} */ (input).valueAsNumber),
  );
  assert.ok(values.length >= 2 && values.every((value) => Math.abs(value) < 1e-9), `${values}`);
  await close();
});
