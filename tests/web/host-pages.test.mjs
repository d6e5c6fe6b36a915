// The classic script in the pages of others: wherever its tag stands, however often it is there,
// and whatever a page does with its own content.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hear } from '../browsers/hear.mjs';
import { open, settled } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const tag = 'activation-explorer';
const src = '/dist/activation-widgets.js';
const widget = `<${tag} activation="gelu" x="0.5"><p>fallback</p></${tag}>`;

/** Drags the handle to the right end. @param {Page} page @param {number} [which] */
async function drag(page, which = 0) {
  const picture = page.locator(`${tag} .picture`).nth(which);
  await picture.scrollIntoViewIfNeeded();
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (
    await picture.boundingBox()
  );
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, y, { steps: 4 });
  await page.mouse.up();
  const slider = page.getByRole('slider', { name: 'x' }).nth(which);
  await hear(slider, /^x = 6.00/);
}

for (const attributes of ['', 'defer', 'async', 'type="module"']) {
  test(`the script may stand in the head: <script ${attributes}>`, async () => {
    const { page, problems, close } = await open(widget, {
      head: `<script ${attributes} src="${src}"></script>`,
      wait: false,
    });
    await page.waitForFunction((tag) => customElements.get(tag), tag);
    await settled(page);
    await drag(page);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('the script may stand after the widgets, or come long after them', async () => {
  const { page, problems, close } = await open(`${widget}<script src="${src}"></script>`, {
    head: '',
  });
  await drag(page);
  const late = await open(widget, { head: '', wait: false });
  await late.page.evaluate((src) => {
    document.head.append(Object.assign(document.createElement('script'), { src }));
  }, src);
  await late.page.waitForFunction((tag) => customElements.get(tag), tag);
  await settled(late.page);
  await drag(late.page);
  assert.deepEqual([...problems, ...late.problems], []);
  await Promise.all([close(), late.close()]);
});

/**
 * Another version: it has other sentences, and its own word where ours says "slope".
 * @param {(text: string) => string} change
 */
const otherVersion = (change) => async (/** @type {Page} */ page) =>
  page.route('**/other-version.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: change(readFileSync('dist/activation-widgets.js', 'utf8')),
    }),
  );

/** @param {string} scripts @param {string} body @param {(text: string) => string} change */
async function withOther(scripts, body, change) {
  const opened = await open('', { head: '', wait: false });
  await otherVersion(change)(opened.page);
  await opened.page.setContent(`<!doctype html><html lang="en">${scripts}<body>${body}`);
  await settled(opened.page);
  return opened;
}

const ours = `<script src="${src}"></script>`;
const other = '<script src="/other-version.js"></script>';
for (const [name, scripts, word] of [
  ['before', ours + other, 'slope'],
  ['after', other + ours, 'SLOPE'],
]) {
  test(`beside another version of itself, loaded ${name} it, the first one draws and both are quiet`, async () => {
    const { page, problems, warnings, close } = await withOther(scripts, widget, (text) =>
      text.replaceAll(', slope ', ', SLOPE '),
    );
    const spoken = await page.getByRole('slider', { name: 'x' }).getAttribute('aria-valuetext');
    assert.equal(spoken, `x = 0.50, GELU 0.346, ${word} 0.867`);
    await drag(page);
    assert.deepEqual([...problems, ...warnings], []);
    await close();
  });
}

test('beside an older version with fewer widgets, the new ones work, and groups span both', async () => {
  const { page, problems, close } = await withOther(
    other + ours,
    `<${tag} group="a"></${tag}><gaussian-gate group="a"></gaussian-gate>`,
    (text) => `{ const { get } = CustomElementRegistry.prototype;
      customElements.get = (tag) => tag === '${tag}' ? get.call(customElements, tag) : class {};
      ${text}; delete customElements.get; }`,
  );
  await drag(page);
  assert.equal(
    await page.evaluate(() => /** @type {any} */ (document.querySelector('gaussian-gate')).x),
    6,
  );
  assert.deepEqual(problems, []);
  await close();
});

for (const mode of ['open', 'closed']) {
  test(`in a shadow root of the page, ${mode}, it answers, and takes its colours and type from there`, async () => {
    const { page, problems, close } = await open(
      `<div id="host" style="background: rgb(20 30 40)"><template shadowrootmode="${mode}"><style>:host { display: block; color: rgb(250 240 230); font: 20px monospace; }</style>${widget}</template></div>`,
    );
    await page.evaluate(() => {
      document.addEventListener('input', (/** @type {any} */ { detail }) => {
        Object.assign(window, { x: detail.x });
      });
    });
    const host = page.locator('#host');
    await page.waitForFunction(() => Number(document.querySelector('#host')?.clientHeight) > 300);
    const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (
      await host.boundingBox()
    );
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 300, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 915, y, { steps: 4 });
    await page.mouse.up();
    assert.ok((await page.evaluate(() => /** @type {any} */ (window).x)) > 5);
    if (mode === 'open') {
      const theme = await page.evaluate((tag) => {
        const { shadowRoot } = /** @type {any} */ (document.querySelector('#host'));
        const { text, background, font } = shadowRoot.querySelector(tag).theme;
        return [text, background, font()];
      }, tag);
      assert.deepEqual(theme.slice(0, 2), ['rgb(250 240 230)', 'rgb(20 30 40)']);
      assert.match(theme[2], /20px monospace$/);
    }
    assert.deepEqual(problems, []);
    await close();
  });
}

