// Anything in any argument of the headless API: a value, or a RangeError or TypeError with a
// sentence. Never a trap of the module, never another error, and afterwards everything still works.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { record } from '../robustness/figures.mjs';
import { run } from './texts.mjs';

const { loadCore } = await import('../../dist/core.js');
/** @type {any} */
const core = await loadCore();

const ids = core.activations.map((/** @type {any} */ { id }) => id);

const number = fc.oneof(
  fc.integer({ min: -2, max: 70 }),
  fc.double(),
  fc.constantFrom(NaN, Infinity, -0, 2 ** 31, 2 ** 32, 2 ** 53, -1e308, 0.5, 256, 257, 1e6 + 1),
);
const floats = fc.oneof(
  fc.float32Array({ maxLength: 40 }),
  fc.constantFrom(new Float32Array(0), new Float32Array(1e4), Float32Array.of(NaN, Infinity)),
);
const labels = fc.oneof(
  fc.uint8Array({ maxLength: 20 }),
  fc.uint8Array({ maxLength: 20, max: 1 }),
  fc.constant(new Uint8Array(1e4)),
);
const name = fc.constantFrom(
  ...ids,
  ...['circles', 'xor', 'moons', 'spirals', 'adam', 'sgd', 'bce', 'cross_entropy', 'mse'],
  ...['he_normal', 'zeros', 'constructor', '__proto__', ''],
);
/** Arguments that may be right, and anything else. */
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(number, floats, labels, name) },
  fc.anything({ withTypedArray: true, withBigInt: true, withNullPrototype: true }),
);

const options = (/** @type {string[]} */ keys) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(Object.fromEntries(keys.map((key) => [key, anything])), {
        requiredKeys: [],
      }),
    },
    anything,
  );

const network = fc.record(
  {
    layers: fc.oneof(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 6 }),
      fc.array(number, { maxLength: 70 }),
      anything,
    ),
    activation: fc.oneof(fc.constantFrom(...ids), fc.array(name), anything),
    activationParameters: fc.oneof(fc.record({ alpha: number }), anything),
    residual: anything,
    ...Object.fromEntries(
      ['init', 'loss', 'optimizer'].map((key) => [key, fc.oneof(name, anything)]),
    ),
    ...Object.fromEntries(
      ['seed', 'learningRate', 'momentum', 'beta1', 'beta2', 'l1', 'l2', 'batchSize', 'odd'].map(
        (key) => [key, fc.oneof(number, anything)],
      ),
    ),
  },
  { requiredKeys: ['layers'] },
);

const grid = fc.oneof(
  fc.record(
    {
      ...Object.fromEntries(['xMin', 'xMax', 'yMin', 'yMax'].map((key) => [key, number])),
      ...Object.fromEntries(
        ['width', 'height', 'firstRow', 'rows'].map((key) => [key, fc.oneof(number, fc.nat(40))]),
      ),
    },
    { requiredKeys: ['xMin', 'xMax', 'yMin', 'yMax', 'width', 'height'] },
  ),
  anything,
);

/** What JavaScript says of code that did not check. */
const stumble =
  /Cannot (read|convert|destructure|mix)|is not (a function|iterable|defined)|out of bounds|Invalid (typed )?array/;

let cases = 0;

/** @param {() => any} call */
async function allowed(call) {
  cases++;
  try {
    return await call();
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    assert.match(name, /^(RangeError|TypeError)$/, `${name}: ${message}`);
    assert.ok(message.length > 5, message);
    assert.doesNotMatch(message, stumble, 'an error of the engine, not of ours');
    return undefined;
  }
}

/** @type {[string, fc.Arbitrary<any[]>][]} */
const calls = [
  ['evaluate', fc.tuple(fc.oneof(name, anything), fc.oneof(floats, anything), anything, anything)],
  ['gaussian', fc.tuple(fc.oneof(floats, anything))],
  ['dataset', fc.tuple(fc.oneof(name, anything), options(['samples', 'noise', 'seed', 'classes']))],
  ['widest', fc.tuple(fc.oneof(floats, anything), fc.oneof(number, anything))],
  [
    'contour',
    fc.tuple(
      fc.oneof(fc.float32Array({ minLength: 12, maxLength: 12 }), floats, anything),
      fc.oneof(fc.constant({ width: 4, height: 3 }), options(['width', 'height', 'level'])),
    ),
  ],
  ['readCsv', fc.tuple(fc.oneof(fc.uint8Array({ maxLength: 200 }), labels, anything))],
  [
    'gradientFlow',
    fc.tuple(
      options(['activation', 'depth', 'width', 'init', 'residual', 'seed', 'batch', 'alpha']),
    ),
  ],
  [
    'collapse',
    fc.tuple(
      fc.oneof(
        fc.array(
          fc.record({
            W: fc.oneof(fc.array(fc.array(number, { maxLength: 4 }), { maxLength: 4 }), anything),
            b: fc.oneof(fc.array(number, { maxLength: 4 }), anything),
          }),
          { maxLength: 4 },
        ),
        anything,
      ),
    ),
  ],
];

for (const [method, arguments_] of calls) {
  test(`core.${method}: any arguments give a value, or an error with a sentence`, async () => {
    assert.equal(typeof core[method], 'function');
    await fc.assert(
      fc.asyncProperty(arguments_, async (given) => {
        await allowed(() => core[method](...given));
        assert.equal(core.evaluate('relu', Float32Array.of(3)).value[0], 3);
      }),
      run(1000),
    );
  });
}

test('networks: any options, and any arguments of any method, give a value, or an error with a sentence', async () => {
  const methods = ['train', 'predict', 'predictGrid', 'activations', 'activationGrids'];
  methods.push('regionGrid', 'kinkLines', 'loss', 'accuracy', 'gradients', 'layerStatistics');
  methods.push('setLearningRate', 'dispose');
  const act = fc.tuple(
    fc.constantFrom(...methods, 'parameters'),
    fc.oneof(floats, grid, anything),
    fc.oneof(labels, number, anything),
    fc.oneof(fc.integer({ min: -1, max: 20 }), anything),
  );
  await fc.assert(
    fc.asyncProperty(network, fc.array(act, { maxLength: 8 }), async (options, acts) => {
      const made = await allowed(() => core.createNetwork(options));
      if (!made) return;
      for (const [method, ...given] of acts) {
        await allowed(() => {
          if (method !== 'parameters') return made[method](...given);
          made.parameters = given[0];
          return made.parameters;
        });
      }
      made.dispose();
    }),
    run(3000),
  );
  record('hostile core', { cases });
});

test('after all that the module is whole: a network learns, and as many fit as did before', async () => {
  const { points, labels } = core.dataset('moons', {});
  const networks = Array.from({ length: 256 }, () => core.createNetwork({ layers: [2, 4, 1] }));
  assert.throws(() => core.createNetwork({ layers: [2, 4, 1] }), /not enough memory/);
  const [learner] = networks;
  learner.train(points, labels, 500);
  assert.ok(learner.accuracy(points, labels) > 0.85);
  for (const each of networks) each.dispose();
});
