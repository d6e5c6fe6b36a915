import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { widgets } from '../../web/build/widgets.mjs';

/** @param {string} name */
const load = (name) => import(pathToFileURL(join('dist', name)).href);

test('index.js exports define and every class', async () => {
  const exports = await load('index.js');
  for (const name of ['define', ...widgets().map(({ className }) => className)]) {
    assert.equal(typeof exports[name], 'function', name);
  }
});

for (const [name, options] of /** @type {const} */ ([
  ['core.js', undefined],
  ['core.external.js', { wasm: readFileSync('dist/core.wasm') }],
])) {
  test(`${name} runs in Node`, async () => {
    const core = await (await load(name)).loadCore(options);
    assert.deepEqual([...core.evaluate('relu', Float32Array.of(-1, 0, 2)).value], [0, 0, 2]);
  });
}

test('evaluate fills arrays of the caller, x itself among them, and refuses others', async () => {
  const core = await (await load('core.js')).loadCore();
  const x = Float32Array.from({ length: 40_000 }, (_, i) => i / 1000 - 20);
  const expected = core.evaluate('gelu', x);
  const into = { value: x.slice(), derivative: new Float32Array(x.length) };
  assert.deepEqual(core.evaluate('gelu', into.value, {}, into), into);
  assert.deepEqual(into, expected);
  for (const [wrong, message] of /** @type {const} */ ([
    [
      { ...into, derivative: new Float32Array(3) },
      /into\.derivative must hold 40000 numbers, not 3/,
    ],
    [{ value: into.value }, /into\.derivative must be a Float32Array, not undefined/],
    [{ ...into, value: [] }, /into\.value must be a Float32Array, not Array/],
  ]))
    assert.throws(() => core.evaluate('gelu', x, {}, wrong), message);
});
