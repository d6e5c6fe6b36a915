// The article for every reader: by eye, ear and keyboard, with scripts and without, on a disk.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { project } from '../../wasm/toolchain/places.mjs';
import { folder, openArticle, readThrough } from './site.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const posters = JSON.parse(readFileSync(join(project, 'web/site/posters/posters.json'), 'utf8'));

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [1200, 320]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px wide`, async () => {
      const { page, problems, close } = await openArticle({
        colorScheme,
        viewport: { width, height: 900 },
      });
      await readThrough(page);
      await page.addScriptTag({ path: axe });
      const found = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run(document);
        return violations.flatMap((/** @type {any} */ { id, nodes }) =>
          nodes.map(
            (/** @type {any} */ node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`,
          ),
        );
      });
      assert.deepEqual(found, []);
      assert.deepEqual(problems, []);
      await close();
    });
  }
}

test('no request leaves for another host', async () => {
  const { page, requests, origin, close } = await openArticle();
  await readThrough(page);
  assert.deepEqual(
    requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
    [],
  );
  await close();
});

test('it works from a disk', async () => {
  const { page, problems, close } = await openArticle({
    url: pathToFileURL(join(folder, 'index.html')).href,
  });
  await readThrough(page);
  assert.deepEqual(problems, []);
  await close();
});

test('without scripts the story, the formulas and a picture of every figure are there', async () => {
  for (const [width, kind] of /** @type {const} */ ([
    [1200, 'wide'],
    [360, 'narrow'],
  ])) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const viewport = { width, height: 900 };
      const { page, close } = await openArticle({
        javaScriptEnabled: false,
        colorScheme,
        viewport,
      });
      const found = await page.evaluate(async () => {
        const images = [...document.querySelectorAll('body img')].map(
          (node) => /** @type {HTMLImageElement} */ (node),
        );
        for (const image of images) image.loading = 'eager';
        await Promise.all(images.map((image) => image.decode()));
        return {
          pictures: images.map(({ currentSrc, alt }) => ({
            name: currentSrc.split('/').pop(),
            alt,
          })),
          formulas: document.querySelectorAll('math').length,
          buttons: document.querySelectorAll('button').length,
        };
      });
      const expected = Object.keys(posters).filter((id) => posters[id].wide);
      assert.deepEqual(
        found.pictures.map(({ name }) => name).sort(),
        expected.map((id) => `${id}-${kind}${colorScheme === 'dark' ? '-dark' : ''}.webp`).sort(),
      );
      assert.ok(found.pictures.every(({ alt }) => alt.length > 30));
      assert.ok(found.formulas > 100);
      assert.equal(found.buttons, 0);
      await close();
    }
  }
});

test('every widget has its poster, of the size the widget has', async () => {
  for (const [kind, width] of /** @type {const} */ ([
    ['wide', 1280],
    ['narrow', 360],
  ])) {
    const { page, close } = await openArticle({ viewport: { width, height: 1400 } });
    await page.addStyleTag({ content: 'figure > *, .values > * { min-block-size: 0 !important }' });
    await readThrough(page);
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')]
        .filter((node) => node.shadowRoot)
        .map((node) => {
          const { width, height } = node.getBoundingClientRect();
          return { id: node.id, width, height, table: Boolean(node.querySelector('table')) };
        }),
    );
    assert.ok(sizes.length >= 5);
    for (const { id, width, height, table } of sizes) {
      assert.ok(posters[id]?.touchHeights.length, `${id} has no poster: npm run posters`);
      if (table) continue;
      assert.ok(
        existsSync(join(folder, `${id}-${kind}.webp`)),
        `${id}-${kind}.webp is part of the site`,
      );
      const poster = posters[id][kind];
      // Another machine's fonts change a line here and there.
      const near = (/** @type {number} */ a, /** @type {number} */ b) =>
        Math.abs(a - b) < 2 + b * 0.05;
      const same = near(poster.width, width) && near(poster.height, height);
      assert.ok(same, `${id} has become ${width} × ${height}; its poster is not: npm run posters`);
    }
    await close();
  }
});

test('on a phone held sideways no figure leaves room unused', async () => {
  const { page, close } = await openArticle({
    viewport: { width: 844, height: 390 },
    hasTouch: true,
    isMobile: true,
  });
  await readThrough(page);
  const heights = () =>
    page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll('[id]')]
          .filter((node) => node.shadowRoot)
          .map((node) => [node.id, node.getBoundingClientRect().height]),
      ),
    );
  const reserved = await heights();
  await page.addStyleTag({ content: 'figure > *, .values > * { min-block-size: 0 !important }' });
  const needed = await heights();
  const unused = Object.keys(needed).filter((id) => reserved[id] > needed[id] + 32);
  assert.deepEqual(unused, []);
  await close();
});

test('one h1, headings in order, landmarks, a skip link that works', async () => {
  const { page, close } = await openArticle();
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((nodes) => nodes.map((node) => Number(node.tagName[1])));
  assert.deepEqual(
    levels.filter((level) => level === 1),
    [1],
  );
  assert.equal(levels[0], 1);
  for (const [i, level] of levels.entries()) assert.ok(i === 0 || level <= levels[i - 1] + 1);
  for (const tag of ['header', 'nav', 'main', 'footer'])
    assert.equal(await page.locator(`body > ${tag}`).count(), 1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'article');
  const broken = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !document.getElementById(href.slice(1))),
    );
  assert.deepEqual(broken, []);
  await close();
});

