import { expectModule, loadModule } from '../core/module.js';
import { createAnnouncer } from './announcer.js';
import { toText } from './attributes.js';
import { h } from './dom.js';
import { hearGroup, tellGroup } from './group.js';
import { fromLink, toLink } from './link.js';
import { camelCase, mirror } from './mirror.js';
import { waitUntilNear } from './near.js';
import { onBackground } from './pictures.js';
import { createShare } from './share.js';
import { adopt, baseStyle } from './style.js';
import { createProbe, probeStyle, readTheme, watchPreferences } from './theme.js';
import { drawn, nextTurn } from './turn.js';
import { Values } from './values.js';

/** @typedef {(raw: import('../core/module.js').Raw) => object} Capability */
/** @typedef {{ error: unknown, message: string }} FailureDetail what the event `error` tells */

/** Elements can be imported where there is no DOM. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

const NOT_STARTED =
  'This interactive figure could not start, because WebAssembly is missing, blocked or damaged here.';
const STOPPED = 'This interactive figure stopped because of an error.';
const NO_MEMORY = 'This interactive figure stopped, because there is not enough memory for it.';

/**
 * What all widgets share. A widget says what it has (the static members) and implements `build`,
 * `update`, `detail` and `picture`; see web/README.md.
 *
 * @fires {CustomEvent<FailureDetail>} error - when the widget cannot start or go on; `detail` has error and message
 * @csspart share - the menu that copies and saves
 */
export class WidgetElement extends Base {
  /** Attributes by name. @internal @type {Record<string, import('./attributes.js').Kind<any>>} */
  static attributes = {};

  /** What the widget needs of the core. @internal @type {Capability[]} */
  static capabilities = [];

  /** The module that has them. @internal @type {import('../core/module.js').ModuleName} */
  static module = 'core';

  /** Style of its own. @internal */
  static style = '';

