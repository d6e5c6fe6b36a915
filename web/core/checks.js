/**
 * Checks of arguments. Each returns the value it has checked, or throws an error that names the
 * caller, the rule and the value.
 */

/**
 * Anything in words: not every object lets itself be made a text, and "3" is no number.
 * @param {unknown} x
 */
export const kind = (x) =>
  typeof x === 'object' && x
    ? Object.prototype.toString.call(x).slice(8, -1)
    : typeof x === 'string'
      ? `"${x.slice(0, 40)}"`
      : String(x);

/**
 * @param {string} what the caller and the argument, as in "train: steps"
 * @param {unknown} x
 * @param {number} min
 * @param {number} max
 * @returns {number}
 */
export function checkNumber(what, x, min, max) {
  if (typeof x !== 'number') throw new TypeError(`${what} must be a number, not ${kind(x)}`);
  if (!(x >= min && x <= max) || !Number.isFinite(x)) {
    throw new RangeError(`${what} must be ${range(min, max)}, not ${x}`);
  }
  return x;
}

/** @type {typeof checkNumber} */
export function checkInteger(what, x, min, max) {
  if (typeof x !== 'number') throw new TypeError(`${what} must be an integer, not ${kind(x)}`);
  if (!(Number.isInteger(x) && x >= min && x <= max)) {
    throw new RangeError(`${what} must be an integer ${range(min, max)}, not ${x}`);
  }
  return x;
}

/**
 * @param {number} min
 * @param {number} max
 */
const range = (min, max) =>
  max < Infinity ? `from ${min} to ${max}` : `finite and at least ${min}`;

/**
 * The text "false" would be taken for true.
 * @param {string} what
 * @param {unknown} x
 * @returns {boolean}
 */
export function checkBoolean(what, x) {
  if (typeof x !== 'boolean') throw new TypeError(`${what} must be a boolean, not ${kind(x)}`);
  return x;
}

/**
 * @param {string} what
 * @param {unknown} x
 * @param {readonly string[]} names
 * @returns {number} the place of x among the names
 */
export function checkName(what, x, names) {
  const index = names.indexOf(/** @type {string} */ (x));
  if (index < 0) throw new RangeError(`unknown ${what} ${kind(x)}; use one of ${names.join(', ')}`);
  return index;
}

/**
 * @param {string} what
 * @param {unknown} x
 * @returns {Float32Array}
 */
export function checkFloats(what, x) {
  if (!(x instanceof Float32Array)) {
    throw new TypeError(`${what} must be a Float32Array, not ${kind(x)}`);
  }
  return x;
}

/**
 * @template T
 * @param {string} what
 * @param {T} x
 * @returns {T}
 */
export function checkObject(what, x) {
  if (typeof x !== 'object' || !x) throw new TypeError(`${what} must be an object, not ${kind(x)}`);
  return x;
}

/**
 * @template {object} T
 * @param {string} caller
 * @param {unknown} given
 * @param {T} defaults every key there is
 * @returns {T}
 */
export function checkOptions(caller, given, defaults) {
  const options = /** @type {object} */ (checkObject(`${caller}: the options`, given));
  for (const key of Object.keys(options)) {
    if (!(key in defaults)) {
      throw new RangeError(
        `${caller}: unknown option "${key}"; there are ${Object.keys(defaults).join(', ')}`,
      );
    }
  }
  const known = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(known) };
}
