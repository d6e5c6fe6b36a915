import { textOf } from './text.js';

/**
 * Ids of the activations, in the order of their numbers in C++.
 * @param {import('./module.js').Raw} raw
 */
export const activationIds = (raw) =>
  Array.from(
    { length: raw.activationCount() },
    (_, i) => textOf(raw.activationText(i)).split('\n')[0],
  );
