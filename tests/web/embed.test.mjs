// embed.html: one widget in an iframe, made from the fragment of its address.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { launchChromium } from '../browsers/chromium.mjs';
import { hear } from '../browsers/hear.mjs';
import { address, open as openPage } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const url = `${address}dist/site/embed.html`;
const fit = `<script>${readFileSync('web/site/fit-frames.js', 'utf8')}</script>`;
/** Another origin, as a blog has it. */
const elsewhere = 'http://widgets.test/some/folder/embed.html';
/** Counts the messages that come in. */
const counter =
  '<script>window.told = []; addEventListener("message", ({ data }) => told.push(data));</script>';

/**
 * A page, for which the site is in a subfolder of another origin too.
 * @param {string} body
 * @param {Parameters<typeof openPage>[1] & { policy?: string }} [options] of that origin
 */
async function open(body, { policy = '', ...options } = {}) {
  const opened = await openPage('', { wait: false, ...options });
  const headers = policy ? { 'content-security-policy': policy } : undefined;
  await opened.page.route('http://widgets.test/some/folder/*', (route) => {
    const path = `dist/site/${new URL(route.request().url()).pathname.split('/').pop()}`;
    return route.fulfill({ path, headers });
  });
  await opened.page.evaluate((body) => {
    document.body.append(document.createRange().createContextualFragment(body));
  }, body);
  return opened;
}

/** @param {string} fragment @param {string} [more] */
const frame = (fragment, more = '') =>
  `<iframe src="${elsewhere}${fragment}" width="100%" frameborder="0" ${more}></iframe>`;

/** @param {Page} page @param {number} [which] */
const height = (page, which = 0) =>
  page
    .locator('iframe')
    .nth(which)
    .evaluate((/** @type {HTMLElement} */ node) => node.offsetHeight);

/** @param {Page} page @returns {Promise<any[]>} */
const told = (page) => page.evaluate(() => /** @type {any} */ (window).told);

