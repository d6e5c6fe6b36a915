// sin and cos of any finite float, however large. Both are computed in double: a
// float's reduction would leave [-1, 1] for large inputs.
#pragma once

#include "elementary.h"

namespace activation_widgets::math {

// 2/pi in words of 32 bits, after one word of zeros before the binary point; enough for any float.
inline constexpr std::uint32_t two_over_pi_words[] = {
    0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab};
inline double pi_half = 0x1.921fb54442d18p+0, two_over_pi = 0x1.45f306dc9c883p-1;
// pi/2 in three parts; the first two have 33 bits, so their products with 20-bit integers are
// exact.
inline double pi_half_parts[] = {0x1.921fb544p+0, 0x1.0b4611a6p-34, 0x1.3198a2e037073p-69};
inline double largest_simple_angle = 0x1p20;

// x = quarter_turns pi/2 + remainder, |remainder| <= pi/4; turns count modulo 4.
struct reduced_angle {
  double remainder;
  std::int64_t quarter_turns;
};

// The reduction of Payne and Hanek (1983) for a float's value of at least 2^20: x = significand
// 2^shift, and only those 96 bits of 2/pi matter that give x 2/pi its value modulo 4. Infinities
// give NaN.
inline reduced_angle reduce_large(double x) {
  const std::uint32_t bits = bits_as<std::uint32_t>(float(abs(x)));
  const int exponent = int(bits >> 23);
  if (exponent == 255) return {x - x, 0};
  const std::uint64_t significand = (bits & 0x7fffff) | 0x800000;
  const int first_bit = exponent - 150 - 2 + 32, word = first_bit / 32, offset = first_bit % 32;
  std::uint64_t window[3];
  for (int i = 0; i < 3; ++i) {
    const std::uint64_t pair =
        std::uint64_t(two_over_pi_words[word + i]) << 32 | two_over_pi_words[word + i + 1];
    window[i] = pair << offset >> 32;
  }
  const std::uint64_t low = significand * window[2];
  const std::uint64_t middle = significand * window[1] + (low >> 32);
  const std::uint64_t high = significand * window[0] + (middle >> 32);
  // x 2/pi modulo 4, scaled by 2^62; the nearest whole number of it are the quarter turns.
  const std::uint64_t product = high << 32 | (middle & 0xffffffff);
  const std::uint64_t turns = (product + (std::uint64_t(1) << 61)) >> 62;
  const double remainder = double(std::int64_t(product - (turns << 62))) * 0x1p-62 * pi_half;
  const auto quarter_turns = std::int64_t(turns & 3);
  return x < 0 ? reduced_angle{-remainder, -quarter_turns}
               : reduced_angle{remainder, quarter_turns};
}

template <class F>
struct angle {
  F remainder;
  integer_of<F> quarter_turns;
};

// For double and f64x2.
template <class F>
inline angle<F> reduce(F x) {
  using I = integer_of<F>;
  const F rounder = splat<F>(exponential_constants<double>::rounder);
  const F rounded = x * splat<F>(two_over_pi) + rounder;
  const F n = rounded - rounder;
  const F r = ((x - n * splat<F>(pi_half_parts[0])) - n * splat<F>(pi_half_parts[1])) -
              n * splat<F>(pi_half_parts[2]);
  angle<F> result{r, bits_as<I>(rounded)};
  double lanes[number<F>::lanes], remainders[number<F>::lanes];
  std::int64_t turns[number<F>::lanes];
  store(lanes, x);
  store(remainders, result.remainder);
  std::memcpy(turns, &result.quarter_turns, sizeof turns);
  for (std::size_t i = 0; i < number<F>::lanes; ++i) {
    if (abs(lanes[i]) < largest_simple_angle) continue;
    const reduced_angle large = reduce_large(lanes[i]);
    remainders[i] = large.remainder;
    turns[i] = large.quarter_turns;
  }
  result.remainder = load<F>(remainders);
  std::memcpy(&result.quarter_turns, turns, sizeof turns);
  return result;
}

// sin x with its slope cos x, for double and f64x2.
template <class F>
inline point<F> sine_in_double(F x) {
  using I = integer_of<F>;
  const angle<F> a = reduce(x);
  const F r = a.remainder, square = r * r;
  const F s = r + r * square * horner<F>(coefficients::sine_double, square);
  const F c = (constant<F, 1>() - square * constant<F, 1, 2>()) +
              square * square * horner<F>(coefficients::cosine_double, square);
  const I one = I{} + 1, odd = I{} - (a.quarter_turns & one);
  // Quarter turns 2 and 3 negate the sine, 1 and 2 the cosine: their sign bits, to be flipped in.
  const I sine_sign = (a.quarter_turns & (one + one)) << 62;
  const I cosine_sign = ((a.quarter_turns + one) & (one + one)) << 62;
  const I si = bits_as<I>(s), ci = bits_as<I>(c);
  return {bits_as<F>(((odd & ci) | (~odd & si)) ^ sine_sign),
          bits_as<F>(((odd & si) | (~odd & ci)) ^ cosine_sign)};
}

template <class F>
inline point<F> sine(F x) {
  if constexpr (!is_single<F>) {
    return sine_in_double(x);
  } else if constexpr (number<F>::lanes == 1) {
    const point<double> p = sine_in_double(double(x));
    return {float(p.value), float(p.slope)};
  } else {
    const auto [low, high] = widen(x);
    const point<f64x2> a = sine_in_double(low), b = sine_in_double(high);
    return {narrow(a.value, b.value), narrow(a.slope, b.slope)};
  }
}

}  // namespace activation_widgets::math
