/**
 * Values over updates, in bounded memory: when it is full, every other entry goes, and from then on
 * only every other one is taken.
 */
const MOST = 512;

/**
 * @typedef {object} Entry
 * @property {number} update
 * @property {number} course which experiment it was measured of
 * @property {{ loss: number, accuracy: number, testLoss: number, testAccuracy: number }[]} scores
 */

export function createSeries() {
  /** @type {Entry[]} */
  let entries = [];
  let stride = 1;
  let skipped = 0;
  return {
    get entries() {
      return entries;
    },
    clear() {
      entries = [];
      stride = 1;
    },
    /** @param {Entry} entry */
    add(entry) {
      // The newest one is always there, and gives way to its successor unless its turn has come.
      if (skipped && entries.length) entries.pop();
      entries.push(entry);
      skipped = (skipped + 1) % stride;
      if (entries.length <= MOST) return;
      entries = entries.filter((_, i) => i % 2 === 0);
      stride *= 2;
    },
  };
}
