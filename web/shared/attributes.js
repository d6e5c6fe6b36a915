/**
 * Kinds of attributes: how a text is read, and what to use instead of a bad one. Where the default
 * is null, an empty text means none.
 *
 * @typedef {import('./attribute-element.js').AttributeElement} AttributeElement
 */

/**
 * @template T
 * @typedef {object} Kind
 * @property {T} initial the value where the attribute is missing or bad
 * @property {(text: string, element: AttributeElement) => T | undefined} parse undefined for a bad text
 * @property {(element: AttributeElement) => string} expects what to use, for the warning
 */

/**
 * @template {number | null} T
 * @param {T} initial
 * @param {{ min?: number, max?: number, whole?: boolean }} [rule]
 * @returns {Kind<number | T>}
 */
export const number = (initial, { min = -Infinity, max = Infinity, whole = false } = {}) => ({
  initial,
  parse(text) {
    if (initial === null && text === '') return initial;
    const value = toNumber(text);
    return value >= min && value <= max && !(whole && value % 1) ? value : undefined;
  },
  expects: () =>
    `a ${whole ? 'whole ' : ''}number${min > -Infinity ? ` from ${min}` : ''}${max < Infinity ? ` to ${max}` : ''}`,
});

/** What random numbers start from. */
export const seed = /* @__PURE__ */ number(42, { min: 0, max: 2 ** 32 - 1, whole: true });

/**
 * @template {number[] | null} T
 * @param {T} initial
 * @param {string} expected in words
 * @param {(values: number[]) => boolean} accept
 * @returns {Kind<number[] | T>}
 */
export const numbers = (initial, expected, accept) => ({
  initial,
  parse(text) {
    if (initial === null && text === '') return initial;
    const values = words(text).map(toNumber);
    return values.every(Number.isFinite) && accept(values) ? values : undefined;
  },
  expects: () => expected,
});

/**
 * One of several words. Where `options` is a function it may answer undefined as long as the words
 * are not known (before the core has started): then any word will do.
 *
 * @template {string | null} T
 * @param {T} initial
 * @param {readonly string[] | ((element: any) => readonly string[] | undefined)} options
 * @returns {Kind<string | T>}
 */
export const choice = (initial, options) => ({
  initial,
  parse(text, element) {
    if (initial === null && text === '') return initial;
    return allows(options, element, text) ? text : undefined;
  },
  expects: (element) => `one of ${resolve(options, element)?.join(', ')}`,
});

/**
 * Several words, separated by spaces; duplicates count once, unless the same word may come again.
 *
 * @template {string[] | null} T
 * @param {T} initial
 * @param {readonly string[] | ((element: any) => readonly string[] | undefined)} options
 * @param {boolean} [again]
 * @returns {Kind<string[] | T>}
 */
export const choices = (initial, options, again = false) => ({
  initial,
  parse(text, element) {
    if (initial === null && text === '') return initial;
    const values = again ? words(text) : [...new Set(words(text))];
    return values.length && values.every((word) => allows(options, element, word))
      ? values
      : undefined;
  },
  expects: (element) => `some of ${resolve(options, element)?.join(', ')}`,
});

/** @type {Kind<boolean>} true where the attribute is present */
export const flag = {
  initial: false,
  parse: (text) => text !== 'false',
  expects: () => 'the attribute without a value',
};

/** @type {Kind<string>} */
export const text = { initial: '', parse: (value) => value, expects: () => 'any text' };

/**
 * The text of a value as an attribute has it. Never throws, whatever a link or a script hands in.
 * @param {unknown} value
 * @returns {string}
 */
export const toText = (value) =>
  Array.isArray(value) ? value.map(toWord).join(' ') : toWord(value);

/** @param {unknown} value */
const toWord = (value) => (typeof value === 'object' ? '' : String(value)); // null too

/** @param {string} text */
const words = (text) =>
  text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);

/** @param {string} text an empty one is not 0 */
const toNumber = (text) => (text.trim() ? Number(text) : Number.NaN);

/** @param {any} options @param {AttributeElement} element */
const resolve = (options, element) =>
  /** @type {readonly string[] | undefined} */ (
    typeof options === 'function' ? options(element) : options
  );

/** @param {any} options @param {AttributeElement} element @param {string} word */
const allows = (options, element, word) => resolve(options, element)?.includes(word) ?? true;
