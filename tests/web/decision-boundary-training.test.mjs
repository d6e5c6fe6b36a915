// The course of a training, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCore } from '../../dist/core.js';
import { createTraining } from '../../web/widgets/decision-boundary/training.js';

const core = await loadCore();
const set = { dataSet: 'circles', samples: 100, noise: 0.05, seed: 42 };
const settings = {
  ...{ layers: [4], activations: ['tanh'], compare: null, init: 'xavier_normal', seed: 42 },
  ...{ residual: false, loss: 'bce', optimizer: 'adam', learningRate: 0.03, batchSize: 32 },
  ...{ l1: 0, l2: 0 },
};

test('what was measured of one course is no part of another that is taken up', () => {
  const training = createTraining(core);
  training.generate(set, true);
  training.restart(settings);
  training.train(20);
  training.tune({ ...settings, learningRate: 0.1 });
  const kept = training.keep();
  training.train(20);
  training.train(20);
  training.resume(kept, settings, set);
  assert.deepEqual(
    training.series.entries.map(({ update }) => update),
    [20],
  );
  training.dispose();
});

/** @param {Partial<import('../../web/widgets/decision-boundary/experiment.js').Settings>} changed @param {string} [dataSet] */
function begun(changed, dataSet = set.dataSet) {
  const training = createTraining(core);
  training.generate({ ...set, dataSet }, true);
  training.restart({
    ...settings,
    activations: changed.layers?.map(() => 'tanh') ?? ['tanh'],
    ...changed,
  });
  return training;
}

/** Trains up to so many updates, or the end. @param {ReturnType<typeof begun>} training @param {number} most */
function trained(training, most) {
  while (Number(training.experiment?.total) < most) {
    const { made, end } = training.train(most - Number(training.experiment?.total));
    if (end || !made) break;
  }
  return training.diagnosis;
}

test("points of which none are a data set's stay as they are, until another set is asked for", () => {
  const training = begun({});
  const own = { points: Float32Array.of(0, 0, 1, 1), labels: Uint8Array.of(0, 1), generated: 0 };
  training.history.keep(training.data);
  training.edit(own);
  assert.equal(training.generate({ ...set, seed: 7 }, false), false);
  assert.equal(training.data, own);

  assert.equal(training.generate({ ...set, dataSet: 'moons' }, true), true);
  assert.equal(training.data.labels.length, 100);
  assert.equal(training.data.generated, 100);
  const moons = training.data;
  training.undo();
  assert.equal(training.data, own);
  training.undo();
  assert.deepEqual(training.data, moons, 'no way back to points of another set or seed');
  training.dispose();
});

test('test points are there again with the points of their set', () => {
  const training = begun({});
  const whole = training.data;
  const unseen = () => Number(training.experiment?.learners[0].testAccuracy);
  assert.ok(unseen() >= 0);
  training.edit({ ...whole, generated: 0 });
  training.settle();
  assert.ok(Number.isNaN(unseen()));
  training.edit(whole);
  training.settle();
  assert.ok(unseen() >= 0);
  training.dispose();
});

test('a large penalty is no divergence; numbers without bounds are one, with a penalty too', () => {
  const penalised = begun({ layers: [64, 64, 64, 64], l1: 0.1 });
  assert.ok(Number(penalised.experiment?.learners[0].loss) > 50);
  assert.equal(penalised.diagnosis.end, undefined);
  penalised.dispose();
  const diverging = begun({ l2: 0.1, learningRate: 1e4, optimizer: 'sgd', activations: ['relu'] });
  assert.equal(trained(diverging, 1000).end, 'diverged');
  diverging.dispose();
});

test('slow learning without a reason in sight gets more time, and then a larger rate', () => {
  const slow = begun({ optimizer: 'sgd', learningRate: 0.0003 });
  assert.equal(trained(slow, 100_000).end, undefined);
  slow.dispose();
  const standing = begun({ optimizer: 'sgd', learningRate: 1e-6 });
  const { end, advice } = trained(standing, 1e6);
  assert.equal(end, 'stuck');
  assert.deepEqual(advice?.values, { learningRate: 0.03 });
  standing.dispose();
});

