// The packed package in the hands of its users: installed, built and opened in a real Chromium.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium } from '../browsers/chromium.mjs';
import { serve } from '../browsers/serve.mjs';
import { pack } from '../packing/pack.mjs';
import { install, runScript, startServer } from './consumer.mjs';
import { tryExplorer, visit } from './visit.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof pack>>} */
let packed;
before(async () => {
  packed = await pack('consumed');
  browser = await launchChromium();
});
after(() => browser?.close());

/** What only the trainer has. */
const trainer = /createNetwork|trainNetwork/;

/**
 * The explorer answers, nothing is said, nothing is loaded that it does not need, and nothing twice.
 * @param {string} url
 * @param {{ toggles?: boolean }} [options] whether the page has a button for `preview`
 */
async function holds(url, { toggles = false } = {}) {
  const { page, problems, scripts, close } = await visit(browser, url);
  const { given, fallback, key, drag, started } = await tryExplorer(page);
  assert.deepEqual(given, { activation: 'gelu', x: 0.5, preview: true });
  assert.equal(fallback, false);
  assert.equal(key, 'x = 0.6');
  assert.ok(drag > 2 && drag < 5, `dragged to ${drag}`);
  assert.equal(started.length, 1, 'one WebAssembly module');
  if (toggles) {
    const explorer = page.locator('activation-explorer');
    const preview = () => explorer.evaluate((/** @type {any} */ node) => node.preview);
    await page.getByRole('button', { name: 'preview' }).click();
    assert.equal(await preview(), false);
    await page.getByRole('button', { name: 'preview' }).click();
    assert.equal(await preview(), true);
  }
  const loaded = await scripts();
  assert.ok(loaded.length > 0);
  assert.deepEqual(
    loaded.filter(({ text }) => trainer.test(text)).map(({ url }) => url),
    [],
  );
  assert.deepEqual(problems, []);
  await close();
}

/** @type {[string, string, { toggles?: boolean, pages?: string[] }][]} */
const built = [
  ['vite', 'Vite, built', {}],
  ['webpack', 'webpack 5', { pages: ['', 'named.html'] }],
  ['esbuild', 'esbuild', { pages: ['', 'named.html'] }],
  ['react', 'React 19, rendered on a server and taken over in the browser', { toggles: true }],
  ['vue', 'Vue 3', { toggles: true }],
  ['svelte', 'Svelte 5', { toggles: true }],
  ['astro', 'Astro', {}],
];

for (const [name, title, options] of built) {
  test(`${title}: it builds without a word, and the explorer answers`, async (t) => {
    const folder = await install(name, packed);
    assert.deepEqual(runScript(folder, 'build'), { said: '', status: 0 });
    const server = await serve(join(folder, 'dist'));
    t.after(server.close);
    for (const page of options.pages ?? ['']) await holds(server.url + page, options);
  });
}

test('Vite, development server: the explorer answers, with nothing set in a configuration', async (t) => {
  const folder = await install('vite', packed);
  const server = await startServer(folder, 'dev.mjs');
  t.after(server.close);
  await holds(server.url);
});

test('a plain page with an import map: the explorer answers', async (t) => {
  const server = await serve(await install('import-map', packed));
  t.after(server.close);
  await holds(server.url);
});

for (const [page, title, built] of /** @type {const} */ ([
  ['', 'a worker', false],
  ['service.html', 'a service worker, where import() is not allowed,', false],
  ['built.html', 'a worker in one file, as Vite 7 makes it without a configuration,', true],
])) {
  test(`${title} computes and trains`, async (t) => {
    const folder = await install('worker', packed);
    if (built) assert.deepEqual(runScript(folder, 'build'), { said: '', status: 0 });
    const server = await serve(built ? join(folder, 'dist') : folder);
    t.after(server.close);
    const visited = await visit(browser, server.url + page);
    await visited.page.waitForFunction(() => document.querySelector('output')?.textContent);
    assert.equal(
      await visited.page.locator('output').textContent(),
      '{"relu":[0,2],"learned":true}',
    );
    assert.deepEqual(visited.problems, []);
    await visited.close();
  });
}

for (const [file, title] of [
  ['elements.mjs', 'core computes, and all elements are imported without a word'],
  ['external.mjs', 'core computes with its wasm in a file'],
  ['commonjs.cjs', 'CommonJS imports it, and requires it where Node can'],
]) {
  test(`Node, without a DOM: ${title}`, async () => {
    const folder = await install('node', packed);
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.deepEqual({ stdout, stderr, status }, { stdout: '[0,2]\n', stderr: '', status: 0 });
  });
}

test('TypeScript: right use passes and wrong use is refused, in every framework', async () => {
  const folder = await install('typescript', packed);
  assert.deepEqual(runScript(folder, 'build'), { said: '', status: 0 });
  const expected = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').match(/@ts-expect-error/g)?.length);
  assert.ok(
    expected.every((count) => Number(count) >= 2),
    'each file has wrong uses',
  );
});
