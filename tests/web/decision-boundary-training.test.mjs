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
  training.generate(set);
  training.restart(settings);
  training.train(20);
  training.tune({ ...settings, learningRate: 0.1 });
  const kept = training.keep();
  training.train(20);
  training.train(20);
  training.resume(kept, settings);
  assert.deepEqual(
    training.series.entries.map(({ update }) => update),
    [20],
  );
  training.dispose();
});
