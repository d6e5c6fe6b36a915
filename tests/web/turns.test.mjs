// How the widgets of a page share the milliseconds of a frame. Runs in Node, with a clock of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUDGET, enter, leave } from '../../web/widgets/decision-boundary/turns.js';

let now = 0;
/** @type {FrameRequestCallback | undefined} */
let next;
Object.assign(globalThis, {
  performance: { now: () => now },
  requestAnimationFrame: (/** @type {FrameRequestCallback} */ callback) => {
    next = callback;
    return 1;
  },
  cancelAnimationFrame: () => {
    next = undefined;
  },
});

const frame = () => {
  now = Math.ceil(now / 16 + 1) * 16;
  next?.(now);
};

/** Takes so many milliseconds a turn. @param {string} name @param {number} time @param {string[]} served */
const worker = (name, time, served) => (/** @type {number} */ _, /** @type {number} */ end) => {
  assert.ok(end - now <= BUDGET);
  served.push(name);
  now += time;
};

test('widgets with much to do take turns, one a frame, and none is left out', () => {
  /** @type {string[]} */
  const served = [];
  const turns = ['a', 'b', 'c'].map((name) => worker(name, 4, served));
  for (const turn of turns) enter(turn, BUDGET);
  for (let i = 0; i < 6; i++) frame();
  assert.equal(served.join(''), 'abcabc');
  for (const turn of turns) leave(turn);
  assert.equal(next, undefined, 'no frame is asked for when nobody waits');
});

test('the more of them, the less each frame has for work: the browser copies what each has drawn', () => {
  /** @type {number[]} */
  const budgets = [];
  const turns = Array.from({ length: 5 }, () => {
    const turn = (/** @type {number} */ _, /** @type {number} */ end) => {
      budgets[0] ??= end - now;
      now += 9;
    };
    return turn;
  });
  const seen = turns.map((turn) => {
    enter(turn, BUDGET);
    budgets.length = 0;
    frame();
    return budgets[0];
  });
  for (const turn of turns) leave(turn);
  assert.deepEqual(seen, [BUDGET, BUDGET - 1, BUDGET - 1, BUDGET - 1, BUDGET - 1]);
});

test('widgets with little to do are all served in every frame', () => {
  /** @type {string[]} */
  const served = [];
  const turns = ['a', 'b', 'c'].map((name) => worker(name, 0.5, served));
  for (const turn of turns) enter(turn, BUDGET);
  frame();
  frame();
  assert.equal(served.join(''), 'abcabc');
  for (const turn of turns) leave(turn);
});

test('one that leaves during a frame is not served any more', () => {
  /** @type {string[]} */
  const served = [];
  const second = worker('b', 0, served);
  const first = () => leave(second);
  enter(first, BUDGET);
  enter(second, BUDGET);
  frame();
  assert.deepEqual(served, []);
  leave(first);
});
