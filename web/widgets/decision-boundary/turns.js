/**
 * All widgets of a page share the milliseconds of a frame: each works in its turn, and those for
 * which there is no time left are first in the next frame.
 *
 * @typedef {(now: number, deadline: number) => void} Turn both in milliseconds
 */

/** Training and drawing together, of the 6 there are; the browser copies what was drawn in the rest. */
export const BUDGET = 4.5;

/** For each further widget it takes one more; but so much is left for work. */
const LEAST = 3.5;

/** When nothing moves, a frame that comes late is not seen. */
export const AT_REST = 10;

/** The budget each asks for; the next one first. @type {Map<Turn, number>} */
const waiting = new Map();
let frame = 0;

/** @param {number} now */
function takeTurns(now) {
  frame = requestAnimationFrame(takeTurns);
  const begin = performance.now();
  const budget = Math.max(LEAST, Math.min(...waiting.values()) - (waiting.size - 1));
  for (const [turn, most] of [...waiting]) {
    if (!waiting.has(turn)) continue; // one before has ended it
    waiting.delete(turn);
    waiting.set(turn, most);
    turn(now, begin + budget);
    if (performance.now() - begin > budget / 2) return;
  }
}

/** @param {Turn} turn @param {number} budget */
export function enter(turn, budget) {
  waiting.set(turn, budget);
  frame ||= requestAnimationFrame(takeTurns);
}

/** @param {Turn} turn */
export function leave(turn) {
  if (!waiting.delete(turn) || waiting.size) return;
  cancelAnimationFrame(frame);
  frame = 0;
}

/** @param {Turn} turn */
export const isWaiting = (turn) => waiting.has(turn);
