import { text, toText } from './attributes.js';

/** @typedef {import('./attributes.js').Kind<any>} Kind */

/**
 * The values of a widget's attributes. An attribute is where a value starts; what a reader, a linked
 * widget, a link or `state` chooses lies over it until it is given up. Both are kept as texts and
 * read in one way, so nothing unchecked gets in.
 */
export class Values {
  #element;
  #kinds;
  /** @type {Map<string, string>} */
  #chosen = new Map();
  /** @type {Set<string>} */
  #changed = new Set();
  /** @type {Set<string>} */
  #warned = new Set();

  /**
   * @param {import('./attribute-element.js').AttributeElement} element
   * @param {Record<string, Kind>} kinds of its attributes, by name
   */
  constructor(element, kinds) {
    this.#element = element;
    this.#kinds = kinds;
  }

  get names() {
    return Object.keys(this.#kinds);
  }

  /** What lies over the start, if anything does. @param {string} name */
  chosen(name) {
    const given = this.#chosen.get(name);
    return given === undefined ? undefined : this.#kind(name).parse(given, this.#element);
  }

  /** What the attribute says; a bad one is warned of, once. @param {string} name */
  start(name) {
    const kind = this.#kind(name);
    const given = this.#element.getAttribute(name);
    if (given === null) return kind.initial;
    const value = kind.parse(given, this.#element);
    return value === undefined ? this.#warn(name, given, kind) : value;
  }

  /** null for none, undefined to go back to the start. @param {string} name @param {unknown} value */
  choose(name, value) {
    if (value === undefined) this.#chosen.delete(name);
    else this.#chosen.set(name, toText(value));
    this.#changed.add(name);
  }

  /** Chooses what makes sense here, and leaves out the rest. @param {Record<string, string>} texts */
  hear(texts) {
    for (const name of this.names) {
      const given = texts[name];
      if (given !== undefined && this.#kind(name).parse(given, this.#element) !== undefined)
        this.choose(name, given);
    }
  }

  /** Whether author or reader have set it. @param {string} name */
  given(name) {
    return this.#chosen.has(name) || this.#element.hasAttribute(name);
  }

  /** As if all were new. */
  renew() {
    this.#changed = new Set(this.names);
  }

  /** Names with a new value since this was last asked. */
  takeChanged() {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** @param {string} name @returns {Kind} */
  #kind(name) {
    return this.#kinds[name] ?? text;
  }

  /** @param {string} name @param {string} given @param {Kind} kind */
  #warn(name, given, kind) {
    const element = this.#element;
    const warning = `${element.localName}: unknown ${name} "${given}"; use ${kind.expects(element)}`;
    if (!this.#warned.has(warning)) {
      this.#warned.add(warning);
      console.warn(warning);
    }
    return kind.initial;
  }
}
