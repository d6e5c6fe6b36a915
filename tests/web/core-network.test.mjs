// The typed API of networks, data sets, contours, gradient flow and collapse, on the built module.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadCore } from '../../web/core/index.js';

/** @type {Awaited<ReturnType<typeof loadCore>>} */
let core;
before(async () => {
  core = await loadCore();
});

const grid = { xMin: -1, xMax: 1, yMin: -1, yMax: 1, width: 40, height: 30 };

test('a network learns circles and says so in every way there is', () => {
  const { points, labels } = core.dataset('circles', { samples: 300, noise: 0.05 });
  const network = core.createNetwork({ layers: [2, 8, 8, 1] });
  const report = network.train(points, labels, 2000);
  assert.equal(report.step, 2000);
  assert.equal(report.finite, true);
  assert.ok(network.accuracy(points, labels) >= 0.97);
  assert.ok(network.loss(points, labels) < 0.1);
  const right = network.predict(points).filter((p, i) => p >= 0.5 === (labels[i] === 1)).length;
  assert.equal(right / labels.length, network.accuracy(points, labels));
  const [line] = core.contour(network.predictGrid(grid), grid);
  assert.deepEqual([...line.slice(0, 2)], [...line.slice(-2)], 'the boundary is a closed curve');
  network.dispose();
});

test('a grid of predictions goes into an array one has', () => {
  const network = core.createNetwork({ layers: [2, 3, 1] });
  const small = { ...grid, width: 4, height: 5 };
  const all = new Float32Array(20).fill(7);
  const rows = all.subarray(4, 12);
  assert.equal(network.predictGrid({ ...small, firstRow: 1, rows: 2 }, rows), rows);
  assert.deepEqual(rows, network.predictGrid(small).slice(4, 12));
  assert.equal(all[3], 7);
  assert.equal(all[12], 7);
  assert.throws(
    () => network.predictGrid(small, rows),
    /RangeError: predictGrid: into must have 20/,
  );
  network.dispose();
});

test('the same seed gives the same network, and parameters carry it over', () => {
  const { points, labels } = core.dataset('moons');
  const options = { layers: [2, 6, 6, 1], activation: 'prelu', residual: true };
  const [a, b, c] = [options, options, { ...options, seed: 1 }].map(core.createNetwork);
  a.train(points, labels, 50);
  for (const steps of [20, 30]) b.train(points, labels, steps);
  assert.deepEqual(a.parameters, b.parameters);
  assert.equal(a.parameters.length, 3 * 6 + 1 + 7 * 6 + 1 + 7);
  c.parameters = a.parameters;
  assert.deepEqual(c.predict(points), a.predict(points));
  for (const network of [a, b, c]) network.dispose();
});

test('gradients and statistics come by layer', () => {
  const { points, labels } = core.dataset('blobs', { classes: 4 });
  const network = core.createNetwork({ layers: [2, 5, 4], activation: 'relu' });
  const gradients = network.gradients(points, labels);
  assert.equal(gradients.length, network.parameters.length);
  const statistics = network.layerStatistics(points, labels);
  assert.equal(statistics.length, 2);
  const norm = Math.hypot(...gradients.subarray(0, 10));
  assert.ok(Math.abs(statistics[0].gradientNorm - norm) < 1e-6);
  assert.ok(statistics[0].deadFraction >= 0 && statistics[0].saturatedFraction <= 1);
  const probabilities = network.predict(points.subarray(0, 2));
  assert.equal(probabilities.length, 4);
  assert.ok(Math.abs(probabilities.reduce((a, b) => a + b) - 1) < 1e-6);
  network.dispose();
});

