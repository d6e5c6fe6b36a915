// The article in the hand: from top to bottom on a phone, with each demo used once by a finger.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArticle } from './site.mjs';
import { steady } from './steady.mjs';
import { swipe } from './touch.mjs';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What a finger takes hold of in a widget that is in view, and what its swipes are to do. */
const holdOf = (/** @type {any} */ widget) => {
  const pictures = [...widget.shadowRoot.querySelectorAll('.picture')];
  const ranges = [...widget.shadowRoot.querySelectorAll('label > input[type=range]')];
  const middle = (/** @type {Element} */ node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, reach: width / 4 };
  };
  const handled = pictures.find((node) => getComputedStyle(node).cursor === 'ew-resize');
  const range = ranges.find((node) => node.checkVisibility());
  const { min, max, value } = range ?? {};
  const thumb = range && middle(range);
  // A range is taken by its thumb.
  if (thumb) thumb.x += (range.clientWidth - 20) * ((value - min) / (max - min) - 0.5);
  return { grip: handled ? middle(handled) : thumb, still: middle(pictures[0] ?? widget) };
};

test('read on a phone from top to bottom, every figure answers a finger and lets the page scroll', async () => {
  const { page, problems, close } = await openArticle(phone);
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('[id]')].filter((node) => node.shadowRoot).map(({ id }) => id),
  );
  assert.ok(ids.length > 10);
  for (const id of ids) {
    const widget = page.locator(`#${id}`);
    const told = () =>
      widget.evaluate((node) => JSON.stringify(/** @type {any} */ (node).detail()));
    const scrolled = () => page.evaluate(() => Math.round(scrollY));
    await widget.evaluate(async (/** @type {any} */ node) => {
      node.scrollIntoView({ block: 'center', behavior: 'instant' });
      await node.ready;
      const grip = node.shadowRoot.querySelector('.picture, label > input[type=range]');
      grip.scrollIntoView({ block: 'center', behavior: 'instant' });
      node.seen = { input: 0, change: 0 };
      for (const type of ['input', 'change']) node.addEventListener(type, () => node.seen[type]++);
    });
    await steady(page, () => scrollY);

    const { grip, still } = await widget.evaluate(holdOf);
    const before = await told();
    const place = await scrolled();
    if (id === 'boundary') {
      await widget.getByRole('button', { name: 'Play' }).tap();
      await page.waitForFunction(
        (id) => /** @type {any} */ (document.getElementById(id)).detail().updates > 10,
        id,
      );
      await widget.getByRole('button', { name: 'Pause' }).tap();
    } else {
      assert.ok(grip, `${id} has nothing to drag`);
      await swipe(page, grip, { x: grip.x + grip.reach, y: grip.y + 6 });
      const seen = await widget.evaluate((/** @type {any} */ node) => node.seen);
      assert.ok(seen.input > 1 && seen.change === 1, `${id}: ${JSON.stringify(seen)}`);
    }
    assert.notEqual(await told(), before, `${id} has not moved`);
    assert.equal(await scrolled(), place, `${id}: the page has moved under a sideways drag`);

    const after = await told();
    await swipe(page, still, { x: still.x - 8, y: still.y - 150 });
    assert.ok((await scrolled()) > place + 60, `${id} holds the page fast`);
    assert.equal(await told(), after, `${id} has moved with the page`);
  }
  assert.deepEqual(problems, []);
  await close();
});