test('advice helps: what it offers is another setting, and one that there is', () => {
  const line = begun({ layers: [], activations: [] });
  assert.match(
    trained(line, 20).sentence,
    /^Without a hidden layer it can only draw a straight line/,
  );
  assert.deepEqual(line.diagnosis.advice?.values, { layers: [8] });
  line.dispose();

  const full = begun({ layers: [2, 2, 2, 2, 2, 2, 2, 2], learningRate: 0 });
  const { end, advice } = trained(full, 1e6);
  assert.equal(end, 'stuck');
  assert.notDeepEqual(Object.keys(advice?.values ?? {}), ['layers']);
  full.dispose();

  const narrowing = begun({ layers: [8, 7, 6, 5, 4, 3], activations: Array(6).fill('sigmoid') });
  assert.match(trained(narrowing, 20).sentence, /of the last layer's gradient: it hardly learns/);
  assert.equal(narrowing.diagnosis.advice?.label, 'Use ReLU', 'no two layers are equally wide');
  narrowing.dispose();

  const overfitting = { layers: [32, 32], activations: ['relu', 'relu'] };
  const noisy = createTraining(core);
  noisy.generate({ dataSet: 'moons', samples: 60, noise: 0.4, seed: 3 }, true);
  noisy.restart({ ...settings, ...overfitting });
  assert.match(trained(noisy, 1e6).sentence, /^Overfits/);
  assert.deepEqual(noisy.diagnosis.advice?.values, { l2: 0.01 });
  noisy.dispose();
});

test('a twin without hidden layers has a name', () => {
  const training = begun({ layers: [], activations: [], compare: 'identity' }, 'linear');
  assert.match(trained(training, 1e6).sentence, /^Solved: .* No hidden layer: (9\d|100)/);
  training.dispose();
});

test('another loss is another curve, and is not compared with the one before', () => {
  const training = begun({ loss: 'mse' });
  trained(training, 100);
  assert.ok(training.series.entries.length > 2);
  training.tune({ ...settings, loss: 'mse', learningRate: 0.01 });
  assert.ok(training.series.entries.length > 2, 'another rate goes on with the same curve');
  training.tune(settings);
  assert.equal(training.series.entries.length, 1);
  training.dispose();
});

test('whether learning has stopped is judged from the last change on', () => {
  const training = begun({ optimizer: 'sgd', learningRate: 0, layers: [], activations: [] }, 'xor');
  assert.equal(trained(training, 1e5).end, 'stuck');
  training.tune({
    ...settings,
    layers: [],
    activations: [],
    optimizer: 'sgd',
    learningRate: 0.001,
  });
  assert.equal(training.diagnosis.end, undefined);
  training.dispose();
});

test('a large network is measured on fewer points, of both classes', () => {
  const training = createTraining(core);
  const wide = { ...settings, layers: Array(8).fill(64), activations: Array(8).fill('relu') };
  for (const samples of [400, 1000, 2000, 4000]) {
    training.generate({ ...set, samples }, true);
    training.restart(wide);
    training.experiment?.train(10);
    const accuracy = (/** @type {boolean} */ thoroughly) => {
      training.measure(false, thoroughly);
      return Number(training.experiment?.learners[0].accuracy);
    };
    const [few, many] = [accuracy(false), accuracy(true)];
    assert.ok(Math.abs(few - many) < 0.12, `${samples}: ${few} of few, ${many} of many`);
  }
  training.dispose();
});

test('an end is told of many points, not of few', () => {
  const training = createTraining(core);
  const seed = 4; // with it, few points look solved before many are
  training.generate({ ...set, samples: 5000, seed }, true);
  const wide = { layers: Array(8).fill(64), activations: Array(8).fill('relu') };
  training.restart({ ...settings, ...wide, seed });
  let end;
  while (!end) ({ end } = training.train(2000));
  training.measure(true);
  assert.equal(training.diagnosis.end, end);
  assert.ok(end !== 'solved' || Number(training.experiment?.learners[0].accuracy) >= 0.97);
  training.dispose();
});

test('after points of another problem, or none at all, learning is judged anew', () => {
  const training = begun({});
  assert.equal(trained(training, 1e5).end, 'solved');
  const { points, labels } = core.dataset('spirals', { samples: 100, noise: 0.05, seed: 1 });
  training.edit({ points, labels, generated: 0 });
  const slowly = { ...settings, optimizer: 'sgd', learningRate: 0.003 };
  training.tune(slowly);
  const begin = Number(training.experiment?.learners[0].loss);
  trained(training, Number(training.experiment?.total) + 21_000);
  const now = Number(training.experiment?.learners[0].loss);
  assert.ok(now < 0.98 * begin && training.diagnosis.end === undefined, `${begin} to ${now}`);
  training.dispose();

  const line = begun({ layers: [], activations: [] }, 'xor');
  const xor = line.data;
  trained(line, 20);
  line.edit({ points: new Float32Array(0), labels: new Uint8Array(0), generated: 0 });
  line.settle();
  line.edit({ ...xor, generated: 0 });
  assert.equal(trained(line, 1e5).end, 'stuck');
  line.dispose();
});
