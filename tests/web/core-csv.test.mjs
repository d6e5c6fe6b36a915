// Reading points from text, as the headless API does it; the reader itself is tested in
// tests/src/csv_test.cpp.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadCore } from '../../web/core/index.js';

/** @type {any} */
let core;
before(async () => {
  core = await loadCore();
});

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test('what is no bytes is refused by its name', async () => {
  for (const wrong of [undefined, '1,2,a\n', new ArrayBuffer(4), Float32Array.of(1)]) {
    await assert.rejects(
      core.readCsv(wrong),
      /TypeError: readCsv: bytes must be a Uint8Array, not/,
    );
  }
});

test('of two texts at a time each comes out as if it were alone', async () => {
  // Another API of the same module, as every widget has its own.
  const other = await loadCore();
  // More than one portion, so that the second text begins while the first is being read.
  const long = bytes(Array.from({ length: 60_000 }, (_, i) => `${i},${-i},p\n`).join(''));
  const [a, b] = await Promise.all([core.readCsv(long), other.readCsv(bytes('1,2,q\n3,4,r\n'))]);
  assert.equal(a.labels.length, 60_000);
  assert.deepEqual(a.max, [59_999, 0]);
  assert.deepEqual(a.classes, ['p']);
  assert.deepEqual([...b.points], [1, 2, 3, 4]);
  assert.deepEqual(b.classes, ['q', 'r']);
});

test('after a pause that failed the next text is read', async () => {
  const failing = async () => {
    throw new Error('no pause');
  };
  await assert.rejects(core.readCsv(bytes('1,2,a\n'), failing), /no pause/);
  assert.equal((await core.readCsv(bytes('1,2,a\n'))).labels.length, 1);
});

test('the mark before the first row, and a class with a long name, are read as they are meant', async () => {
  const name = 'ä'.repeat(600);
  const table = await core.readCsv(bytes(`\uFEFF1,2,${name}\n3,4,b\n`));
  assert.deepEqual([...table.points], [1, 2, 3, 4]);
  assert.deepEqual(table.classes, [name, 'b']);
  assert.equal(table.header, false);
});