test('words set the figure they speak of, from the keyboard too', async () => {
  const { page, problems, close } = await openArticle();
  // Every one has a figure, and becomes a button once that is registered.
  await page.waitForFunction(() => !document.querySelector('[data-try]:not(:has(> .try))'));
  const tries = await page.locator('[data-try]').all();
  assert.ok(tries.length > 10);
  for (const words of tries) {
    await words.getByRole('button').press('Enter');
    // As asked for: what a widget cannot take, it leaves out.
    const [asked, taken] = await words.evaluate(async (node) => {
      const [id, state] = String(node.getAttribute('data-try')).split('?');
      const widget = /** @type {any} */ (document.getElementById(id));
      await widget.ready;
      const asked = Object.fromEntries(new URLSearchParams(state));
      const texts = Object.keys(asked).map((name) => [name, [widget.state[name]].flat().join(' ')]);
      return [asked, Object.fromEntries(texts)];
    });
    assert.deepEqual(taken, asked);
  }
  await page
    .getByRole('button', { name: /has almost gone|sigmoid at x/ })
    .first()
    .press('Enter');
  assert.deepEqual(
    await page.evaluate(() => {
      const { activation, x } = /** @type {any} */ (document.getElementById('explorer')).state;
      return { activation, x };
    }),
    { activation: 'sigmoid', x: -3 },
  );
  assert.deepEqual(problems, []);
  await close();
});

test('figures of a group share their x, and leave the others alone', async () => {
  const { page, problems, close } = await openArticle();
  const read = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[group]')].map((/** @type {any} */ node) => ({
        id: node.id,
        group: node.group,
        x: node.x,
      })),
    );
  const figures = await read();
  const groups = [...new Set(figures.map(({ group }) => group))];
  assert.ok(groups.length >= 5 && figures.length > groups.length, `${groups}`);
  for (const group of groups) {
    const before = await read();
    const { id } = before.find((figure) => figure.group === group) ?? { id: '' };
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.locator(`#${id}`).evaluate((/** @type {any} */ node) => node.ready);
    await page.locator(`#${id} input[type=range].unseen`).press('Home');
    for (const [i, figure] of (await read()).entries())
      assert.equal(figure.x, figure.group === group ? -6 : before[i].x, figure.id);
  }
  assert.deepEqual(problems, []);
  await close();
});

test("both sides of tanh's identity follow the figure", async () => {
  const { page, close } = await openArticle();
  const shown = (/** @type {string} */ name) =>
    page.locator(`#identity [data-show="${name}"]`).textContent();
  assert.deepEqual([await shown('stretched'), await shown('tanh')], ['0.4621', '0.4621']);
  await page.locator('#see-tanh').scrollIntoViewIfNeeded();
  await page.locator('#see-tanh input[type=range]').first().press('ArrowRight');
  await page.waitForFunction(
    () => document.querySelector('#identity [data-show="x"]')?.textContent !== '0.5',
  );
  assert.equal(await shown('stretched'), await shown('tanh'));
  assert.notEqual(await shown('tanh'), '0.4621');
  const follows = async (/** @type {string} */ x) => {
    await page.locator('#identity [data-show="x"]').getByText(x, { exact: true }).waitFor();
    assert.equal(await shown('stretched'), await shown('tanh'));
  };
  await page.locator('[data-try="see-tanh?x=-2"] button').click();
  await follows('−2.00');
  await page.locator('#table-tanh').getByRole('button', { name: '−3' }).click();
  await follows('−3.00');
  await close();
});

test('nothing is cut or scrolls sideways at 320 px, which is 400 % zoom on 1280', async () => {
  const { page, close } = await openArticle({ viewport: { width: 320, height: 256 } });
  await readThrough(page);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((node) => !node.closest('.formula, .scroll, pre, .skip'))
      .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
      .map((node) => `${node.localName}#${node.id}`),
  );
  assert.deepEqual(wide, []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await close();
});

for (const width of [320, 360, 412]) {
  test(`on a phone ${width} px wide every formula and every word of a figure can be seen`, async () => {
    const { page, close } = await openArticle({
      viewport: { width, height: 800 },
      hasTouch: true,
      isMobile: true,
    });
    await readThrough(page);
    const cut = await page.evaluate(() => {
      /** @type {string[]} */
      const found = [];
      const scrolls = (/** @type {Element | null} */ node) => {
        for (; node; node = node.parentElement)
          if (/auto|scroll/.test(getComputedStyle(node).overflowX)) return true;
        return false;
      };
      const look = (/** @type {Document | ShadowRoot} */ root, /** @type {string} */ where) => {
        for (const node of root.querySelectorAll('*')) {
          if (node.shadowRoot) look(node.shadowRoot, `#${node.id}`);
          const { width, right } = node.getBoundingClientRect();
          const leaf = node.childElementCount === 0 && width > 1 && node.checkVisibility();
          const beyond = right > innerWidth + 1;
          if (leaf && beyond && (node.closest('math') || !scrolls(node)))
            found.push(`${where} ${node.localName} "${node.textContent}" ends at ${right}`);
        }
      };
      look(document, 'page');
      return found;
    });
    assert.deepEqual(cut, []);
    await close();
  });
}
