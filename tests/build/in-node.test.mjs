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
