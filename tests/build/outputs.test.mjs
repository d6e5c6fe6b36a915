// What every file in dist/ must be, whatever the widgets are.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { brotli } from '../../web/build/brotli.mjs';
import { bundleSingleElement } from '../../web/build/bundle.mjs';
import { frameworkTypes } from '../../web/build/describe/framework-types.mjs';
import { widgets } from '../../web/build/widgets.mjs';
import { scripts } from '../complaints/scripts.mjs';

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {number} limit
 */
function holdSize(name, bytes, limit) {
  const size = brotli(bytes);
  console.log(`${name}: ${size} bytes with brotli, at most ${limit}`);
  assert.ok(size <= limit, `${name} has ${size} bytes with brotli, ${size - limit} too many`);
}

test('the classic script is no module', () => {
  // Compiled as a script, `import.meta` and import or export statements are syntax errors.
  assert.doesNotThrow(() => new Script(readFileSync('dist/activation-widgets.js', 'utf8')));
});

test('the classic script also runs where there is no document: in a worker, by importScripts', async () => {
  /** @type {any} */
  const worker = createContext({ TextEncoder, TextDecoder, URL, performance, setTimeout, console });
  new Script(readFileSync('dist/activation-widgets.js', 'utf8')).runInContext(worker);
  const core = await worker.activationWidgets.loadCore();
  assert.ok(core.activations.length > 10);
});

test('core.js imports nothing on demand: it is for service workers, and for bundles in one file', async () => {
  const { metafile } = await build({
    entryPoints: ['dist/core.js'],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const kinds = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.map(({ kind }) => kind),
  );
  assert.deepEqual([...new Set(kinds)], ['import-statement']);
});

test('core.external.js alone asks where it lies: bundlers would write where their machine has the others', () => {
  const asking = scripts().filter(({ text }) => text.includes('import.meta'));
  assert.deepEqual(
    asking.map(({ name }) => name),
    ['core.external.js'],
  );
});

test('every file package.json names is there', () => {
  const facts = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = Object.values(facts.exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  const { unpkg, jsdelivr, customElements, 'web-types': webTypes } = facts;
  const files = [...named, unpkg, jsdelivr, customElements, webTypes].flatMap((file) =>
    (file.includes('frameworks/') ? Object.keys(frameworkTypes) : widgets().map(({ tag }) => tag))
      // A name without a star stays what it is.
      .map((name) => file.replace('*', name)),
  );
  for (const file of files) assert.ok(existsSync(file), file);
});

test('the explorer alone, JavaScript and wasm in one file, has at most 25.0 kB', async () => {
  const [explorer] = widgets().filter(({ tag }) => tag === 'activation-explorer');
  holdSize('activation-explorer', await bundleSingleElement(explorer), 25_050);
});

test('the engine and the activations, without what widgets add, have at most 16.6 kB', () => {
  holdSize('engine.wasm', readFileSync('build/wasm/engine/engine.wasm'), 16_600);
});

test('the wasm with networks has at most 23 kB', () => {
  holdSize('core.wasm', readFileSync('dist/core.wasm'), 23_000);
});

// 60 kB are wanted: see README, Sizes.
test('the classic script with everything has at most 78.1 kB', () => {
  holdSize('activation-widgets.js', readFileSync('dist/activation-widgets.js'), 78_100);
});
