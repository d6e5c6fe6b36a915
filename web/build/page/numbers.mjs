// Puts the numbers into the article: {{expression}}, {{expression:3}} with three decimals,
// {{expression:e2}} as a power of ten with two digits.
import { fixed, scientific, short } from '../../shared/format.js';
import { evaluate } from './expression.mjs';

/** @typedef {(name: string, values: (number | string)[]) => number} Call */

const marker = /\{\{(.+?)(?::(e?)(\d))?\}\}/g;

/**
 * @param {string} text
 * @param {Call} call
 * @param {(number: string) => string} [write] what to make of a number as readers see it
 */
export const fillNumbers = (text, call, write = (number) => number) =>
  text.replace(marker, (_, expression, power, digits) => {
    const value = evaluate(expression, call);
    if (digits === undefined) return write(short(value, 6));
    return write(power ? scientific(value, Number(digits)) : fixed(value, Number(digits)));
  });

/** For attributes, which programs read. @param {string} number */
export const plain = (number) => number.replace('−', '-');

/** For formulas. @param {string} number */
export const tex = (number) =>
  plain(number).replace(/×10(.+)/, (_, power) => `\\times 10^{${ordinary(power)}}`);

/** @param {string} superscript */
const ordinary = (superscript) =>
  superscript.replace(/./g, (c) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)]);
