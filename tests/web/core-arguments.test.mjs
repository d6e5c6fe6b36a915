// Arguments that would pass for right ones: each is refused, as the result would be silently wrong, or
// the engine's own error would name a variable of ours.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadCore } from '../../web/core/index.js';

/** @type {any} */
let core;
before(async () => {
  core = await loadCore();
});

const x = Float32Array.of(-1, 2);

test('labels left out are refused, even where those of an earlier call would still lie', () => {
  const { points, labels } = core.dataset('blobs', { samples: 60, classes: 4 });
  const network = core.createNetwork({ layers: [2, 3, 1] });
  const before = network.parameters;
  for (const nothing of [undefined, null, 0, '', false]) {
    for (const method of ['train', 'loss', 'accuracy', 'gradients', 'layerStatistics']) {
      assert.throws(
        () => network[method](points, nothing, 1),
        (error) =>
          String(error).startsWith(`TypeError: ${method}: labels must be a Uint8Array, not `),
        `${method} with ${nothing}`,
      );
    }
  }
  assert.throws(() => network.loss(points, [...labels]), /must be a Uint8Array, not Array/);
  assert.deepEqual(network.parameters, before);
  network.dispose();
});

test('parameters of an activation are an object, and of the layer they are given for', () => {
  for (const wrong of [0.5, true, '']) {
    assert.throws(
      () => core.evaluate('prelu', x, wrong),
      /TypeError: evaluate: parameters must be an object, not (0.5|true|"")/,
    );
  }
  const layers = [2, 2, 2, 1];
  const create = (/** @type {object} */ options) => () =>
    core.createNetwork({ layers, activation: ['prelu', 'swish'], ...options }).dispose();
  assert.throws(create({ activationParameters: 0.3 }), /activationParameters must be an object/);
  assert.throws(
    create({ activationParameters: [{ beta: 2 }, { alpha: 1 }] }),
    /RangeError: createNetwork: prelu has no parameter "beta"; it has alpha/,
  );
  create({ activationParameters: { alpha: 1, beta: 2 } })();
  // biome-ignore lint/suspicious/noSparseArray: that is what is tried
  create({ activationParameters: [, { beta: 2 }] })();
  // biome-ignore lint/suspicious/noSparseArray: that is what is tried
  assert.throws(create({ activation: ['prelu', ,] }), /unknown activation undefined; use one of/);
});

test('the text "false" is not taken for true', () => {
  for (const residual of ['false', 0, null, {}]) {
    assert.throws(
      () => core.createNetwork({ layers: [2, 2, 1], residual }),
      /TypeError: createNetwork: residual must be a boolean, not ("false"|0|null|Object)/,
    );
    assert.throws(
      () => core.gradientFlow({ residual }),
      /TypeError: gradientFlow: residual must be a boolean, not /,
    );
  }
  core.createNetwork({ layers: [2, 2, 1], residual: undefined }).dispose();
});

test('a typed array is no row of a matrix to be collapsed', () => {
  assert.throws(
    () => core.collapse([{ W: [Float64Array.of(1, 2)], b: [1] }]),
    /TypeError: collapse: layer 1: a row of W must be an array, not Float64Array/,
  );
});

test('what should be an object with numbers is refused by its name', () => {
  const network = core.createNetwork({ layers: [2, 3, 1] });
  for (const method of ['predictGrid', 'regionGrid', 'kinkLines']) {
    for (const wrong of [undefined, null, 3]) {
      assert.throws(
        () => network[method](wrong),
        new RegExp(`TypeError: ${method}: the rectangle`),
      );
    }
  }
  assert.throws(() => core.contour(x), /TypeError: contour: size must be an object, not undefined/);
  network.dispose();
});

test('a text where a number belongs is shown as a text', () => {
  assert.throws(() => core.dataset('xor', { samples: '3' }), /must be an integer, not "3"/);
});
