/**
 * Measured gradients of several activations, worked out in slices so that dragging stays smooth.
 *
 * @typedef {import('../../core/flow.js').Flow} Flow
 * @typedef {{ width: number, init: string, residual: boolean, seed: number }} Settings
 */

/** Samples of the batch that is sent forward and back. */
const BATCH = 16;

/** Layers between two looks at the clock. */
const SLICE = 1;

/** @param {any} core with the flow capability */
export function createMeasurements(core) {
  /** @type {Map<string, { flow: any, begun: number, done: Flow | undefined }>} */
  const open = new Map();
  let key = '';
  let depth = 1;

  /** @param {Iterable<string>} ids */
  const close = (ids) => {
    for (const id of [...ids]) {
      open.get(id)?.flow.dispose();
      open.delete(id);
    }
  };

  return {
    /** @param {string[]} ids of activations @param {Settings} settings @param {number} wanted depth */
    want(ids, settings, wanted) {
      const now = JSON.stringify(settings);
      if (now !== key) close(open.keys());
      key = now;
      depth = wanted;
      close([...open.keys()].filter((id) => !ids.includes(id)));
      for (const activation of ids) {
        if (open.has(activation)) continue;
        const flow = core.createFlow({ activation, ...settings, batch: BATCH });
        open.set(activation, { flow, begun: 0, done: undefined });
      }
    },

    /**
     * Goes on until a moment. What has been begun is finished even if another depth is wanted by
     * now: otherwise nothing would be seen while the depth is dragged.
     * @param {number} deadline
     * @returns {boolean} whether all is done
     */
    work(deadline) {
      for (const [id, entry] of open) {
        while (entry.done?.depth !== depth) {
          entry.begun ||= begin(entry.flow);
          while (!entry.flow.advance(SLICE)) if (performance.now() > deadline) return false;
          entry.done = entry.flow.result();
          entry.begun = 0;
          // The next one gets its turn first.
          open.delete(id);
          open.set(id, entry);
          if (performance.now() > deadline) return isDone();
        }
      }
      return isDone();
    },

    /** The newest that is known. @param {string} id @returns {Flow | undefined} */
    of: (id) => open.get(id)?.done,

    dispose: () => close(open.keys()),
  };

  /** @param {any} flow */
  function begin(flow) {
    flow.begin(depth);
    return depth;
  }

  function isDone() {
    return [...open.values()].every(({ done }) => done?.depth === depth);
  }
}
