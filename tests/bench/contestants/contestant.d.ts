import type { Elementwise, Gradients, Predict, Train } from '../workloads.mjs';

/** One task, set up. `run` does it so many times; `outcome` is what the reference is held against. */
export interface Job {
  run(times: number): void | Promise<void>;
  /**
   * train: the parameters after the runs; predict: the probabilities; gradients: the mean gradient,
   * laid out as the parameters; elementwise: the values.
   */
  outcome(): ArrayLike<number> | Promise<ArrayLike<number>>;
  dispose?(): void;
}

/** What a contestant can do; what is left out it is not asked for. */
export interface Contestant {
  train?(task: Train): Job | Promise<Job>;
  predict?(task: Predict): Job | Promise<Job>;
  gradients?(task: Gradients): Job | Promise<Job>;
  elementwise?(task: Elementwise): Job | Promise<Job> | undefined;
}

/** What the default export of a contestant's entry file is. */
export type Start = (files: { peers: string; dist: string; bench: string }) => Promise<Contestant>;