test('slices of a grid are the grid, and inner views have their shapes', () => {
  const network = core.createNetwork({ layers: [2, 5, 3, 1], activation: 'relu' });
  const whole = network.predictGrid(grid);
  const slices = [0, 10, 20].map((firstRow) =>
    network.predictGrid({ ...grid, firstRow, rows: 10 }),
  );
  assert.deepEqual(new Float32Array(slices.flatMap((slice) => [...slice])), whole);
  assert.deepEqual(
    network.activationGrids(grid, 1).map((picture) => picture.length),
    [1200, 1200, 1200],
  );
  assert.equal(network.activations(new Float32Array(8), 0).length, 20);
  assert.ok(new Set(network.regionGrid(grid)).size > 5);
  const lines = network.kinkLines(grid);
  assert.ok(lines.every(({ unit, x0, y1 }) => unit < 5 && Math.abs(x0) <= 1 && Math.abs(y1) <= 1));
  network.dispose();
});

test('divergence is reported with its step, and the parameters before it are kept', () => {
  const { points, labels } = core.dataset('xor');
  const options = { layers: [2, 8, 1], activation: 'relu', loss: 'mse', optimizer: 'sgd' };
  const network = core.createNetwork({ ...options, learningRate: 1e6 });
  const report = network.train(points, labels, 1000);
  assert.equal(report.finite, false);
  assert.ok(report.step < 100);
  assert.ok(network.parameters.every(Number.isFinite));
  network.dispose();
});

test('gradient flow tells vanishing gradients far below the range of float', () => {
  const flow = core.gradientFlow({
    activation: 'sigmoid',
    depth: 64,
    width: 16,
    init: 'lecun_normal',
  });
  assert.equal(flow.gradientNorm.length, 64);
  assert.ok(flow.gradientNorm[0] > 0 && flow.gradientNorm[0] < 1e-38);
  assert.ok(flow.slopeProduct[0] < 1e-38 && flow.slopeProduct[63] > 0.2);
  assert.equal(flow.activationStd.length, 64);
});

test('a stack of linear layers collapses to one', () => {
  const layers = [
    {
      W: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      b: [1, 0, -1],
    },
    {
      W: [
        [1, 1, 1],
        [0, 2, -1],
      ],
      b: [0.5, 0],
    },
  ];
  assert.deepEqual(core.collapse(layers), {
    W: [
      [9, 12],
      [1, 2],
    ],
    b: [0.5, 1],
  });
});

test('of a large picture no line of equal value is lost', () => {
  // A chequerboard: every pair of neighbours is crossed by a line.
  const side = 800;
  const values = Float32Array.from(
    { length: side * side },
    (_, i) => (i + Math.floor(i / side)) % 2,
  );
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0);
  const closed = (/** @type {Float32Array} */ line) =>
    Number(line[0] === line[line.length - 2] && line[1] === line[line.length - 1]);
  const lines = core.contour(values, { width: side, height: side });
  const vertices = sum(lines.map((line) => line.length / 2 - closed(line)));
  assert.equal(vertices, 2 * side * (side - 1));
});

test('memory that networks give back, in whatever order, is one piece again', () => {
  const create = (/** @type {number} */ widths) =>
    core.createNetwork({ layers: Array(widths).fill(256), loss: 'mse' });
  const pieces = Array.from({ length: 5 }, () => create(9));
  for (const i of [1, 3, 0, 4, 2]) pieces[i].dispose();
  // The largest one, three quarters of all memory.
  create(65).dispose();
});

test('a network whose memory would not fit is refused, and the module goes on', () => {
  /** @type {{ dispose(): void }[]} */
  const networks = [];
  assert.throws(() => {
    for (;;) networks.push(core.createNetwork({ layers: Array(65).fill(256), loss: 'mse' }));
  }, /RangeError: createNetwork: not enough memory/);
  assert.ok(networks.length >= 1);
  for (const network of networks) network.dispose();
  core.createNetwork({ layers: [2, 3, 1] }).dispose();
});

