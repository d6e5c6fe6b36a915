// One contestant in a frame of its own: a realm whose types and globals no other contestant has
// touched. The frames of the page share its one thread and take turns.
const id = new URLSearchParams(location.search).get('contestant');

/** @type {Map<number, import('./contestants/contestant.d.ts').Job>} */
const jobs = new Map();

/** @type {Promise<import('./contestants/contestant.d.ts').Contestant>} */
const contestant = import(new URL(`${id}.js`, location.href).href).then((module) =>
  module.default({
    peers: new URL('../../tests/bench/peers/node_modules/', location.href).href,
    dist: new URL('dist/', location.href).href,
    bench: new URL('../wasm/bench.wasm', location.href).href,
  }),
);

/** What the command calls through the page. */
const calls = {
  /**
   * @param {{ job: number, task: import('./workloads.mjs').Task | { kind: 'peak' } }} call
   * @returns {Promise<boolean>} false: this is nothing it can do
   */
  async prepare({ job, task }) {
    const able = /** @type {Record<string, any>} */ (await contestant)[task.kind];
    const prepared = await able?.(task);
    if (prepared) jobs.set(job, prepared);
    return Boolean(prepared);
  },

  /**
   * @param {{ job: number, times: number }} call
   * @returns {Promise<number>} seconds
   */
  async run({ job, times }) {
    const prepared = /** @type {import('./contestants/contestant.d.ts').Job} */ (jobs.get(job));
    const begin = performance.now();
    await prepared.run(times);
    return (performance.now() - begin) / 1000;
  },

  /** @param {{ job: number }} call */
  outcome: async ({ job }) => Array.from((await jobs.get(job)?.outcome()) ?? []),

  /** @param {{ job: number }} call */
  async dispose({ job }) {
    jobs.get(job)?.dispose?.();
    jobs.delete(job);
  },
};

Object.assign(globalThis, { calls });
