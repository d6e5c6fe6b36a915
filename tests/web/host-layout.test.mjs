// Where a page puts a widget, and what it does to what is inside it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hear } from '../browsers/hear.mjs';
import { open, settled } from './page.mjs';

const tag = 'activation-explorer';
const widget = `<${tag} x="0"></${tag}>`;

/** @param {import('playwright-core').Page} page */
const widthOf = (page) =>
  page.evaluate((tag) => Number(document.querySelector(tag)?.getBoundingClientRect().width), tag);

for (const [name, body] of [
  ['a figure as wide as its content', `<figure style="width: fit-content">${widget}</figure>`],
  ['a figure laid out as a table', `<figure style="display: table">${widget}</figure>`],
  ['a cell of a table', `<table><tr><td>${widget}</td></tr></table>`],
  ['an open dialog', `<dialog open>${widget}</dialog>`],
  [
    'a column that centres',
    `<div style="display: flex; flex-direction: column; align-items: center"><div>${widget}</div></div>`,
  ],
  [
    'a grid that centres',
    `<div style="display: grid; place-items: center"><div>${widget}</div></div>`,
  ],
  ['a float', `<div style="float: left">${widget}</div>`],
  ['an inline block', `<div style="display: inline-block">${widget}</div>`],
  ['a box out of the flow', `<div style="position: absolute">${widget}</div>`],
]) {
  test(`in ${name} it is as wide as it wants to be, and on a phone as wide as there is room`, async () => {
    const { page, problems, close } = await open(body, { viewport: { width: 1200, height: 900 } });
    assert.equal(await widthOf(page), 736);
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    assert.ok((await widthOf(page)) >= 250, `${await widthOf(page)} px of 390`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(problems, []);
    await close();
  });
}

for (const wrapping of ['normal', 'nowrap', 'pre'])
  test(`it widens no column of a grid beyond the screen where white space is ${wrapping}`, async () => {
    const { page, close } = await open(
      `<div style="display: grid; grid-template-columns: 1fr; white-space: ${wrapping}"><article>${widget}</article></div>`,
      { viewport: { width: 390, height: 844 } },
    );
    assert.ok((await widthOf(page)) <= 390);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close();
  });

for (const style of ['zoom: 1.25', 'transform: scale(0.6); transform-origin: 0 0', 'zoom: 0.5']) {
  test(`the handle is under the pointer on a page with ${style}`, async () => {
    const { page, close } = await open(`<div style="${style}">${widget}</div>`);
    const slider = page.getByRole('slider', { name: 'x', exact: true });
    const box = await page.evaluate((tag) => {
      const { picture } = /** @type {any} */ (document.querySelector(tag));
      const { left, top, width, height } = picture.getBoundingClientRect();
      return { left, top, width, height };
    }, tag);
    for (const share of [0.2, 0.5, 0.9]) {
      await page.mouse.click(box.left + share * box.width, box.top + box.height / 2);
      await settled(page);
      // Axes begin a little inside of the picture.
      const x = Number(await slider.inputValue());
      assert.ok(Math.abs(x - (share * 12 - 6)) < 0.7, `x = ${x} at ${share} of the width`);
    }
    await close();
  });
}

test('on a page written from right to left numbers, sentences and sliders stay as they are', async () => {
  const { page, close } = await open(`<div dir="rtl" lang="he">${widget}</div>`);
  const [root, menu] = await page.evaluate((tag) => {
    const shadow = /** @type {ShadowRoot} */ (document.querySelector(tag)?.shadowRoot);
    const root = /** @type {HTMLElement} */ (shadow.querySelector('.root'));
    const select = /** @type {HTMLElement} */ (shadow.querySelector('select'));
    return [[getComputedStyle(root).direction, root.lang], [getComputedStyle(select).direction]];
  }, tag);
  assert.deepEqual([root, menu], [['ltr', 'en'], ['ltr']]);
  await close();
});

test('φ does not become Φ, and sentences wrap, whatever the page does to its own text', async () => {
  const { page, close } = await open(
    `<div style="text-transform: uppercase; white-space: nowrap; text-indent: 3em; font-variant: small-caps; width: 300px"><gaussian-gate></gaussian-gate></div>`,
  );
  const wide = await page.evaluate(() => {
    const gate = /** @type {HTMLElement} */ (document.querySelector('gaussian-gate'));
    const root = /** @type {HTMLElement} */ (gate.shadowRoot?.querySelector('.root'));
    const { textTransform, textIndent, fontVariantCaps } = getComputedStyle(root);
    return [root.scrollWidth <= 300, textTransform, textIndent, fontVariantCaps];
  });
  assert.deepEqual(wide, [true, 'none', '0px', 'normal']);
  await close();
});

test('where a page has made its root small, controls are as high as a finger', async () => {
  const { page, close } = await open(
    `<style>html { font-size: 62.5% } body { font-size: 1.6rem }</style>${widget}`,
  );
  const box = await page.getByRole('combobox', { name: 'Function' }).boundingBox();
  assert.ok(Number(box?.height) >= 44);
  assert.equal(await widthOf(page), 736);
  await close();
});

test('keys that move a handle, and words typed into a field, are no shortcuts of the page', async () => {
  const { page, close } = await open(`${widget}<decision-boundary></decision-boundary>`);
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    addEventListener('keydown', ({ key }) => /** @type {any} */ (window).heard.push(key));
  });
  await page.getByRole('slider', { name: 'x', exact: true }).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Draw your own points').click();
  await page.getByLabel('Rows of x, y and class').focus();
  await page.keyboard.type('0.5, n');
  await page.keyboard.press('Escape');
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), ['Escape']);
  await close();
});

