// What an attribute, a property, a state or a link may be made to hold by someone who means harm, or
// by accident.
import fc from 'fast-check';
import { long } from '../long/instruments.mjs';

/** The same cases each time in `npm test`, others each time in `npm run robustness`. */
export const run = (/** @type {number} */ numRuns) =>
  long ? { numRuns: numRuns * 10 } : { numRuns, seed: 20 };

const nasty = [
  '',
  ' ',
  '0',
  '-0',
  '-1',
  '1e999',
  '-1e308',
  '4.9e-324',
  '9007199254740993',
  '4294967296',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror="pwned = 1">',
  '"><script>pwned = 1</script>',
  'javascript:pwned=1',
  '{{pwned = 1}}',
  '\u0000',
  '\ud800',
  '٣',
  '1,2,3',
  '1;2',
  '🙂'.repeat(50),
  'x'.repeat(100_000),
  '256 '.repeat(70),
  '1 '.repeat(50_000),
  '8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8',
  'relu '.repeat(10_000),
];

/** Words that mean something somewhere, so that whole lists of them come together. */
const sensible = [
  ...['relu', 'tanh', 'gelu', 'identity', 'step', 'prelu', 'circles', 'spirals', 'adam', 'sgd'],
  ...['he_normal', 'zeros', 'bce', 'mse', 'typical', 'play', 'inside', '1', '2', '8', '0.5', '-3'],
];

export const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.constantFrom(...sensible),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.constantFrom(...sensible), { maxLength: 90 }).map((words) => words.join(' ')),
  fc.array(fc.double(), { maxLength: 20 }).map((numbers) => numbers.join(' ')),
  fc.integer().map(String),
  fc.double().map(String),
);

/** Values as JSON has them; those it has not are made in the page. */
export const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 12 }),
  fc.jsonValue(),
);
