import { BUDGET, enter, isWaiting, leave } from './turns.js';

/**
 * Training at a pace the eye can follow, within a frame's budget. The first updates come one a
 * frame, as that is where the line bends; the pace doubles every 1.5 seconds, so that hard problems
 * do not take longer than patience does.
 */

/** Updates a second at the start, and the seconds in which that doubles. */
const FIRST = 40;
const DOUBLING = 1.5;

/** A turn that comes late (a hidden tab, a clock that jumps) counts as this many seconds. */
const LONGEST = 0.1;

/** @param {number} seconds @returns {number} updates made by then */
const due = (seconds) => ((FIRST * DOUBLING) / Math.LN2) * (2 ** (seconds / DOUBLING) - 1);

/**
 * @param {object} act
 * @param {(most: number) => number} act.train makes up to so many updates, tells how many; 0 to end
 * @param {() => boolean} act.busy whether a picture is half done: its network must not change
 * @param {(deadline: number) => void} act.after once a frame
 */
export function createPace({ train, busy, after }) {
  let last = 0;
  let seconds = 0;
  let owed = 0;
  let goal = Infinity;
  let hurry = false;
  /** Milliseconds an update takes, as last measured. */
  let cost = 0.05;

  /** @type {import('./turns.js').Turn} */
  function turn(now, deadline) {
    const begin = performance.now();
    const passed = last ? Math.min(Math.max(now - last, 0) / 1000, LONGEST) : 1 / 60;
    last = now;
    const before = due(seconds);
    seconds += passed;
    owed = hurry ? goal : Math.min(goal, owed + due(seconds) - before);
    if (!busy()) work(begin + (deadline - begin) * (hurry ? 0.9 : 0.3));
    if (!isWaiting(turn)) return;
    // What does not fit into the frame is not made up for: the pace stays steady.
    if (!hurry) owed = Math.min(owed, 1);
    after(deadline);
  }

  /** @param {number} until */
  function work(until) {
    for (let now = performance.now(); owed >= 1 && now < until; ) {
      const count = Math.max(
        1,
        Math.min(Math.floor(owed), Math.floor((until - now) / cost), 1 << 20),
      );
      const made = train(count);
      if (made === 0) return;
      owed -= made;
      goal -= made;
      const end = performance.now();
      cost = Math.max(1e-4, Math.min((end - now) / made, cost * 1.2));
      now = end;
    }
  }

  return {
    get running() {
      return isWaiting(turn);
    },

    /** How many updates are still to be made up to a goal. */
    get left() {
      return goal;
    },

    /**
     * @param {{ updates?: number, fast?: boolean, afresh?: boolean }} [plan] how many updates; as
     *   fast as can be; from the gentle start
     */
    start({ updates = Infinity, fast = false, afresh = false } = {}) {
      goal = updates;
      hurry = fast;
      if (afresh) seconds = 0;
      last = 0;
      owed = 0;
      enter(turn, BUDGET);
    },

    stop: () => leave(turn),
  };
}
