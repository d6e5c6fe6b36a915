/** Numbers as text: a true minus, no negative zero, and no 0.000 for what is not 0. */

/**
 * For its first format a browser looks through all the languages it knows, which takes longer than
 * to draw a widget: so it is made when the first number needs it.
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

// The numbers beside a curve are there with the first drawing, and change with every move of a hand:
// these two say what Intl says, at once. A test compares them.

/** Always that many decimals. @param {number} value @param {number} digits */
export const fixed = (value, digits) => signed(value, decimals(Math.abs(value), digits));

/** No more decimals than needed; from a million on a power of ten, if that is shorter. @param {number} value @param {number} [digits] at most */
export function short(value, digits = 12) {
  const size = Math.abs(value);
  // Beyond 15 digits are the rests of a binary number.
  const held = 14 - Math.floor(Math.log10(size || 1));
  const text = decimals(size, Math.max(0, Math.min(digits, held)));
  const plain = signed(value, text.replace(/\.0*$|(\.\d*?)0+$/, '$1'));
  if (!(size >= 1e6 && size < Infinity)) return plain;
  const power = scientific(Number(value.toPrecision(12)));
  return power.length < plain.length ? power : plain;
}

/** A tie that is a little less in binary, such as 1.005, is rounded up. */
const LITTLE = 1 + Number.EPSILON;

/** @param {number} size @param {number} digits */
const decimals = (size, digits) => (size === Infinity ? '∞' : (size * LITTLE).toFixed(digits));

/** @param {number} value @param {string} size */
const signed = (value, size) => (value < 0 && Number(size) !== 0 ? `−${size}` : size);

/**
 * A value read off a curve: three decimals, or a power of ten where those would hide it.
 * @param {number} value
 * @param {(value: number, digits: number) => string} [format] `fixed` or `short`
 * @param {number} [most] from which on it is a power of ten; less where there is little room
 */
export function reading(value, format = fixed, most = 1e6) {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  return size && (size < 5e-4 || size >= most) ? scientific(value, 2) : format(value, 3);
}

/** @param {number} value @param {number} [digits] as many as it needs */
export function scientific(value, digits) {
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(digits && digits - 1).split('e');
  return `${mantissa.replace('-', '−')}×${powerOfTen(Number(exponent))}`;
}

/** @param {number} exponent */
export const powerOfTen = (exponent) =>
  `10${String(exponent).replace(/./g, (c) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)])}`;
