// What the module's own functions do with an index, a count or a handle that does not exist: nothing.
// web/core asks for none; a fault there must not reach into memory that is not the caller's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import createCore from '../../build/wasm/core.inline.js';

const raw = /** @type {any} */ (await createCore());
const beyond = [-1, 1000, 2 ** 31 - 1, -(2 ** 31)];

/** @type {Record<string, (n: number) => any[]>} arguments of which n is the wrong one */
const calls = {
  activationText: (n) => [n],
  activationNumbers: (n) => [n],
  csvClass: (n) => [n],
  greatestSlope: (n) => [n, 0],
  slopeProducts: (n) => [0.5, n],
  neuronInputs: (n) => [1, n],
  neuronPass: (n) => [0, 0.1, 1, n],
  planeRandom: (n) => [1, n],
  planeStages: (n) => [n, 0, 0, 1],
  planeBends: (n) => [n],
  planeCollapse: (n) => [n],
  flowCreate: (n) => [0, 0, n, 0, false, 1, 8],
  flowBegin: (n) => [n, 4],
  flowAdvance: (n) => [n, 3],
  flowResult: (n) => [n],
  flowDispose: (n) => [n],
  networkTrain: (n) => [n, 1, 1],
  widest: (n) => [n, 2],
};

for (const [name, wrong] of Object.entries(calls)) {
  test(`${name} refuses what does not exist`, () => {
    for (const n of beyond) {
      const result = raw[name](...wrong(n));
      const nothing = !result || result.length === 0 || Number.isNaN(result);
      assert.ok(nothing, `${name}(${wrong(n)}) gives ${result}`);
    }
  });
}

test('an activation that does not exist is refused where it is an argument among others', () => {
  for (const n of beyond) {
    assert.equal(raw.neuronPass(n, 0.1, 1, 8).length, 0);
    assert.equal(raw.planeStages(2, n, 0, 1).length, 0);
    assert.equal(raw.flowCreate(n, 0, 8, 0, false, 1, 8), 0);
  }
});

test('a flow keeps its depth when it is asked for one that does not exist', () => {
  const handle = raw.flowCreate(0, 0, 8, 0, false, 1, 8);
  raw.flowBegin(handle, 5);
  for (const n of [0, 65, ...beyond]) raw.flowBegin(handle, n);
  assert.equal(raw.flowResult(handle).length, 4 * 5);
  raw.flowDispose(handle);
  assert.equal(raw.flowResult(handle).length, 0);
  assert.equal(raw.flowAdvance(handle, 1), false);
});

test('evaluate and gaussian leave their memory alone when asked for more than it holds', () => {
  const scratch = raw.scratch();
  scratch.fill(7);
  for (const n of [scratch.length / 3 + 1, 2 ** 31 - 1, -1, -(2 ** 31)]) {
    raw.evaluate(0, n, 0);
    raw.gaussian(n);
  }
  raw.evaluate(1000, 4, 0);
  assert.ok(scratch.every((/** @type {number} */ x) => x === 7));
});