/** Waits until as many frames have told a height, and none tells another. @param {Page} page */
async function still(page, frames = 1) {
  await page.waitForFunction((frames) => /** @type {any} */ (window).told.length >= frames, frames);
  let before = 0;
  for (let quiet = 0; quiet < 2; ) {
    await page.waitForTimeout(400);
    const now = (await told(page)).length;
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}

for (const [fragment, sentence] of [
  [
    '#activation-explorerr?x=1',
    /^There is no widget “activation-explorerr”; there are activation-explorer, activation-table, /,
  ],
  ['#div?x=1', /^There is no widget “div”/],
  ['#constructor', /^There is no widget “constructor”/],
  ['#%3Cimg%20src=x%20onerror=alert(1)%3E', /^There is no widget “/],
  ['', /^This page shows the widget its address names, as in embed\.html#activation-explorer\.$/],
  [
    '#gaussian-gate?y=1',
    /^gaussian-gate has no attribute “y”; it has x, compare, group, no-menu\.$/,
  ],
  ['#gaussian-gate?onclick=alert(1)', /^gaussian-gate has no attribute “onclick”/],
  ['#gaussian-gate?style=color:red', /^gaussian-gate has no attribute “style”/],
  [
    '#gaussian-gate?%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E=1',
    /^gaussian-gate has no attribute “<img src=x onerror=alert\(1\)>”/,
  ],
  [
    '#activation-explorer?activation=%3Cimg%20src%3Dx%3E',
    /^activation-explorer: unknown activation “<img src=x>”; use one of identity, sigmoid, /,
  ],
  ['#gaussian-gate?x=left', /^gaussian-gate: unknown x “left”; use a number\.$/],
]) {
  test(`embed.html${fragment} says what is wrong in one sentence, as text`, async () => {
    const { page, problems, close } = await openPage('', {
      path: `dist/site/embed.html${fragment}`,
    });
    await page.locator('main p').waitFor();
    assert.match(
      String(await page.locator('main').textContent()),
      /** @type {RegExp} */ (sentence),
    );
    assert.equal(await page.locator('main *').count(), 1);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('the attributes of the fragment are those of the widget, which resets to them', async () => {
  const { page, problems, close } = await openPage('', {
    path: 'dist/site/embed.html#activation-explorer?activation=gelu&x=0.5&preview=',
  });
  const read = () =>
    page.evaluate(() => {
      const widget = /** @type {any} */ (document.querySelector('activation-explorer'));
      return [widget.activation, widget.x, widget.preview];
    });
  assert.deepEqual(await read(), ['gelu', 0.5, true]);
  await page.getByRole('slider', { name: 'x' }).press('End');
  await page.evaluate(() =>
    /** @type {any} */ (document.querySelector('activation-explorer')).reset(),
  );
  assert.deepEqual(await read(), ['gelu', 0.5, true]);
  assert.deepEqual(problems, []);
  await close();
});

test('another fragment is another widget', async () => {
  const { page, close } = await openPage('', { path: 'dist/site/embed.html#gaussian-gate?x=2' });
  await page.evaluate(() => {
    location.hash = '#dead-neuron?bias=2';
  });
  await page.locator('dead-neuron').waitFor();
  assert.equal(await page.locator('main > *').count(), 1);
  await close();
});

test('several iframes of another origin each get the height of their own content', async () => {
  const { page, problems, close } = await open(
    `${frame('#activation-explorer')}${frame('#gaussian-gate?compare=')}${frame('#nothing')}${fit}`,
    { head: counter },
  );
  await still(page, 3);
  for (const [which, inner] of page.frames().slice(1).entries()) {
    // Off the screen a frame learns of its new size later.
    await page.locator('iframe').nth(which).scrollIntoViewIfNeeded();
    await inner.waitForFunction((height) => innerHeight === height, await height(page, which));
    const [content, scrolls] = await inner.evaluate(() => [
      Math.ceil(document.body.getBoundingClientRect().height),
      document.documentElement.scrollHeight > innerHeight,
    ]);
    assert.equal(await height(page, which), content);
    assert.equal(scrolls, false);
  }
  assert.deepEqual(problems, []);
  await close();
});

test('an iframe far below the screen has its height before it is scrolled to', async () => {
  const { page, close } = await open(
    `<div style="height: 9000px"></div>${frame('#gaussian-gate')}${fit}`,
    { head: counter },
  );
  await still(page);
  const content = await page
    .frames()[1]
    .evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  assert.equal(await height(page), content);
  await close();
});

test('the height follows what opens and closes inside', async () => {
  const { page, close } = await open(`${frame('#gaussian-gate')}${fit}`, { head: counter });
  await still(page);
  const before = await height(page);
  const summary = page.frameLocator('iframe').getByText('Copy or save');
  await summary.click();
  await page.waitForFunction(
    (before) => Number(document.querySelector('iframe')?.offsetHeight) > before,
    before,
  );
  await summary.click();
  await page.waitForFunction(
    (before) => document.querySelector('iframe')?.offsetHeight === before,
    before,
  );
  await close();
});

test('a page that listens late asks, and is answered', async () => {
  const { page, close } = await open(frame('#gaussian-gate'), { head: counter });
  await page.waitForFunction(() => /** @type {any} */ (window).told.length > 0);
  assert.equal(await height(page), 150);
  await page.addScriptTag({ path: 'web/site/fit-frames.js' });
  await still(page);
  assert.ok((await height(page)) > 300);
  await close();
});

for (const [name, style] of [
  ['that does what it is told', ''],
  ['whose iframes have borders', 'border: 7px solid; box-sizing: border-box'],
  ['that gives a third more', 'scale: 1'],
]) {
  test(`no resize feedback loop: a page ${name} hears of a height once, at any width`, async () => {
    const generous = fit.replace('data.height}px', 'data.height * 4 / 3}px');
    const { page, close } = await open(
      `${frame('#activation-explorer', `style="${style}"`)}${/third/.test(name) ? generous : fit}`,
      { head: counter, viewport: { width: 900, height: 700 } },
    );
    await still(page);
    for (const width of [700, 500, 340, 900]) {
      await page.setViewportSize({ width, height: 700 });
      await still(page);
    }
    const heights = (await told(page)).map(({ height }) => height);
    await page.waitForTimeout(1000);
    assert.equal((await told(page)).length, heights.length, 'at rest, nothing is told');
    // A scrollbar that goes away may change the width once more.
    assert.ok(heights.length <= 10, `${heights}`);
    await close();
  });
}

test('where scrollbars take room, none is left once the page around has given the height', async (t) => {
  const browser = await launchChromium({ ignoreDefaultArgs: ['--hide-scrollbars'] });
  t.after(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  await page.route('http://*.test/**', (route) => {
    const { hostname, pathname } = new URL(route.request().url());
    return hostname === 'blog.test'
      ? route.fulfill({
          contentType: 'text/html',
          body: `${counter}${frame('#activation-explorer')}${fit}`,
        })
      : route.fulfill({ path: `dist/site/${pathname.split('/').pop()}` });
  });
  await page.goto('http://blog.test/');
  for (const width of [700, 500, 900]) {
    await page.setViewportSize({ width, height: 900 });
    await still(page);
    const [inner, client] = await page
      .frames()[1]
      .evaluate(() => [innerWidth, document.documentElement.clientWidth]);
    assert.equal(client, inner, `${inner - client} px of a scrollbar at ${width}`);
  }
  assert.ok((await told(page)).length <= 12);
});

test('the script for the page around heeds only its own iframes, and only heights', async () => {
  const { page, close } = await open(
    `<iframe srcdoc="x"></iframe><iframe srcdoc="y"></iframe>${fit}`,
  );
  const heights = await page.evaluate(async () => {
    const [first, second] = document.querySelectorAll('iframe');
    const type = 'activation-widgets:height';
    postMessage({ type, height: 500 }); // from the page itself
    for (const data of [null, 'text', { type }, { type, height: -1 }, { type, height: 'url(x)' }]) {
      dispatchEvent(new MessageEvent('message', { data, source: first.contentWindow }));
    }
    dispatchEvent(
      new MessageEvent('message', { data: { type, height: 300 }, source: second.contentWindow }),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    return [first.style.height, second.style.height];
  });
  assert.deepEqual(heights, ['', '300px']);
  await close();
});

test('an embedded widget does not move the page around it', async () => {
  const { page, close } = await open(
    `<div style="height: 3000px"></div>${frame('#gaussian-gate?x=2', 'loading="eager"').replace(elsewhere, url)}${fit}`,
    { head: counter },
  );
  await still(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await close();
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`follows the reader's colour scheme, on a background of its own, whatever the page around is: ${colorScheme}`, async () => {
    const { page, close } = await open(frame('#gaussian-gate'), {
      head: `${counter}<style>body { background: #111; color: #eee }</style>`,
      colorScheme,
    });
    const inner = page.frames()[1];
    await inner.locator('gaussian-gate .root').waitFor();
    const [text, background] = await inner.evaluate(() => {
      const { theme } = /** @type {any} */ (document.querySelector('gaussian-gate'));
      return [theme.text, getComputedStyle(document.documentElement).backgroundColor];
    });
    assert.equal(background, colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(18, 18, 18)');
    assert.match(text, colorScheme === 'light' ? /^rgb\(0[ ,]/ : /^rgb\(2\d\d[ ,]/);
    await close();
  });
}

test('works under a strict policy with Trusted Types, in a sandbox, and from a subfolder', async () => {
  const policy =
    "default-src 'none'; script-src http://widgets.test 'wasm-unsafe-eval'; style-src http://widgets.test; img-src http://widgets.test; require-trusted-types-for 'script'";
  const { page, problems, close } = await open(
    frame('#gaussian-gate?x=2', 'sandbox="allow-scripts"'),
    { policy },
  );
  const slider = page.frameLocator('iframe').getByRole('slider', { name: 'x' });
  await slider.press('End');
  await hear(slider, /^x = 6.00/);
  assert.deepEqual(problems, []);
  await close();
});
