// The standard normal distribution Φ with its density φ, and GELU, the gate it makes.
//
// For t = |x|, Φ(-t) = φ(t) Mills(t), and Mills(t) = h(v) / (t + s), where h is a polynomial in
// v = t / (t + s) and s = mills_shift. A rounded t² would make e^(-t²/2) wrong by 80 ULP far out,
// and each further rounding costs: so t, 1 / (t + s) and h (1 + f) are carried in two parts, the
// first with so few bits that products of two of them are exact.
#pragma once

#include "elementary.h"

namespace activation_widgets::math {

// Adding and taking away this rounds to multiples of 2^-8.
inline float rounder_to_256ths = 0x1.8p15f;

// The first 12 bits of a number.
template <class F>
inline F leading_bits(F x) {
  using I = integer_of<F>;
  return bits_as<F>(bits_as<I>(x) & ~(I{} + 0xfff));
}

// A number in two parts, not rounded to one.
template <class F>
struct sum_of_two {
  F high, low;
};

template <class F>
struct normal_tail {
  F t;
  exponential<F> density;   // φ(t)
  F shifted, low, inverse;  // t + s = shifted + low exactly, and about 1 / (t + s)

  // a / (t + s).
  [[gnu::always_inline]] sum_of_two<F> quotient(F a, F about) const {
    const F high = leading_bits(about);
    return {high, ((a - high * shifted) - high * low) * inverse};
  }
  // q h(v) (1 + f), with the density's fraction f; v is given less the centre.
  [[gnu::always_inline]] F product(sum_of_two<F> q, F v) const {
    const F first = splat<F>(coefficients::mills[0]);
    const F curve = v * polynomial<F, 1>(coefficients::mills, v);
    const F h = first + curve, lost = curve - (h - first), part = h * density.fraction;
    const F all = h + part, high = leading_bits(all), rest = (h - high) + (part + lost);
    return q.high * high + (q.high * rest + q.low * all);
  }
  [[gnu::always_inline]] F scaled(F x) const {
    return x * density.two_to_n_times(splat<F>(huge)) * splat<F>(tiny);
  }
};

template <class F>
[[gnu::always_inline]] inline normal_tail<F> normal_tail_of(F x) {
  const F t = at_most(abs(x), constant<F, 59, 4>());  // beyond, all is 0
  const F coarse = (t + splat<F>(rounder_to_256ths)) - splat<F>(rounder_to_256ths);
  const F fine = t - coarse, half = constant<F, 1, 2>();
  const F high = coarse * coarse * half + splat<F>(coefficients::half_log_two_pi_high);
  const F low = fine * half * (t + coarse) + splat<F>(coefficients::half_log_two_pi_low);
  const F shift = splat<F>(coefficients::mills_shift);
  return {t, exponential_of(-high, -low), coarse + shift, fine, constant<F, 1>() / (t + shift)};
}

// Mills(t) (1 + f).
template <class F>
[[gnu::always_inline]] inline F mills_ratio(const normal_tail<F>& tail) {
  const F one = constant<F, 1>(), shift = splat<F>(coefficients::mills_shift);
  const sum_of_two<F> q = tail.quotient(one, tail.inverse);
  // v = t / (t + s) = 1 - s / (t + s)
  const F v = ((one - splat<F>(coefficients::mills_centre)) - shift * q.high) - shift * q.low;
  return tail.product(q, v);
}

// x Φ(x), with the slope Φ(x) + x φ(x). Below 0 they are -t φ Mills and φ (Mills - t), above 0 what
// those leave of x and of 1.
template <class F>
[[gnu::always_inline]] inline point<F> normal_gate(F x) {
  const normal_tail<F> tail = normal_tail_of(x);
  const F t = tail.t;
  const sum_of_two<F> q = tail.quotient(t, t * tail.inverse);
  const F v = (q.high - splat<F>(coefficients::mills_centre)) + q.low;
  const F bend = tail.scaled(mills_ratio(tail) - (t + t * tail.density.fraction));
  return {at_least(x, F{}) - tail.scaled(tail.product(q, v)),
          select(x < F{}, bend, constant<F, 1>() - bend)};
}

template <class F>
struct normal_distribution {
  F cdf, pdf;
};
template <class F>
[[gnu::always_inline]] inline normal_distribution<F> normal(F x) {
  const F one = constant<F, 1>();
  const normal_tail<F> tail = normal_tail_of(x);
  const F beyond = tail.scaled(mills_ratio(tail));
  return {select(x < F{}, beyond, one - beyond), tail.scaled(one + tail.density.fraction)};
}

}  // namespace activation_widgets::math
