// The site as a folder: opened by double click, from a USB stick, from a subfolder of a server. Each
// page of it works, asks nobody for anything, and each widget answers a drag.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { widgets as allWidgets } from '../../web/build/widgets.mjs';
import { serve } from '../browsers/serve.mjs';
import { folder, openArticle } from './site.mjs';

/** @typedef {import('playwright-core').Page} Page */

// A place that nothing was built for, with a name that addresses must escape.
const stick = mkdtempSync(join(tmpdir(), 'USB stick #1 % ü '));
cpSync(folder, join(stick, 'some/folder'), { recursive: true });
after(() => rmSync(stick, { recursive: true }));
const known = allWidgets();
const server = await serve(stick);
after(() => server.close());

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => (name === 'embed.html' ? 'embed.html#gaussian-gate?x=2' : name));

/** @param {string} name */
const onDisk = (name) => {
  const [path, fragment] = name.split('#');
  return `${pathToFileURL(join(stick, 'some/folder', path)).href}${fragment ? `#${fragment}` : ''}`;
};

for (const [where, address] of /** @type {[string, (name: string) => string][]} */ ([
  ['on a page opened as file://', onDisk],
  ['in a subfolder of a server', (name) => `${server.url}some/folder/${name}`],
])) {
  for (const name of pages) {
    test(`${name}, ${where}: every widget answers a drag, nothing is asked of anyone else`, async () => {
      const { page, requests, problems, close } = await openArticle({ url: address(name) });
      await page.waitForFunction(() => document.readyState === 'complete');
      const widgets = await page
        .locator(':defined')
        .filter({ visible: true })
        .evaluateAll((nodes) =>
          nodes
            .filter((node) => 'ready' in node && node.shadowRoot)
            .map((node, i) => {
              node.setAttribute('data-test', String(i));
              return node.localName;
            }),
        );
      for (const { tag } of known.filter(({ tag }) => name === `docs/${tag}.html`))
        assert.ok(widgets.includes(tag));
      if (!name.startsWith('docs/')) assert.ok(widgets.length > 0);
      for (const [i, tag] of widgets.entries()) {
        assert.ok(await answersDrag(page, `[data-test="${i}"]`), `${tag} ${i + 1}`);
      }
      const base = where.includes('file') ? onDisk('').replace(/some.folder.*/, '') : server.url;
      assert.deepEqual(
        requests.filter((url) => !url.startsWith(base) && !/^(data|blob):/.test(url)),
        [],
      );
      assert.deepEqual(problems, []);
      await close();
    });
  }
}

/**
 * Drags across what can be dragged, pictures first, until the widget says something else.
 * @param {Page} page
 * @param {string} selector
 */
async function answersDrag(page, selector) {
  const widget = page.locator(selector);
  await widget.scrollIntoViewIfNeeded();
  await widget.evaluate((/** @type {any} */ node) => node.ready);
  const told = () =>
    widget.evaluate((/** @type {any} */ node) =>
      [
        JSON.stringify(node.state),
        node.shadowRoot.textContent,
        ...[...node.shadowRoot.querySelectorAll('[aria-valuetext]')].map((each) =>
          each.getAttribute('aria-valuetext'),
        ),
      ].join(),
    );
  const before = await told();
  for (const target of await widget.locator('.picture, input[type=range]').all()) {
    if (!(await target.isVisible())) continue;
    await target.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const box = await target.boundingBox();
    if (!box || box.width < 60) continue;
    const at = (/** @type {number} */ share) => box.x + share * box.width;
    const y = box.y + box.height / 2;
    await page.mouse.move(at(0.3), y);
    await page.mouse.down();
    let answered = false;
    for (const share of [0.5, 0.72]) {
      await page.mouse.move(at(share), y + 1, { steps: 3 });
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
      );
      answered ||= (await told()) !== before;
    }
    await page.mouse.up();
    if (answered) return true;
  }
  return false;
}
