/**
 * Registers an element. Quiet where the name is taken (the script is on the page twice) and where
 * there is no registry (on a server).
 *
 * @param {string} tag
 * @param {CustomElementConstructor} Class
 * @param {CustomElementRegistry} [registry]
 */
export function define(tag, Class, registry = globalThis.customElements) {
  if (registry && !registry.get(tag)) registry.define(tag, Class);
}

/**
 * Registers all. A tag that is registered builds every such element of the page at once: after one
 * that the page has, the next waits for a task of its own, so that a page with many keeps answering.
 * A second copy of the script waits just as often, and so finds each tag taken.
 *
 * @param {Record<string, CustomElementConstructor>} classes by tag
 */
export async function defineAll(classes) {
  for (const [tag, Class] of Object.entries(classes)) {
    define(tag, Class);
    if (globalThis.document?.querySelector(tag)) await new Promise((next) => setTimeout(next));
  }
}
