// The menu below each widget: the picture, and a link, a tag and an iframe of what is on screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { address, open, settled } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const granted = { permissions: ['clipboard-read', 'clipboard-write'] };
const script = '<script src="/dist/activation-widgets.js"></script>';
const embed = `${script}<link rel="activation-embed" href="/dist/site/embed.html">`;

/** @param {Page} page @param {string} tag @param {string} what @param {number} [which] */
async function copied(page, tag, what, which = 0) {
  const widget = page.locator(tag).nth(which);
  const button = widget.getByRole('button', { name: `Copy ${what}`, exact: true });
  if (!(await button.isVisible())) await widget.getByText('Copy or save').click();
  await button.click();
  await widget.getByText(`The ${what} is copied.`).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** @param {Page} page @param {string} tag */
const state = (page, tag) =>
  page.evaluate(
    (tag) => JSON.stringify(/** @type {any} */ (document.querySelector(tag)).state),
    tag,
  );

/** Moves sliders and picks from menus, as a reader would. @param {Page} page @param {string} tag */
async function layHandsOn(page, tag) {
  const widget = page.locator(tag).first();
  const enabled = ':enabled:not([hidden] *)';
  for (const range of await widget.locator(`input[type=range]${enabled}`).all())
    if (await range.isVisible()) await range.press('PageUp'); // a choice may hide another
  for (const menu of await widget.locator(`select${enabled}`).all())
    if (await menu.isVisible()) await menu.selectOption({ index: 2 });
  await settled(page);
}

for (const { tag } of widgets()) {
  test(`${tag}: the tag and the iframe that are copied show what is on screen`, async () => {
    const { page, problems, close } = await open(`<${tag}></${tag}>`, { ...granted, head: embed });
    await layHandsOn(page, tag);
    const wanted = await state(page, tag);
    assert.notEqual(wanted, await untouched(tag));
    const markup = await copied(page, tag, 'tag');
    const frame = await copied(page, tag, 'iframe');
    await close();

    const again = await open(markup);
    assert.equal(await state(again.page, tag), wanted, markup);
    assert.deepEqual(again.problems, []);
    await again.close();

    const framed = await open(frame, { wait: false });
    const inner = framed.page.frameLocator('iframe').locator(tag);
    await inner.waitFor();
    const shown = await inner.evaluate(async (/** @type {any} */ widget) => {
      await widget.ready;
      return JSON.stringify(widget.state);
    });
    assert.equal(shown, wanted, frame);
    assert.deepEqual([...problems, ...framed.problems], []);
    await framed.close();
  });
}

/** @param {string} tag */
async function untouched(tag) {
  const { page, close } = await open(`<${tag}></${tag}>`);
  const states = await state(page, tag);
  await close();
  return states;
}

test('a tag names what differs from the defaults, and nothing else', async () => {
  const { page, close } = await open(
    `<activation-explorer activation="relu" x="1"></activation-explorer>
     <activation-explorer activation="leaky_relu" preview compare="relu"></activation-explorer>`,
    { ...granted, head: embed },
  );
  const tag = 'activation-explorer';
  assert.equal(await copied(page, tag, 'tag'), `<${tag}></${tag}>`);
  assert.equal(
    await copied(page, tag, 'tag', 1),
    `<${tag} activation="leaky_relu" compare="relu" preview></${tag}>`,
  );
  assert.match(
    await copied(page, tag, 'iframe', 1),
    new RegExp(
      `^<iframe src="${address}dist/site/embed\\.html#${tag}\\?activation=leaky_relu&amp;compare=relu&amp;preview=true" title="${tag}" width="100%" height="\\d{3}" `,
    ),
  );
  await close();
});

test('remarks in slots are part of the tag, and no text becomes markup on the way', async () => {
  const tag = 'activation-table';
  const { page, close } = await open(
    `<${tag}><p>fallback</p><span slot="-1">1 &lt; 2, ""&amp;</span></${tag}>`,
    { ...granted, head: embed },
  );
  assert.equal(
    await copied(page, tag, 'tag'),
    `<${tag}>\n  <span slot="-1">1 &lt; 2, ""&amp;</span>\n</${tag}>`,
  );
  await close();
});

test('a trained network with painted points comes back from its tag, and reset goes back to it', async () => {
  const tag = 'decision-boundary';
  const { page, close } = await open(`<${tag} dataset="moons"></${tag}>`, {
    ...granted,
    head: embed,
  });
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Step' }).click();
  await page.getByText('Draw your own points').click();
  await page
    .locator(`${tag} .picture:has(.field)`)
    .first()
    .click({ position: { x: 40, y: 50 } });
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Step' }).click();
  await settled(page);
  const wanted = await state(page, tag);
  const markup = await copied(page, tag, 'tag');
  assert.match(
    markup,
    /^<decision-boundary dataset="moons" points="[\w-]+" updates="2" before="3" /,
  );
  await close();

  const again = await open(markup);
  const updates = () =>
    again.page.waitForFunction(
      (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates === 5,
      tag,
    );
  await updates();
  assert.equal(await state(again.page, tag), wanted);
  await again.page.getByRole('button', { name: 'Step' }).click();
  assert.notEqual(await state(again.page, tag), wanted);
  await again.page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).reset(), tag);
  await updates();
  assert.equal(await state(again.page, tag), wanted);
  await again.close();
});

test('where the clipboard is blocked, the text is shown and selected for copying', async () => {
  const tag = 'gaussian-gate';
  const { page, problems, close } = await open(`<${tag} x="2"></${tag}>`, { head: embed });
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.getByText('Copy or save').press('Enter');
  await page.getByRole('button', { name: 'Copy tag' }).press('Enter');
  await page.getByText('Copy this tag.').waitFor();
  const text = page.getByRole('textbox', { name: 'To copy' });
  assert.equal(await text.inputValue(), `<${tag} x="2"></${tag}>`);
  assert.equal(await page.evaluate(() => String(getSelection())), `<${tag} x="2"></${tag}>`);
  assert.deepEqual(problems, []);
  await close();
});

test('the picture is saved as a PNG under the name of the widget', async () => {
  const tag = 'dead-neuron';
  const { page, close } = await open(`<${tag}></${tag}>`);
  await page.getByText('Copy or save').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save picture' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), `${tag}.png`);
  await page.getByText(`Saved as ${tag}.png.`).waitFor();
  await close();
});

test('no iframe is offered by a page that names no embed.html, and no menu where the author wants none', async () => {
  const { page, close } = await open(
    '<gaussian-gate></gaussian-gate><dead-neuron no-menu></dead-neuron><decision-boundary controls="play"></decision-boundary>',
  );
  assert.equal(await page.getByText('Copy or save').filter({ visible: true }).count(), 1);
  await page.getByText('Copy or save').first().click();
  await page.getByRole('button', { name: 'Copy tag' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Copy iframe' }).isHidden());
  await close();
});

test('on a phone the menu is as high as a finger, and its texts stay within the widget', async () => {
  const { page, close } = await open('<gaussian-gate></gaussian-gate>', {
    head: embed,
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const summary = page.getByText('Copy or save');
  await summary.tap();
  for (const button of await page.locator('gaussian-gate button').all()) {
    assert.ok(Number((await button.boundingBox())?.height) >= 44);
  }
  assert.ok(Number((await summary.boundingBox())?.height) >= 44);
  await page.getByRole('button', { name: 'Copy iframe' }).tap();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await close();
});
