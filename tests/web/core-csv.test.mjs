// Points from text, through the API.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCore } from '../../dist/core.js';

const core = await loadCore();

test('texts that are read at the same time do not mix', async () => {
  const text = (/** @type {number} */ x, /** @type {number} */ rows) =>
    new TextEncoder().encode(`${x},0,a\n`.repeat(rows));
  const breathe = () => new Promise((resolve) => setTimeout(resolve));
  const tables = await Promise.all([
    core.readCsv(text(1, 100_000), breathe),
    core.readCsv(text(2, 100_000), breathe),
    core.readCsv(text(3, 1)),
  ]);
  assert.deepEqual(
    tables.map(({ labels, min, max }) => [labels.length, min[0], max[0]]),
    [
      [100_000, 1, 1],
      [100_000, 2, 2],
      [1, 3, 3],
    ],
  );
});

test('a byte order mark, as spreadsheets write it, is no part of the first number', async () => {
  const { points, header } = await core.readCsv(new TextEncoder().encode('\uFEFF1,2,a\n3,4,b\n'));
  assert.deepEqual([...points], [1, 2, 3, 4]);
  assert.equal(header, false);
});