test('under zoom the mouse reads the layer of vanishing-gradient that a press would take', async () => {
  const { page, close } = await open(
    `<div style="zoom: 1.4"><vanishing-gradient></vanishing-gradient></div>`,
  );
  const layer = () =>
    page.evaluate(() => /** @type {any} */ (document.querySelector('vanishing-gradient')).layer);
  const { x, y, width, height } = await page.evaluate(() => {
    const { picture } = /** @type {any} */ (document.querySelector('vanishing-gradient'));
    return picture.getBoundingClientRect().toJSON();
  });
  await page.mouse.move(x + 0.7 * width, y + height / 3);
  const hovered = await layer();
  await page.mouse.down();
  await page.mouse.up();
  assert.equal(await layer(), hovered);
  assert.ok(hovered >= 6 && hovered <= 8, `${hovered}`);
  await close();
});

test('two fingers zoom the page: the handle goes back to where it was', async () => {
  const { page, close } = await open(widget, { hasTouch: true, isMobile: true });
  const slider = page.getByRole('slider', { name: 'x', exact: true });
  const box = await page.locator(`${tag} .picture`).boundingBox();
  const [x, y] = [Number(box?.x) + 100, Number(box?.y) + 80];
  const client = await page.context().newCDPSession(page);
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {number[][]} points */
  const touch = (type, points) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await touch('touchStart', [[x, y]]);
  for (const dx of [10, 20]) await touch('touchMove', [[x + dx, y]]);
  await settled(page);
  assert.notEqual(await slider.inputValue(), '0');
  await touch('touchStart', [
    [x + 20, y],
    [x + 80, y],
  ]);
  for (const apart of [60, 90, 120, 150])
    await touch('touchMove', [
      [x + 20 - apart / 3, y],
      [x + 80 + apart, y],
    ]);
  await touch('touchEnd', []);
  await settled(page);
  await hear(slider, /^x = 0.00/);
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).x, tag),
    0,
  );
  await close();
});

test('a link finds a widget whose id is not ASCII', async () => {
  const { page, close } = await open(`<${tag} id="größe"></${tag}>`, {
    path: 'test.html#größe?x=3',
  });
  await hear(page.getByRole('slider', { name: 'x', exact: true }), /^x = 3.00/);
  await close();
});

test('a link that came while a widget was out of the page is followed when it is back', async () => {
  const { page, close } = await open(widget);
  const slider = page.getByRole('slider', { name: 'x', exact: true });
  await page.evaluate(async (tag) => {
    const node = /** @type {Element} */ (document.querySelector(tag));
    node.remove();
    location.hash = `#${tag}?x=2`;
    await new Promise((next) => setTimeout(next, 100));
    document.body.append(node);
  }, tag);
  await settled(page);
  await hear(slider, /^x = 2.00/);
  await close();
});

test('a widget that a link has set, and the reader since, keeps its state when the page moves it', async () => {
  const { page, close } = await open(`${widget}<div></div>`, { path: `test.html#${tag}?x=3` });
  const slider = page.getByRole('slider', { name: 'x', exact: true });
  await hear(slider, /^x = 3.00/);
  await slider.press('Home');
  await page.evaluate((tag) => {
    document.querySelector('div')?.append(/** @type {Node} */ (document.querySelector(tag)));
  }, tag);
  await settled(page);
  await hear(slider, /^x = −6.00/);
  await close();
});

for (const ratio of [1, 1.5, 2, 3]) {
  test(`the picture has exactly the screen's pixels at a ratio of ${ratio}`, async () => {
    const { page, close } = await open(`<div style="width: 501px">${widget}</div>`, {
      deviceScaleFactor: ratio,
    });
    const size = await page.evaluate((tag) => {
      const { picture } = /** @type {any} */ (document.querySelector(tag));
      const { width, height } = picture.getBoundingClientRect();
      return [picture.width / width, picture.height / height];
    }, tag);
    for (const scale of size) assert.ok(Math.abs(scale - ratio) < 0.01, `${scale}`);
    await close();
  });
}

test('where a page has zoomed it, the picture has the pixels of the screen', async () => {
  const { page, close } = await open(
    '<div style="zoom: 1.5; width: 400px"><activation-explorer></activation-explorer></div>',
    { viewport: { width: 900, height: 800 } },
  );
  const [width, wanted] = await page.evaluate(() => {
    const canvas = /** @type {any} */ (document.querySelector('activation-explorer')).picture;
    return [canvas.width, Math.round(canvas.getBoundingClientRect().width)];
  });
  assert.ok(wanted >= 590 && Math.abs(width - wanted) <= 1, `${width} pixels for ${wanted}`);
  await close();
});
