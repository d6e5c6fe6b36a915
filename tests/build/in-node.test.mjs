import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { widgets } from '../../web/build/widgets.mjs';

/** @param {string} name */
const load = (name) => import(new URL(name, pathToFileURL('dist/')).href);

test('index.js exports define and every class', async () => {
  const exports = await load('index.js');
  for (const name of ['define', ...widgets().map(({ className }) => className)]) {
    assert.equal(typeof exports[name], 'function', name);
  }
});

const file = pathToFileURL(join('dist', 'core.wasm'));
test('core.js takes other bytes than its own, too, and says what it does not take', async () => {
  // The first start that succeeds decides, so this comes before the others.
  const { loadCore } = await load('core.js');
  const wrong = /** @type {any} */ ({ wasm: 3 });
  await assert.rejects(loadCore(wrong), /wasm must be a URL or bytes, not 3/);
  await assert.rejects(loadCore({ wasm: new Uint8Array(9) }), /did not start/);
  assert.ok((await loadCore({ wasm: file })).simd);
});

for (const [name, title, options] of /** @type {const} */ ([
  ['core.js', '', undefined],
  ['core.external.js', ', with the file beside it', undefined],
  ['core.external.js', ', with a file', { wasm: file }],
  ['core.external.js', ', with bytes', { wasm: readFileSync(file) }],
])) {
  test(`${name} runs in Node${title}`, async () => {
    const { loadCore } = await load(`${name}?${title}`);
    const core = await loadCore(options);
    assert.deepEqual([...core.evaluate('relu', Float32Array.of(-1, 0, 2)).value], [0, 0, 2]);
  });
}

test('core.external.js in Node says which file it has not found, and what to do', async () => {
  const { loadCore } = await load('core.external.js?none');
  await assert.rejects(
    loadCore({ wasm: new URL('none.wasm', file) }),
    /did not start \(file:.*none\.wasm: ENOENT.*; loadCore\({ wasm }\) takes another URL, or the bytes\)$/,
  );
});

test('evaluate fills arrays of the caller, x itself among them, and refuses others', async () => {
  const core = await (await load('core.js')).loadCore();
  const x = Float32Array.from({ length: 40_000 }, (_, i) => i / 1000 - 20);
  const expected = core.evaluate('gelu', x);
  const into = { value: x.slice(), derivative: new Float32Array(x.length) };
  assert.equal(core.evaluate('gelu', into.value, {}, into), into);
  assert.deepEqual(into, expected);
  for (const [wrong, message] of /** @type {const} */ ([
    [
      { ...into, derivative: new Float32Array(3) },
      /into\.derivative must hold 40000 numbers, not 3/,
    ],
    [{ value: into.value }, /into\.derivative must be a Float32Array, not undefined/],
    [{ ...into, value: [] }, /into\.value must be a Float32Array, not Array/],
    [{ value: into.value, derivative: into.value }, /the arrays of into overlap/],
    [{ ...into, value: new Float32Array(x.buffer, 0, 3) }, /into\.value overlaps x/],
  ]))
    assert.throws(() => {
      const input = String(message).includes('overlaps x') ? x.subarray(1, 4) : x;
      core.evaluate('gelu', input, {}, wrong);
    }, message);
});

test('readCsv takes texts of any length, in a core that has done nothing before', async () => {
  const { loadCore } = await load('core.js');
  for (let length = 5; length <= 36; length++) {
    const core = await loadCore();
    const text = '1,2,'.padEnd(length, 'a');
    const { points, classes } = await core.readCsv(new TextEncoder().encode(text));
    assert.deepEqual([[...points], classes], [[1, 2], [text.slice(4)]], `${length} bytes`);
  }
  const core = await loadCore();
  const rows = 50_000;
  const { labels } = await core.readCsv(new TextEncoder().encode('0.5,-2,a\n'.repeat(rows)));
  assert.equal(labels.length, rows);
});

test('readCsv takes no longer for zeros with huge exponents than for other numbers', async () => {
  const core = await (await load('core.js')).loadCore();
  /** @param {string} row */
  const time = async (row) => {
    const bytes = new TextEncoder().encode(row.repeat(10_000));
    let best = Infinity;
    for (let i = 0; i < 3; i++) {
      const begin = performance.now();
      const { labels } = await core.readCsv(bytes);
      best = Math.min(best, performance.now() - begin);
      assert.equal(labels.length, 10_000);
    }
    return best;
  };
  const ratio = (await time('0e99999,0e99999,a\n')) / (await time('0.54321,0.12345,a\n'));
  assert.ok(ratio < 20, `${ratio} times as long`); // it was 100
});
