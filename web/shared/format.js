/** Numbers as text: a true minus, no negative zero, and no 0.000 for what is not 0. */

/** @type {Map<number, Intl.NumberFormat>} negative keys: at most that many decimals */
const formats = new Map();

/** @param {number} value @param {number} digits @param {number} least */
function decimal(value, digits, least) {
  const key = least < digits ? -digits - 1 : digits;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en', {
      minimumFractionDigits: least,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
      useGrouping: false,
    });
    formats.set(key, format);
  }
  return format.format(value).replace('-', '−');
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