const refusals = /** @type {[string, () => unknown, RegExp][]} */ ([
  [
    'unknown data set',
    () => core.dataset('spirl'),
    /RangeError: unknown data set "spirl"; use one of circles/,
  ],
  [
    'classes',
    () => core.dataset('xor', { classes: 3 }),
    /RangeError: .*classes of xor must be .* from 2 to 2, not 3/,
  ],
  ['noise', () => core.dataset('xor', { noise: Number.NaN }), /RangeError: dataset: noise must be/],
  [
    'unknown option',
    () => core.dataset('xor', /** @type {any} */ ({ sample: 3 })),
    /unknown option "sample"/,
  ],
  [
    'no layers',
    () => core.createNetwork(/** @type {any} */ ({})),
    /TypeError: createNetwork: layers/,
  ],
  [
    'width',
    () => core.createNetwork({ layers: [2, 300, 1] }),
    /RangeError: .*width.*from 1 to 256, not 300/,
  ],
  [
    'depth',
    () => core.createNetwork({ layers: Array(70).fill(2) }),
    /RangeError: .*number of layers.*not 69/,
  ],
  [
    'activation',
    () => core.createNetwork({ layers: [2, 3, 1], activation: 'rlu' }),
    /unknown activation "rlu"; use one of identity/,
  ],
  [
    'activations',
    () => core.createNetwork({ layers: [2, 3, 1], activation: [] }),
    /one entry for each of the 1 hidden/,
  ],
  [
    'loss',
    () => core.createNetwork({ layers: [2, 3, 3], loss: 'bce' }),
    /RangeError: .*bce needs one output, not 3/,
  ],
  [
    'rate',
    () => core.createNetwork({ layers: [2, 1], learningRate: -1 }),
    /learningRate must be finite and at least 0, not -1/,
  ],
  ['seed', () => core.createNetwork({ layers: [2, 1], seed: 2 ** 32 }), /RangeError: .*seed/],
  [
    'depth of the flow',
    () => core.gradientFlow({ depth: 65 }),
    /RangeError: gradientFlow: depth must be an integer from 1 to 64, not 65/,
  ],
  [
    'ragged matrix',
    () => core.collapse([{ W: [[1, 2], [3]], b: [1, 2] }]),
    /RangeError: collapse: layer 1: a row of W must have 2/,
  ],
  [
    'contour',
    () => core.contour(new Float32Array(5), { width: 2, height: 2 }),
    /RangeError: contour: values must have/,
  ],
]);
for (const [name, run, message] of refusals) {
  test(`refuses with a reason: ${name}`, () => {
    assert.throws(run, (error) => message.test(String(error)));
  });
}

test('a network refuses arrays that do not fit, and any use after dispose', () => {
  const network = core.createNetwork({ layers: [2, 3, 1] });
  const points = new Float32Array(6);
  const labels = new Uint8Array(3);
  const attempts = /** @type {[() => unknown, RegExp][]} */ ([
    [() => network.train(points, labels, 1.5), /RangeError: train: steps must be an integer/],
    [() => network.train(new Float32Array(5), labels, 1), /RangeError: train: points must have 2/],
    [() => network.train(new Float32Array(0), labels, 1), /RangeError: train: points must have 2/],
    [() => network.train(points, new Uint8Array(2), 1), /RangeError: train: 3 points need as many/],
    [
      () => network.loss(points, new Uint8Array([0, 1, 2])),
      /RangeError: loss: labels must be below 2, not 2/,
    ],
    [
      () => network.predict(/** @type {any} */ ([1, 2])),
      /TypeError: predict: points must be a Float32Array, not Array/,
    ],
    [() => network.activations(points, 2), /RangeError: activations: layer/],
    [() => network.predictGrid({ ...grid, width: 0 }), /RangeError: predictGrid: width/],
    [
      () => network.predictGrid({ ...grid, firstRow: 20, rows: 11 }),
      /RangeError: predictGrid: rows/,
    ],
    [
      () => {
        network.parameters = new Float32Array(3);
      },
      /RangeError: parameters: this network has 13, not 3/,
    ],
  ]);
  for (const [run, message] of attempts) {
    assert.throws(run, (error) => message.test(String(error)));
  }
  network.dispose();
  network.dispose();
  assert.throws(() => network.predict(points), /disposed/);
});
