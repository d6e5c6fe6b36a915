// What every file in dist/ must be, whatever the widgets are.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundleSingleElement } from '../../web/build/bundle.mjs';
import { frameworkTypes } from '../../web/build/describe/framework-types.mjs';
import { pack } from '../../web/build/packed-bytes.js';
import { widgets } from '../../web/build/widgets.mjs';

const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(join('dist', name), 'utf8') }));

/** @param {Uint8Array} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

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

test('no output makes code from text', () => {
  assert.ok(scripts.length > 5);
  for (const { name, text } of scripts) {
    assert.doesNotMatch(text, /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*["'`]/, name);
  }
});

test('the package holds each inline wasm once, the external build none', () => {
  const start = pack(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  const withWasm = scripts.filter(({ text }) => text.includes(start)).map(({ name }) => name);
  const chunks = withWasm.filter((name) => name.startsWith('chunks/'));
  assert.deepEqual(chunks.map((name) => name.replace(/-.*/, '')).sort(), [
    'chunks/activations.inline',
    'chunks/core.inline',
  ]);
  assert.deepEqual(
    withWasm.filter((name) => !chunks.includes(name) && !name.startsWith('site/')),
    ['activation-widgets.js'],
  );
});

test('the external build refers to the wasm beside it in the way bundlers understand', () => {
  const text = readFileSync('dist/core.external.js', 'utf8');
  assert.match(text, /new URL\("core\.wasm",\s*import\.meta\.url\)/);
});

test('the classic script is no module', () => {
  // Compiled as a script, `import.meta` and import or export statements are syntax errors.
  assert.doesNotThrow(() => new Script(readFileSync('dist/activation-widgets.js', 'utf8')));
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

test('the explorer alone, JavaScript and wasm in one file, has at most 30 kB', async () => {
  const [explorer] = widgets().filter(({ tag }) => tag === 'activation-explorer');
  holdSize('activation-explorer', await bundleSingleElement(explorer), 30_000);
});

// 60 kB are wanted: see README, Sizes.
test('the classic script with everything has at most 84 kB', () => {
  holdSize('activation-widgets.js', readFileSync('dist/activation-widgets.js'), 84_000);
});
