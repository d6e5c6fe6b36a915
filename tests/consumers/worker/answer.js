export function answer(core) {
  const network = core.createNetwork({ layers: [2, 8, 1], activation: 'tanh', seed: 1 });
  const { points, labels } = core.dataset('circles', { samples: 100, noise: 0, seed: 1 });
  network.train(points, labels, 400);
  return {
    relu: [...core.evaluate('relu', Float32Array.of(-1, 2)).value],
    learned: network.accuracy(points, labels) > 0.9,
  };
}