/** What pages do with their content; each leaves one widget. @type {Record<string, (page: Page) => Promise<unknown>>} */
const swaps = {
  'innerHTML is set, as htmx does': (page) =>
    page.evaluate((widget) => {
      for (let i = 0; i < 5; i++) document.body.innerHTML = `<main>${widget}</main>`;
    }, widget),
  'the body is replaced and its scripts run again, as Turbo does': (page) =>
    page.evaluate(
      ({ widget, src }) => {
        for (let i = 0; i < 3; i++) {
          const next = new DOMParser().parseFromString(
            `<body>${widget}<script src="${src}"></script>`,
            'text/html',
          );
          document.documentElement.replaceChild(document.adoptNode(next.body), document.body);
          const script = document.createElement('script');
          script.src = `${src}?visit=${i}`;
          document.querySelector('body > script')?.replaceWith(script);
        }
        return new Promise((resolve) => setTimeout(resolve, 300));
      },
      { widget, src },
    ),
  'a page kept in a cache is cloned and put back': (page) =>
    page.evaluate(() => {
      const kept = document.body.cloneNode(true);
      document.body.replaceWith(document.createElement('body'));
      document.body.replaceWith(kept);
    }),
  'the node is taken out and put in again, many times': (page) =>
    page.evaluate((tag) => {
      const node = /** @type {Element} */ (document.querySelector(tag));
      for (let i = 0; i < 20; i++) {
        node.remove();
        document.body.append(node);
      }
    }, tag),
  'the node is taken out while it starts, and comes back later': (page) =>
    page.evaluate(
      async ({ tag, widget }) => {
        document.body.innerHTML = widget;
        const node = /** @type {any} */ (document.querySelector(tag));
        node.ready.catch(() => {});
        await Promise.resolve();
        node.remove();
        await new Promise((resolve) => setTimeout(resolve, 100));
        document.body.append(node);
      },
      { tag, widget },
    ),
  'the page is morphed: attributes are set on the widget that is there': (page) =>
    page.evaluate((tag) => {
      const node = /** @type {any} */ (document.querySelector(tag));
      for (const [name, value] of Object.entries({ activation: 'tanh', x: '-1', compare: 'relu' }))
        node.setAttribute(name, value);
    }, tag),
};
for (const [name, swap] of Object.entries(swaps)) {
  test(`when ${name}, the widget works and nothing complains`, async () => {
    const { page, problems, close } = await open(widget);
    await swap(page);
    await settled(page);
    assert.equal(await page.locator(tag).count(), 1);
    assert.ok(await page.getByText('fallback').isHidden());
    await drag(page);
    assert.deepEqual(problems, []);
    await close();
  });
}