  /** Asked for once by the registry, before there is any element of the class. @internal */
  static get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: each widget has its own attributes
    const { attributes, prototype } = this;
    const names = Object.keys(attributes);
    for (const name of names) mirror(prototype, WidgetElement.prototype, name);
    return [...names, 'group', 'no-menu'];
  }

  /** Attributes that are read once, when training is taken up: not what a control sets. @internal */
  static kept = /** @type {string[]} */ ([]);

  /** The capabilities asked for, once the module runs. @internal @type {any} */
  core;

  /** @returns {typeof WidgetElement} */
  get #class() {
    return /** @type {any} */ (this.constructor);
  }

  #root = h('div', { class: 'root', part: 'root', hidden: true });
  #fallback = h('slot');
  #sentence = h('p', { part: 'error', role: 'alert', hidden: true });
  #probe = createProbe(() => this.invalidate());
  #announcer = createAnnouncer();
  #values = new Values(this, this.#class.attributes);
  /** @type {((signal: AbortSignal) => void)[]} */
  #connections = [];
  /** @type {AbortController | undefined} */
  #connection;
  /** @type {import('./theme.js').Theme | undefined} */
  #theme;
  #frame = 0;
  #dirty = false;
  #running = false;
  #visible = false;
  /** @type {(value: WidgetElement) => void} */
  #resolve = () => {};
  /** @type {(reason: unknown) => void} */
  #reject = () => {};

  #ready = this.#promise();
  /** `ready` has been asked for: do not wait until the reader comes near. */
  #asked = false;
  #now = () => {};

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.append(this.#fallback, this.#sentence, this.#root, this.#announcer.node, this.#probe);
    for (const type of ['input', 'change']) {
      // The events of the controls inside are not the widget's own.
      shadow.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  // For widgets to implement; with @internal, what is meant for them alone stays out of the manifest.

  /** The widget's content, made once, with `core` ready. @internal @returns {(Node | string)[]} */
  build() {
    return [];
  }

  /**
   * Brings what is seen in line with the values; at most once a frame, and only while on screen.
   * @internal
   * @param {Set<string>} _changed names of attributes with a new value
   */
  update(_changed) {}

  /** What the events tell. @internal @returns {object} */
  detail() {
    return {};
  }

  /** The canvas that `toBlob` saves. @returns {HTMLCanvasElement | undefined} */
  get picture() {
    return this.#root.querySelector('canvas') ?? undefined;
  }

  /** The widget came on screen, or left it: the place to pause work. @internal @param {boolean} _visible */
  visibilityChanged(_visible) {}

  /** What a link cannot hold, as a sentence. @internal */
  get leftOut() {
    return '';
  }

  // For widgets to use.

  /** The menu below the widget, from `build` on; a widget may put it elsewhere, and offer more. @internal */
  share = /** @type {ReturnType<typeof createShare>} */ (/** @type {unknown} */ (undefined));

  /** @internal @returns {import('./theme.js').Theme} */
  get theme() {
    this.#theme ??= readTheme(this, this.#probe);
    return this.#theme;
  }

  /** @internal */
  get visible() {
    return this.#visible;
  }

  /** The value of an attribute, checked. @internal @param {string} name */
  read(name) {
    const chosen = this.chosen(name);
    return chosen === undefined ? this.start(name) : chosen;
  }

  /** What lies over the start, if anything does. @internal @param {string} name */
  chosen(name) {
    return this.#values.chosen(name);
  }

  /** The value `reset()` goes back to. @internal @param {string} name */
  start(name) {
    return this.#values.start(name);
  }

  /** A property was set: it becomes the attribute. @internal @param {string} name @param {unknown} value */
  write(name, value) {
    if (value === null || value === undefined || value === false) this.removeAttribute(name);
    else this.setAttribute(name, value === true ? '' : toText(value));
  }

  /**
   * Values chosen by the reader: null for none, undefined to go back to the start. Tells the group.
   * @internal
   * @param {Record<string, unknown>} values
   */
  choose(values) {
    for (const [name, value] of Object.entries(values)) this.#values.choose(name, value);
    tellGroup(this, this.group, values);
    this.invalidate();
  }

  /** @internal @param {'input' | 'change'} type */
  emit(type) {
    this.dispatchEvent(
      new CustomEvent(type, { bubbles: true, composed: true, detail: this.detail() }),
    );
  }

  /** Tells a result to screen readers once things have come to rest. @internal @param {string} sentence */
  announce(sentence) {
    this.#announcer.say(sentence);
  }

  /**
   * What author or reader have set, as texts: these attributes make another one like this.
   * @internal
   * @returns {Record<string, string>}
   */
  given() {
    const names = this.#values.names.filter((name) => this.#values.given(name));
    const { state } = this;
    return Object.fromEntries(names.map((name) => [name, toText(state[name])]));
  }

  /** Asks for an update in the next frame. @internal */
  invalidate() {
    this.#dirty = true;
    if (this.#running && this.#visible) this.#frame ||= requestAnimationFrame(() => this.flush());
  }

  /** Updates now. @internal */
  flush() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#dirty = false;
    this.#theme = undefined;
    const changed = this.#values.takeChanged();
    this.attempt(() => {
      this.#applyTheme();
      this.update(changed);
    });
  }

  /**
   * What goes wrong in it ends in a sentence, and never leaves the widget.
   * @internal
   * @template T
   * @param {() => T} work
   * @param {() => void} [stop] what must not go on after that
   * @returns {T | undefined}
   */
  attempt(work, stop) {
    try {
      return work();
    } catch (error) {
      stop?.();
      this.fail(error, /not enough memory/.test(String(error)) ? NO_MEMORY : STOPPED);
    }
  }

  /**
   * Runs now if connected and at every later connection. The signal aborts on removal: whatever
   * observes or listens outside of the widget ends with it.
   * @internal
   * @param {(signal: AbortSignal) => void} connect
   */
  whileConnected(connect) {
    this.#connections.push(connect);
    if (this.#connection) connect(this.#connection.signal);
  }

  /**
   * Shows the fallback and one sentence in place of the widget.
   * @internal
   * @param {unknown} error
   * @param {string} sentence
   */
  fail(error, sentence) {
    this.#halt();
    this.#root.hidden = true;
    this.#fallback.hidden = false;
    this.#sentence.hidden = false;
    this.#sentence.textContent = sentence;
    this.#reject(error);
    console.error(`${this.localName}:`, error);
    this.dispatchEvent(new CustomEvent('error', { detail: { error, message: sentence } }));
  }

  // For everyone.

  /**
   * Settles once the widget can be used, or has failed. A widget starts when the reader comes near
   * it, or when this is asked for.
   * @returns {Promise<WidgetElement>}
   */
  get ready() {
    this.#asked = true;
    this.#now();
    return this.#ready;
  }

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

  /**
   * Whether the menu that copies and saves is left out.
   * @attr no-menu
   * @type {boolean}
   */
  get noMenu() {
    return this.hasAttribute('no-menu');
  }
  set noMenu(value) {
    this.write('no-menu', value);
  }

  /** Goes back to the very same start. After a failure: tries again. */
  reset() {
    if (!this.#sentence.hidden) {
      this.#ready = this.#promise();
      this.#start();
    }
    this.choose(Object.fromEntries(this.#values.names.map((name) => [name, undefined])));
    tellGroup(this, this.group, this.state);
  }

  /**
   * Everything a reader can change, as a plain object; setting it puts the widget in that state.
   * @returns {Record<string, any>}
   */
  get state() {
    return Object.fromEntries(this.#values.names.map((name) => [name, this.#property(name)]));
  }
  set state(values) {
    const known = this.#values.names.filter((name) => values?.[name] !== undefined);
    this.choose(Object.fromEntries(known.map((name) => [name, values[name]])));
  }

  /** The state as a fragment, to put behind the page's address. @returns {string} */
  link() {
    return toLink(this, this.given());
  }

  /** The picture as a PNG, with the background it is seen on. @returns {Promise<Blob>} */
  async toBlob() {
    await this.ready;
    await drawn();
    this.flush();
    const picture = await onBackground(this.picture, this.theme.background);
    if (!picture) throw new Error(`${this.localName}: no picture`);
    return picture;
  }

  // Called by the browser.

  connectedCallback() {
    expectModule(this.#class.module);
    this.#takeEarlyProperties();
    const { style } = this.#class;
    adopt(/** @type {ShadowRoot} */ (this.shadowRoot), [baseStyle, probeStyle, style]);
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    hearGroup(this, signal, ({ group, values }) => this.#hear(group, values));
    const restore = () => this.#restore();
    addEventListener('hashchange', restore, { signal });
    restore();
    watchPreferences(signal, () => this.invalidate());
    this.#watchVisibility(signal);
    for (const connect of this.#connections) connect(signal);
    this.#start();
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#connection = undefined;
    this.#visible = false;
    this.#halt();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || name === 'group' || name === 'no-menu') return;
    this.#values.choose(name, undefined);
    if (this.#running) {
      tellGroup(this, this.group, { [name]: this.#property(name) });
      this.invalidate();
    }
  }

  /** @returns {Promise<WidgetElement>} */
  #promise() {
    /** @type {Promise<WidgetElement>} */
    const promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    promise.catch(() => {}); // told by the error event and the sentence
    return promise;
  }

  async #start() {
    const signal = this.#connection?.signal;
    if (!signal) return;
    try {
      const { near, now } = waitUntilNear(this, signal);
      this.#now = now;
      if (this.#asked) now();
      await near;
      const raw = await loadModule(this.#class.module);
      await nextTurn();
      if (signal.aborted) return;
      // In two tasks, each short.
      this.#make(raw);
      await nextTurn();
      if (!signal.aborted) this.#run();
    } catch (error) {
      if (!signal.aborted) this.fail(error, NOT_STARTED);
    }
  }

  /** @param {import('../core/module.js').Raw} raw */
  #make(raw) {
    if (this.core) return;
    const { capabilities } = this.#class;
    this.core = Object.assign({}, ...capabilities.map((capability) => capability(raw)));
    this.#values.renew();
    this.share = createShare(this);
    this.#root.append(...this.build());
    if (!this.share.node.parentNode) this.#root.append(this.share.node);
  }

  #run() {
    for (const name of this.#values.names) this.start(name); // warns of bad ones
    this.#running = true;
    this.flush(); // still hidden: the browser then works out the styles once, not at each question
    if (!this.#running) return;
    this.#fallback.hidden = true;
    this.#sentence.hidden = true;
    this.#root.hidden = false;
    this.#resolve(this);
  }

  /** No more updates, not even the one that has been asked for. */
  #halt() {
    this.#running = false;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** @param {AbortSignal} signal */
  #watchVisibility(signal) {
    const observer = new IntersectionObserver(
      (entries) => {
        this.#visible = entries[entries.length - 1].isIntersecting;
        this.visibilityChanged(this.#visible);
        if (this.#dirty) this.invalidate();
      },
      { rootMargin: '100px' },
    );
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** @param {string} group @param {Record<string, string>} values */
  #hear(group, values) {
    if (!this.group || group !== this.group) return;
    this.#values.hear(values);
    this.invalidate();
  }

  #restore() {
    const values = fromLink(this, location.hash);
    if (!values) return;
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

  #applyTheme() {
    const { paints, muted, focus } = this.theme;
    const { classList, style } = this.#root;
    classList.toggle('paints', paints);
    style.setProperty('--muted', muted);
    style.setProperty('--focus', focus);
  }

  /** @param {string} name of an attribute */
  #property(name) {
    return Reflect.get(this, camelCase(name));
  }
}
