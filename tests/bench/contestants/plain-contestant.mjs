// Plain JavaScript as a contestant, with the tanh and sigmoid it is given.
import { plainElementwise } from './plain-elementwise.mjs';
import { plainNetwork } from './plain-network.mjs';

/**
 * @param {{ tanh: (x: number) => number, sigmoid: (x: number) => number }} functions
 * @returns {import('./contestant.d.ts').Contestant}
 */
export function plainContestant(functions) {
  const build = plainNetwork(functions);
  return {
    train({ network }) {
      const trainer = build(network);
      return { run: trainer.train, outcome: trainer.parameters };
    },

    predict({ network, grid }) {
      const trainer = build(network);
      const result = new Float32Array(grid.width * grid.height);
      return {
        run(times) {
          for (let i = 0; i < times; i++) trainer.predictGrid(grid, result);
        },
        outcome: () => result,
      };
    },

    gradients({ network }) {
      const trainer = build(network);
      return {
        run(times) {
          for (let i = 0; i < times; i++) trainer.gradients();
        },
        outcome: trainer.meanGradient,
      };
    },

    elementwise: plainElementwise(functions),
  };
}
