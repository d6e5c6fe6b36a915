// The golden hashes of training, in every engine and in Node. Natively, and in wasm with and without
// SIMD, tests/src/golden_training_test.cpp finds the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { engines } from '../browsers/engines.mjs';
import { record } from '../robustness/figures.mjs';
import { emptyPage, startEngine } from './page.mjs';

const header = readFileSync('tests/reference/golden_training.h', 'utf8');
const updates = Number(/golden_updates = ([\d']+)/.exec(header)?.[1].replaceAll("'", ''));
const rows = [...header.matchAll(/^ +\{(".*")\},$/gm)].map(([, row]) => JSON.parse(`[${row}]`));

/**
 * Trains one network after the other and hashes its parameters; runs in the page as it is.
 * @param {{ rows: any[][], updates: number, url: string }} argument
 */
async function train({ rows, updates, url }) {
  const { loadCore } = await import(url);
  const core = await loadCore();
  const hashes = [];
  for (const row of rows) {
    const [widths, activation, loss, optimizer, learningRate, init, residual, batchSize] =
      row.slice(1, 9);
    const [l1, l2, data, samples, classes] = row.slice(9, 14);
    const layers = widths.split(' ').map(Number);
    const network = core.createNetwork({
      ...{ layers, activation, loss, optimizer, learningRate, init, residual, batchSize, l1, l2 },
    });
    const { points, labels } = core.dataset(data, { samples, classes });
    network.train(points, labels, updates);
    // FNV-1a, as tests/src/hash.h has it.
    let hash = 0xcbf29ce484222325n;
    for (const byte of new Uint8Array(network.parameters.buffer)) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
    hashes.push([row[0], hash.toString(16).padStart(16, '0')]);
    network.dispose();
  }
  return { hashes, simd: core.simd };
}

const golden = rows.map((row) => [row[0], row[14]]);

test('the header has a row for every configuration', () => {
  assert.equal(updates, 10_000);
  assert.equal(rows.length, 24);
});

test(`Node: ${updates} updates of each configuration end in the golden bits`, async () => {
  const url = new URL('../../dist/core.js', import.meta.url).href;
  assert.deepEqual((await train({ rows, updates, url })).hashes, golden);
});

for (const name of engines) {
  test(`${name}: ${updates} updates of each configuration end in the golden bits`, async () => {
    const engine = await startEngine(name);
    const { url, root } = emptyPage();
    const tab = await engine.open();
    await tab.goto(url);
    const found = await tab.evaluate(train, { rows, updates, url: `${root}dist/core.js` });
    assert.deepEqual(found, { hashes: golden, simd: true });
    record(`golden ${name}`, { configurations: golden.length, updates: golden.length * updates });
    await tab.close();
  });
}
