import { expectModule, loadModule } from '../core/module.js';
import { sources } from '../core/on-demand.js';
import { createAnnouncer } from './announcer.js';
import { AttributeElement } from './attribute-element.js';
import { h, keepTyping } from './dom.js';
import { waitUntilNear, watchVisibility } from './near.js';
import { onBackground } from './pictures.js';
import { createReadiness } from './readiness.js';
import { createShare } from './share.js';
import { adopt, baseStyle } from './style.js';
import { watchPaper, watchSurroundings } from './surroundings.js';
import { applyTheme, createProbe, probeStyle, readTheme } from './theme.js';
import { drawn, nextTurn } from './turn.js';

/** @typedef {(raw: import('../core/module.js').Raw) => object} Capability */
/** @typedef {{ error: unknown, message: string }} FailureDetail what the event `error` tells */

const NOT_STARTED =
  'This interactive figure could not start, because WebAssembly is missing, blocked or damaged here.';
const UNABLE =
  'This interactive figure could not start, because something it needs is missing here.';
const STOPPED = 'This interactive figure stopped because of an error.';
const NO_MEMORY = 'This interactive figure stopped, because there is not enough memory for it.';

/** What is written here is English, whatever the page around it is. */
const WORDS = { lang: 'en', dir: 'ltr' };

/**
 * What all widgets share. A widget says what it has (the static members) and implements `build`,
 * `update`, `detail` and `picture`; see web/README.md.
 *
 * @fires {CustomEvent<FailureDetail>} error - when the widget cannot start or go on; `detail` has error and message
 * @csspart share - the menu that copies and saves
 */
export class WidgetElement extends AttributeElement {
  /** What the widget needs of the core. @internal @type {Capability[]} */
  static capabilities = [];

  /** The module that has them. @internal @type {import('../core/module.js').ModuleName} */
  static module = 'core';

  /** Style of its own. @internal */
  static style = '';

  /** @internal */
  static get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: each element has its own attributes
    return [...super.observedAttributes, 'no-menu'];
  }

  /** Attributes that are read once, when training is taken up: not what a control sets. @internal */
  static kept = /** @type {string[]} */ ([]);

  /** The capabilities asked for, once the module runs. @internal @type {any} */
  core;

  /** @returns {typeof WidgetElement} */
  get #class() {
    return /** @type {any} */ (this.constructor);
  }

  #root = h('div', { class: 'root', part: 'root', hidden: true, ...WORDS });
  #fallback = h('slot');
  #sentence = h('p', { part: 'error', role: 'alert', hidden: true, ...WORDS });
  #probe = createProbe(() => this.invalidate());
  #announcer = createAnnouncer();
  #told = '';
  /** @type {import('./theme.js').Theme | undefined} */
  #theme;
  #frame = 0;
  #dirty = false;
  #running = false;
  #visible = false;
  /** @type {ReturnType<typeof createReadiness<WidgetElement>>} */
  #readiness = createReadiness();
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
    shadow.addEventListener('keydown', keepTyping);
    this.whileConnected((signal) => {
      watchSurroundings(this, signal, () => this.invalidate());
      watchPaper(signal, () => this.#running && this.flush());
      watchVisibility(this, signal, (visible) => {
        this.#visible = visible;
        this.visibilityChanged(visible);
        if (this.#dirty) this.invalidate();
      });
    });
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

  /** What a settled choice is announced with. @internal @type {HTMLElement | undefined} */
  conclusion;

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

  /** Started, and neither failed nor removed. @internal */
  get running() {
    return this.#running;
  }

  /** @internal */
  settle() {
    super.settle();
    if (!this.conclusion) return;
    this.flush();
    const text = this.conclusion.textContent ?? '';
    if (text !== this.#told) this.announce(text);
    this.#told = text;
  }

  /** Tells a result to screen readers once things have come to rest. @internal @param {string} sentence */
  announce(sentence) {
    this.#announcer.say(sentence);
  }

  /** Asks for an update in the next frame. @internal */
  invalidate() {
    this.#dirty = true;
    if (this.#running && this.#visible) this.#frame ||= requestAnimationFrame(() => this.flush());
  }

  /** What a script has set counts for what it asks next. @internal */
  upToDate() {
    if (this.#dirty && this.#running) this.flush();
  }

  /** Updates now. @internal */
  flush() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#dirty = false;
    this.#theme = undefined;
    const changed = this.values.takeChanged();
    this.attempt(() => {
      applyTheme(this.theme, this.#root);
      // Only now: asked for colours, the browser works out the styles of all that is shown.
      if (this.#root.hidden && this.#running) this.#show(true);
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
   * Shows the fallback and one sentence in place of the widget.
   * @internal
   * @param {unknown} error
   * @param {string} sentence
   */
  fail(error, sentence) {
    this.#halt();
    this.#show(false);
    this.#sentence.textContent = sentence;
    this.#readiness.reject(error);
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
    return this.#readiness.promise;
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
    if (!this.#sentence.hidden) this.#start();
    super.reset();
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
    this.#start(this.#connect());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#visible = false;
    this.#halt();
  }

  /** What it finds missing is told by `#start`, and never leaves the element. */
  async #connect() {
    super.connectedCallback();
    adopt(/** @type {ShadowRoot} */ (this.shadowRoot), [baseStyle, probeStyle, this.#class.style]);
  }

  /** @param {Promise<void>} [connected] */
  async #start(connected) {
    const signal = this.connection;
    if (!signal) return;
    this.#readiness.begin();
    let sentence = UNABLE;
    try {
      await connected; // so that whoever makes the element can listen first
      if (signal.aborted) return;
      const { near, now } = waitUntilNear(this, signal);
      this.#now = now;
      if (this.#asked) now();
      await near;
      sentence = NOT_STARTED;
      const raw = await loadModule(this.#class.module, sources);
      sentence = UNABLE;
      await nextTurn();
      if (signal.aborted) return;
      // In two tasks, each short.
      this.#make(raw);
      await nextTurn();
      if (!signal.aborted) this.#run();
    } catch (error) {
      if (!signal.aborted) this.fail(error, sentence);
    }
  }

  /** @param {import('../core/module.js').Raw} raw */
  #make(raw) {
    if (this.#root.firstChild) return;
    const { capabilities } = this.#class;
    this.core = Object.assign({}, ...capabilities.map((capability) => capability(raw)));
    this.values.renew();
    this.share = createShare(this);
    this.#root.append(...this.build());
    if (!this.share.node.parentNode) this.#root.append(this.share.node);
  }

  #run() {
    for (const name of this.values.names) this.start(name); // warns of bad ones
    this.#running = true;
    this.flush();
    if (this.#running) this.#readiness.resolve(this);
  }

  /** @param {boolean} works or else: the fallback, and what went wrong */
  #show(works) {
    this.#root.hidden = !works;
    this.#fallback.hidden = works;
    this.#sentence.hidden = works;
  }

  /** No more updates, not even the one that has been asked for. */
  #halt() {
    this.#running = false;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
