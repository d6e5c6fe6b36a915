// Complaints that show in other people's tools, tried on the packed package.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { launchChromium } from '../browsers/chromium.mjs';
import { serve } from '../browsers/serve.mjs';
import { install, runScript, startServer } from '../consumers/consumer.mjs';
import { visit } from '../consumers/visit.mjs';
import { pack } from '../packing/pack.mjs';
import { installTools } from '../packing/tools.mjs';
import { scripts } from './scripts.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof pack>>} */
let packed;
before(async () => {
  packed = await pack('complained-of');
  browser = await launchChromium();
});
after(() => browser?.close());

test('complaint 2, Vite optimizer: a cold development server and a build serve the inline and the external wasm', async (t) => {
  const folder = await install('vite-external', packed);
  rmSync(join(folder, 'node_modules/.vite'), { recursive: true, force: true });
  const dev = await startServer(folder, 'dev.mjs');
  t.after(dev.close);
  assert.deepEqual(runScript(folder, 'build'), { said: '', status: 0 });
  const built = await serve(join(folder, 'dist'));
  t.after(built.close);
  for (const { url } of [dev, built]) {
    const { page, problems, close } = await visit(browser, url);
    await page.waitForFunction(() => document.querySelector('output')?.textContent);
    assert.equal(await page.locator('output').textContent(), 'inline 0,2; external 0,2');
    assert.deepEqual(problems, []);
    await close();
  }
});

test("complaint 3, Can't resolve 'fs': no output asks for anything of Node, as a bundler for browsers sees it", async () => {
  for (const { name, text } of scripts()) {
    assert.doesNotMatch(
      text,
      /\brequire\s*\(|(?:from|import)\s*\(?\s*["'`](?:node:|fs|path|url|module|worker_threads)/,
      name,
    );
  }
  await build({
    entryPoints: scripts()
      .filter(({ name }) => !name.includes('/') || name.startsWith('elements/'))
      .map(({ name }) => join('dist', name)),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    outdir: 'build/complaints/bundled',
    write: false,
    logLevel: 'silent', // what is not found is thrown
  });
});

test('complaint 19, relaxed SIMD on Safari: no module has any of its instructions', async () => {
  const wabt = await createRequire(join(await installTools('complaints'), 'package.json'))(
    'wabt',
  )();
  const known = {
    ...{ simd: true, bulk_memory: true, sign_extension: true, sat_float_to_int: true },
    ...{ mutable_globals: true, multi_value: true, reference_types: true },
  };
  /** @param {Uint8Array} bytes */
  const validate = (bytes) => {
    const module = wabt.readWasm(bytes, { ...known, relaxed_simd: false });
    module.validate();
    module.destroy();
  };
  const relaxed = wabt.parseWat(
    'relaxed.wat',
    '(module (func (param v128 v128 v128) (result v128) (f32x4.relaxed_madd (local.get 0) (local.get 1) (local.get 2))))',
    { ...known, relaxed_simd: true },
  );
  assert.throws(() => validate(relaxed.toBinary({}).buffer), 'what is looked for is found');
  for (const name of ['build/wasm/core.wasm', 'dist/core.wasm']) validate(readFileSync(name));
  const inline = /AGFzb[\w+/]+=*/.exec(readFileSync('build/wasm/activations.inline.js', 'utf8'));
  validate(Buffer.from(String(inline), 'base64'));
});

test('complaint 20, boolean attributes in React: none is true by default, and false takes each away, also on a server', async (t) => {
  const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const booleans = modules.flatMap((/** @type {any} */ { declarations: [element] }) =>
    element.attributes
      .filter((/** @type {any} */ { type }) => type.text === 'boolean')
      .map((/** @type {any} */ { name, default: start }) => [element.tagName, name, start]),
  );
  assert.ok(booleans.length >= 4);
  for (const [tag, name, start] of booleans) assert.equal(start, 'false', `${tag} ${name}`);

  const folder = await install('react', packed, 'build/complaints');
  assert.deepEqual(runScript(folder, 'build'), { said: '', status: 0 });
  const server = await serve(join(folder, 'dist'));
  t.after(server.close);
  const html = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  assert.match(html, /<activation-explorer [^>]*preview=""/);
  const { page, problems, close } = await visit(browser, server.url);
  const explorer = page.locator('activation-explorer');
  await explorer.evaluate((/** @type {any} */ node) => node.ready);
  const seen = () =>
    explorer.evaluate((/** @type {any} */ node) => [node.preview, node.getAttribute('preview')]);
  assert.deepEqual(await seen(), [true, '']);
  await page.getByRole('button', { name: 'preview' }).click();
  assert.deepEqual(await seen(), [false, null]);
  assert.deepEqual(problems, []);
  await close();
});
