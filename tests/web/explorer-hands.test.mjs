// The explorer in the reader's hands: keyboard, mouse, finger.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, pixels, settled } from './page.mjs';
import { swipe } from './touch.mjs';

const tag = 'activation-explorer';
const slider = (/** @type {import('playwright-core').Page} */ page) =>
  page.getByRole('slider', { name: 'x' });
const x = (/** @type {import('playwright-core').Page} */ page) =>
  page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).x, tag);

test('keyboard: an arrow is a step, Shift and Page a big one, Home and End the ends', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  await slider(page).focus();
  const seen = [];
  for (const key of [
    'ArrowRight',
    'ArrowUp',
    'Shift+ArrowRight',
    'PageUp',
    'ArrowLeft',
    'ArrowDown',
    'PageDown',
    'Shift+ArrowLeft',
    'End',
    'PageUp',
    'Home',
    'ArrowLeft',
  ]) {
    await page.keyboard.press(key);
    seen.push(await x(page));
  }
  assert.deepEqual(seen, [1.1, 1.2, 2.2, 3.2, 3.1, 3, 2, 1, 6, 6, -6, -6]);
  await close();
});

test('keys that come faster than frames add up', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  await slider(page).evaluate((input) => {
    for (let i = 0; i < 5; i++) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }));
    }
  });
  assert.equal(await x(page), 1.5);
  await close();
});

test('steps follow the domain', async () => {
  const { page, close } = await open(`<${tag} domain="0 1" x="0.5"></${tag}>`);
  await slider(page).press('ArrowRight');
  assert.equal(await x(page), 0.51);
  await close();
});

test('everything is reached by Tab, once each, and the handle shows its focus on the picture', async () => {
  const { page, close } = await open(
    `<button>before</button><${tag} activation="elu"></${tag}><button>after</button>`,
  );
  await page.getByRole('button', { name: 'before' }).focus();
  const stops = [];
  const unfocused = await pixels(page, tag);
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate((tag) => {
        const inner = document.querySelector(tag)?.shadowRoot?.activeElement;
        const name =
          /** @type {any} */ (inner)?.labels?.[0]?.textContent ??
          inner?.getAttribute('aria-label') ??
          inner?.textContent;
        return name?.trim() ?? document.activeElement?.textContent;
      }, tag),
    );
    if (stops.at(-1) === 'x') {
      await settled(page);
      assert.notEqual(await pixels(page, tag), unfocused);
    }
  }
  assert.deepEqual(
    stops.map((name) => name?.replace(/1\.00$/, '')),
    ['Function', 'Compare with', 'x', 'α', 'Values', 'Copy or save', 'after'],
  );
  await close();
});

test('mouse: a press puts the handle there, a drag moves it, also outside of the picture, and change comes once', async () => {
  const { page, close } = await open(`<${tag} activation="tanh"></${tag}>`);
  await page.evaluate((tag) => {
    const seen = { input: 0, change: 0 };
    Object.assign(window, { seen });
    for (const type of /** @type {const} */ (['input', 'change']))
      document.querySelector(tag)?.addEventListener(type, () => seen[type]++);
  }, tag);
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (
    await page.locator(`${tag} canvas`).boundingBox()
  );
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 4, middle);
  await page.mouse.down();
  const pressed = await x(page);
  await page.mouse.move(box.x + box.width / 2, middle, { steps: 5 });
  const dragged = await x(page);
  await page.mouse.move(box.x + box.width + 300, middle + 400, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(box.x + box.width / 2, middle);
  assert.ok(Math.abs(pressed + 3) < 0.4, `${pressed}`);
  assert.ok(Math.abs(dragged) < 0.4, `${dragged}`);
  assert.equal(await x(page), 6);
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
  assert.ok(seen.input > 5);
  assert.equal(seen.change, 1);
  await slider(page).press('ArrowLeft');
  assert.equal(await x(page), 5.9, 'the keyboard goes on where the mouse stopped');
  await close();
});

const phone = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } };
const middle = { x: 180, y: 300 };

test('touch: a horizontal drag moves the handle and leaves the page where it is', async () => {
  const { page, close } = await open(`<${tag}></${tag}><div style="height: 3000px"></div>`, phone);
  await swipe(page, middle, { x: 280, y: 310 });
  assert.ok((await x(page)) > 2.5);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await close();
});

test('touch: a tap puts the handle there', async () => {
  const { page, close } = await open(`<${tag} x="-4"></${tag}>`, phone);
  await page.touchscreen.tap(190, 300);
  assert.ok(Math.abs(await x(page)) < 1.5);
  await close();
});

test('mouse: a press whose end is lost ends with the next move', async () => {
  const { page, close } = await open(`<${tag}></${tag}><div style="height: 100px"></div>`);
  const {
    x: left,
    y: top,
    width,
  } = /** @type {any} */ (await page.locator(`${tag} .picture`).boundingBox());
  await page.mouse.move(left + width / 2, top + 50);
  await page.mouse.down();
  await page.mouse.move(left + 0.6 * width, top + 50);
  const held = await x(page);
  assert.ok(held > 0);
  // Elsewhere in the page: the browser no longer captures the pointer for it.
  await page.evaluate(
    (tag) => document.body.append(/** @type {any} */ (document.querySelector(tag))),
    tag,
  );
  await page.mouse.move(5, 5);
  await page.mouse.up();
  await settled(page);
  const now = /** @type {any} */ (await page.locator(`${tag} .picture`).boundingBox());
  await page.mouse.move(now.x + 0.1 * now.width, now.y + 50);
  await page.mouse.move(now.x + 0.2 * now.width, now.y + 50);
  assert.equal(await x(page), held);
  await close();
});

test('the ring is seen by who uses the keyboard, not after a press of the mouse', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  await page.locator(`${tag} .picture`).click();
  await settled(page);
  const pressed = await pixels(page, tag);
  await slider(page).evaluate((input) => input.blur());
  await settled(page);
  assert.equal(await pixels(page, tag), pressed);
  await page.keyboard.press('Tab'); // from where it was
  await page.keyboard.press('Shift+Tab');
  assert.equal(await slider(page).evaluate((input) => input.matches(':focus')), true);
  await settled(page);
  assert.notEqual(await pixels(page, tag), pressed, 'back by Tab');
  await page.locator(`${tag} .picture`).click();
  const before = await x(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await x(page), before);
  await settled(page);
  assert.notEqual(await pixels(page, tag), pressed);
  await close();
});

test('whoever tabs to the handle sees all of the picture', async () => {
  const { page, close } = await open(
    `<button>before</button><div style="height: 560px"></div><${tag}></${tag}><div style="height: 2000px"></div>`,
    { viewport: { width: 1000, height: 640 } },
  );
  await page.getByRole('button', { name: 'before' }).focus();
  const focused = () => slider(page).evaluate((input) => input.matches(':focus'));
  for (let i = 0; i < 9 && !(await focused()); i++) await page.keyboard.press('Tab');
  assert.equal(await focused(), true);
  const box = /** @type {any} */ (await page.locator(`${tag} .picture`).boundingBox());
  assert.ok(box.y >= 0 && box.y + box.height <= 641, `${box.y} to ${box.y + box.height}`);
  await close();
});
