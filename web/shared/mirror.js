/** @param {string} name of an attribute */
export const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * Gives a class the property of an attribute, unless it has one of its own. The sources have them
 * all; the build leaves out those that are made here just as well, see web/build/condense.mjs.
 * @param {object} prototype of a widget
 * @param {object} base the prototype all elements share
 * @param {string} name of the attribute
 */
export function mirror(prototype, base, name) {
  const property = camelCase(name);
  /** @param {object} object @returns {boolean} */
  const has = (object) =>
    object !== base && (Object.hasOwn(object, property) || has(Object.getPrototypeOf(object)));
  if (has(prototype)) return;
  Object.defineProperty(prototype, property, {
    /** @this {import('./attribute-element.js').AttributeElement} */
    get() {
      return this.read(name);
    },
    /** @this {import('./attribute-element.js').AttributeElement} @param {unknown} value */
    set(value) {
      this.write(name, value);
    },
    enumerable: true,
    configurable: true,
  });
}
