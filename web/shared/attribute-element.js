import { toText } from './attributes.js';
import { hearGroup, tellGroup } from './group.js';
import { fromLink, toLink } from './link.js';
import { camelCase, mirror } from './mirror.js';
import { Values } from './values.js';

/** Elements can be imported where there is no DOM. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * An element whose attributes have values, each a property as well. An attribute is where a value
 * starts; what a reader, a widget of the same group, a link or `state` chooses lies over it.
 */
export class AttributeElement extends Base {
  /** Attributes by name. @internal @type {Record<string, import('./attributes.js').Kind<any>>} */
  static attributes = {};

  /** Asked for by the registry, before there is any element of the class. @internal */
  static get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: each element has its own attributes
    const { attributes, prototype } = this;
    const names = Object.keys(attributes);
    for (const name of names) mirror(prototype, AttributeElement.prototype, name);
    return [...names, 'group'];
  }

  /** @internal */
  values = new Values(this, /** @type {typeof AttributeElement} */ (this.constructor).attributes);
  /** @type {((signal: AbortSignal) => void)[]} */
  #connections = [];
  /** @type {AbortController | undefined} */
  #connection;
  /** The fragment that was looked at. */
  #restored = '';

  // For elements to implement.

  /** Whether it is at work: before that, the group is not told of attributes. @internal */
  get running() {
    return false;
  }

  /** Something has changed. @internal */
  invalidate() {}

  /** What the events tell. @internal @returns {object} */
  detail() {
    return {};
  }

  // For elements to use.

  /** Until the element is removed. @internal @returns {AbortSignal | undefined} */
  get connection() {
    return this.#connection?.signal;
  }

  /**
   * Runs now if connected and at every later connection. The signal aborts on removal: whatever
   * observes or listens outside of the element ends with it.
   * @internal
   * @param {(signal: AbortSignal) => void} connect
   */
  whileConnected(connect) {
    this.#connections.push(connect);
    if (this.#connection) connect(this.#connection.signal);
  }

  /** The value of an attribute, checked. @internal @param {string} name */
  read(name) {
    const chosen = this.chosen(name);
    return chosen === undefined ? this.start(name) : chosen;
  }

  /** What lies over the start, if anything does. @internal @param {string} name */
  chosen(name) {
    return this.values.chosen(name);
  }

  /** The value `reset()` goes back to. @internal @param {string} name */
  start(name) {
    return this.values.start(name);
  }

  /** A property was set: it becomes the attribute. @internal @param {string} name @param {unknown} value */
  write(name, value) {
    if (value === null || value === undefined || value === false) this.removeAttribute(name);
    else this.setAttribute(name, value === true ? '' : toText(value));
    if (this.chosen(name) !== undefined) this.#begin(name); // the attribute was the same before
  }

  /**
   * Values chosen by the reader: null for none, undefined to go back to the start. Tells the group.
   * @internal
   * @param {Record<string, unknown>} values
   */
  choose(values) {
    for (const [name, value] of Object.entries(values)) this.values.choose(name, value);
    tellGroup(this, this.group, values);
    this.invalidate();
  }

  /** As `choose`, while the reader is still at it. @internal @param {Record<string, unknown>} values */
  drag(values) {
    this.choose(values);
    this.emit('input');
  }

  /** As `choose`, at once. @internal @param {Record<string, unknown>} values */
  pick(values) {
    this.drag(values);
    this.settle();
  }

  /** What was dragged stays. @internal */
  settle() {
    this.emit('change');
  }

  /** @internal @param {'input' | 'change'} type */
  emit(type) {
    this.dispatchEvent(
      new CustomEvent(type, { bubbles: true, composed: true, detail: this.detail() }),
    );
  }

  /**
   * What author or reader have set, as texts: these attributes make another one like this.
   * @internal
   * @returns {Record<string, string>}
   */
  given() {
    const names = this.values.names.filter((name) => this.values.given(name));
    const { state } = this;
    return Object.fromEntries(names.map((name) => [name, toText(state[name])]));
  }

  // For everyone.

  /**
   * Widgets of a page with the same group share the activation and x.
   * @attr
   * @type {string}
   */
  get group() {
    return this.getAttribute('group') ?? '';
  }
  set group(value) {
    this.write('group', value || null);
  }

  /** Goes back to the very same start. */
  reset() {
    this.choose(Object.fromEntries(this.values.names.map((name) => [name, undefined])));
    tellGroup(this, this.group, this.state);
  }

  /**
   * Everything a reader can change, as a plain object; setting it puts the widget in that state.
   * @returns {Record<string, any>}
   */
  get state() {
    return Object.fromEntries(this.values.names.map((name) => [name, this.#property(name)]));
  }
  set state(values) {
    const known = this.values.names.filter((name) => values?.[name] !== undefined);
    this.choose(Object.fromEntries(known.map((name) => [name, values[name]])));
  }

  /** The state as a fragment, to put behind the page's address. @returns {string} */
  link() {
    return toLink(this, this.given());
  }

  // Called by the browser.

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#takeEarlyProperties();
    hearGroup(this, signal, ({ group, values }) => this.#hear(group, values));
    addEventListener('hashchange', () => this.#restore(), { signal });
    if (this.#restored !== location.hash) this.#restore(); // moved within the page, it keeps its state
    for (const connect of this.#connections) connect(signal);
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#connection = undefined;
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before !== after && this.values.names.includes(name)) this.#begin(name);
  }

  /** What was chosen gives way to the attribute. @param {string} name */
  #begin(name) {
    this.values.choose(name, undefined);
    if (!this.running) return;
    tellGroup(this, this.group, { [name]: this.#property(name) });
    this.invalidate();
  }

  /** @param {string} group @param {Record<string, string>} values */
  #hear(group, values) {
    if (!this.group || group !== this.group) return;
    this.values.hear(values);
    this.invalidate();
  }

  #restore() {
    this.#restored = location.hash;
    const values = fromLink(this, location.hash);
    if (!values) return;
    for (const name of this.values.names) this.values.choose(name, undefined); // the same each time
    this.state = values;
    // A widget alone in an iframe must not move the page around it.
    if (parent === self) this.scrollIntoView?.({ block: 'nearest' });
  }

  /** A property set before the element was defined lies on the element itself, over the accessor. */
  #takeEarlyProperties() {
    const prototype = Object.getPrototypeOf(this);
    for (const name of Object.keys(this)) {
      if (!(name in prototype)) continue;
      const early = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, early);
    }
  }

  /** @param {string} name of an attribute */
  #property(name) {
    return Reflect.get(this, camelCase(name));
  }
}
