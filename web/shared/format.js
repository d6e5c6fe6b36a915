/** Numbers as text: a true minus, no negative zero, and no 0.000 for what is not 0. */

/**
 * The format is made with the first number: to load the language takes a while, and a script that
 * is only being read should not.
 * @param {Intl.NumberFormatOptions} options
 * @returns {(value: number) => string}
 */
export function numberFormat(options) {
  /** @type {Intl.NumberFormat | undefined} */
  let format;
  return (value) => {
    format ??= new Intl.NumberFormat('en', options);
    return format.format(value).replace('-', '−');
  };
}

/** @type {Map<number, (value: number) => string>} negative keys: at most that many decimals */
const decimals = new Map();

/** @param {number} value @param {number} digits @param {number} least */
function decimal(value, digits, least) {
  const key = least < digits ? -digits - 1 : digits;
  let format = decimals.get(key);
  if (!format) {
    format = numberFormat({
      minimumFractionDigits: least,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
      useGrouping: false,
    });
    decimals.set(key, format);
  }
  return format(value);
}

/** Always that many decimals. @param {number} value @param {number} digits */
export const fixed = (value, digits) => decimal(value, digits, digits);

/** No more decimals than needed. @param {number} value @param {number} [digits] at most */
export const short = (value, digits = 12) => decimal(value, digits, 0);

/**
 * A value read off a curve: three decimals, or a power of ten where those would hide it.
 * @param {number} value
 * @param {(value: number, digits: number) => string} [format] `fixed` or `short`
 */
export function reading(value, format = fixed) {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  return size && (size < 5e-4 || size >= 1e6) ? scientific(value, 2) : format(value, 3);
}

/** @param {number} value @param {number} digits */
export function scientific(value, digits) {
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${mantissa.replace('-', '−')}×${powerOfTen(Number(exponent))}`;
}

/** @param {number} exponent */
export const powerOfTen = (exponent) =>
  `10${String(exponent).replace(/./g, (c) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)])}`;
