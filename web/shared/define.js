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
