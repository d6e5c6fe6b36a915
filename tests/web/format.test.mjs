// Numbers as readers see them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, reading, short } from '../../web/shared/format.js';

/** @param {number} least @param {number} most decimals */
const intl = (least, most) => {
  const format = new Intl.NumberFormat('en', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: 'negative',
    useGrouping: false,
  });
  return (/** @type {number} */ value) => format.format(value).replace('-', '−');
};

const edges = [
  Infinity,
  -Infinity,
  0,
  -0,
  1e-9,
  -1e-9,
  0.0005,
  -0.0004,
  1,
  -1,
  10,
  -100,
  0.1 + 0.2,
  999.9996,
  123456,
];
const typed = Array.from({ length: 24_001 }, (_, i) => (i - 12_000) / 2000);
const spread = Array.from({ length: 4000 }, (_, i) => Math.sin(i) * 10 ** ((i % 11) - 6));

test('decimals are those of Intl in English, with a true minus and no negative zero', () => {
  for (const digits of [0, 1, 2, 3, 6]) {
    const [always, needed] = [intl(digits, digits), intl(0, digits)];
    for (const value of [...edges, ...typed, ...spread, ...spread.map(Math.fround)]) {
      assert.equal(fixed(value, digits), always(value), `${value}, ${digits} decimals`);
      assert.equal(short(value, digits), needed(value), `${value}, at most ${digits} decimals`);
    }
  }
});

test('the ends of an axis and its ticks keep every decimal that was given', () => {
  const large = Array.from({ length: 2000 }, (_, i) => (i + 1) / 10 + 10 ** ((i % 9) + 1));
  for (const value of [...edges, ...typed, ...large, 0.25, -1.125, 1e-12, 3.3, 250000.5]) {
    const text = short(value);
    if (!text.includes('×')) assert.equal(text, intl(0, 12)(value));
    else assert.ok(Math.abs(value) >= 1e6 && text.length < intl(0, 12)(value).length, text);
  }
});

test('a large number is a power of ten where that is shorter, with every digit it has', () => {
  const given = [1e6, 1000002, -2.5e7, 1e21, 1.5e21, 1000000.5, 3e20 + 7];
  const told = ['1×10⁶', '1000002', '−2.5×10⁷', '1×10²¹', '1.5×10²¹', '1000000.5', '3×10²⁰'];
  assert.deepEqual(
    given.map((value) => short(value)),
    told,
  );
});

test('where there is little room a large value becomes a power of ten earlier', () => {
  assert.equal(reading(-2345.678), '−2345.678');
  assert.equal(reading(-2345.678, fixed, 1e3), '−2.3×10³');
  assert.equal(reading(999.9, fixed, 1e3), '999.900');
});
