/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Waits for one's turn: widgets of a page start one after the other, each in a task of its own, so
 * that fifty of them do not block the page.
 */
export function nextTurn() {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}

/** Until sizes are known and a frame is drawn; in a hidden tab, where no frame comes, not long. */
export const drawn = () =>
  Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    new Promise((resolve) => setTimeout(resolve, 300)),
  ]);
