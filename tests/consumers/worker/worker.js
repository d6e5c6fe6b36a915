// Import maps do not reach into workers: the file is named.
import { loadCore } from './node_modules/activation-widgets/dist/core.js';

const core = await loadCore();
const network = core.createNetwork({ layers: [2, 8, 1], activation: 'tanh', seed: 1 });
const { points, labels } = core.dataset('circles', { samples: 100, noise: 0, seed: 1 });
network.train(points, labels, 400);
postMessage({
  relu: [...core.evaluate('relu', Float32Array.of(-1, 2)).value],
  learned: network.accuracy(points, labels) > 0.9,
});
