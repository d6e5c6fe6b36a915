/** @typedef {import('../core/activations.js').Activation} Activation */

/**
 * Ids of all activation functions; undefined before the core has started.
 * @param {any} element with the activations capability
 * @returns {string[] | undefined}
 */
export const activationIds = ({ core }) =>
  core?.activations.map((/** @type {Activation} */ { id }) => id);

/** @param {any} core @param {string} id @returns {Activation} */
export const factsOf = (core, id) =>
  core.activations.find((/** @type {Activation} */ known) => known.id === id);

/** Ids with their names, for menus. @param {any} core @returns {string[][]} */
export const activationOptions = (core) =>
  core.activations.map((/** @type {Activation} */ { id, name }) => [id, name]);
