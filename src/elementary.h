// The elementary functions that activations are made of: exp, expm1, log and the softplus. Each is
// one template over the number type F, here for `float` and `f32x4`, a scalar giving the bits of a
// lane; `log` also for double, as random numbers need it. (The tests give the templates a meaning
// for doubles and dual numbers, to check formulas and slopes with.) NaN gives NaN everywhere.
//
// There is no fused multiply-add to rely on, so what must not be rounded is carried in two parts:
// a sum or product that is exact by construction, and a small rest that is added last.
#pragma once

#include "coefficients.h"
#include "simd.h"

namespace activation_widgets::math {

// A value with its slope.
template <class F>
struct point {
  F value, slope;
};

// c[0] + c[1] x + …, one coefficient after the other.
template <class F, std::size_t n>
inline F horner(scalar_of<F> (&c)[n], F x) {
  F sum = splat<F>(c[n - 1]);
  for (std::size_t i = n - 1; i-- > 0;) sum = sum * x + splat<F>(c[i]);
  return sum;
}

// The same in pairs, pairs of pairs and so on: half as long a chain for the processor to wait for.
// powers[i] is x^(2^i).
template <std::size_t first, std::size_t count, class F, std::size_t n>
inline F terms(scalar_of<F> (&c)[n], const F* powers) {
  if constexpr (count == 1) {
    return splat<F>(c[first]);
  } else {
    constexpr std::size_t i = count > 8 ? 3 : count > 4 ? 2 : count > 2 ? 1 : 0, low = 1 << i;
    return terms<first, low, F, n>(c, powers) +
           powers[i] * terms<first + low, count - low, F, n>(c, powers);
  }
}

// c[first] + c[first + 1] x + …
template <class F, std::size_t first = 0, std::size_t n>
inline F polynomial(scalar_of<F> (&c)[n], F x) {
  static_assert(n <= 16);
  const F x2 = x * x, x4 = x2 * x2;
  const F powers[] = {x, x2, x4, x4 * x4};
  return terms<first, n - first, F, n>(c, powers);
}

// log2(e), ln 2 in two parts whose product with any exponent is exact, and 1.5 * 2^(mantissa bits),
// which rounds to an integer when added.
template <class S>
struct exponential_constants;
template <>
struct exponential_constants<float> {
  static inline float log2_e = 0x1.715476p+0f, ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
  static inline float rounder = 0x1.8p23f;
  static constexpr int mantissa_bits = 23;
};
template <>
struct exponential_constants<double> {
  static inline double ln2_high = 0x1.62e42fefa39efp-1, ln2_low = 0, rounder = 0x1.8p52;
  static constexpr int mantissa_bits = 52;
};

// Powers of two beyond the exponents of normal numbers come in two factors, of which these are the
// second: what is multiplied by 2^(n + 64) and then by 2^-64 is rounded once, where it is small.
inline float huge = 0x1p64f, tiny = 0x1p-64f;

// e^z = 2^n (1 + fraction). `exponent` is n where a float keeps its exponent, to be added to that
// of a power of two.
template <class F>
struct exponential {
  integer_of<F> exponent;
  F fraction;
  F two_to_n_times(F power) const {
    return bits_as<F>(wrapping_add(exponent, bits_as<integer_of<F>>(power)));
  }
};

// For z + low, where low is small beside 1. The sum high + rest is not rounded before it meets the
// polynomial's part: that is what makes the result good to 2^-25 or so.
template <class F>
[[gnu::always_inline]] inline exponential<F> exponential_of(F z, F low = F{}) {
  using C = exponential_constants<scalar_of<F>>;
  const F rounded = z * splat<F>(C::log2_e) + splat<F>(C::rounder);
  const F n = rounded - splat<F>(C::rounder);
  const F high = z - n * splat<F>(C::ln2_high), rest = low - n * splat<F>(C::ln2_low);
  const F r = high + rest;
  const F curve = r * r * polynomial<F>(coefficients::exp, r);
  // The integer n sits in the low bits of `rounded`. A NaN's bits give some power, and the fraction
  // keeps the NaN.
  return {bits_as<integer_of<F>>(rounded) << C::mantissa_bits, high + (rest + curve)};
}

// e^x = scale + scale fraction for x <= 0, down to the smallest denormal.
template <class F>
struct decay {
  F scale, change;
  F exp() const { return scale + change; }
  F expm1() const { return (scale - constant<F, 1>()) + change; }
};
template <class F>
[[gnu::always_inline]] inline decay<F> decay_of(F x) {
  const exponential<F> e = exponential_of(at_least(x, constant<F, -105>()));
  const F scale = e.two_to_n_times(splat<F>(huge)) * splat<F>(tiny);
  return {scale, scale * e.fraction};
}

// e^x for x <= 0.
template <class F>
inline F exp(F x) {
  return decay_of(x).exp();
}

// e^x - 1 for x <= 0.
template <class F>
inline F expm1(F x) {
  return decay_of(x).expm1();
}

// 2 atanh(s) = log((1 + s) / (1 - s)) for |s| <= 1/3.
template <class F>
inline F twice_area_tangent(F s) {
  const F square = s * s, twice = s + s;
  if constexpr (is_single<F>) {
    return twice + twice * square * polynomial<F>(coefficients::atanh_rest, square);
  } else {
    return twice * horner<F>(coefficients::atanh_double, square);
  }
}

// log(x) for normal x > 0.
template <class F>
inline F log(F x) {
  using C = exponential_constants<scalar_of<F>>;
  using I = integer_of<F>;
  // Splits x = 2^n m with m in [sqrt(1/2), sqrt(2)).
  const I half = bits_as<I>(constant<F, 5, 7>());
  const I n = (bits_as<I>(x) - half) >> C::mantissa_bits;
  const F m = bits_as<F>(bits_as<I>(x) - (n << C::mantissa_bits));
  const F whole = bits_as<F>(n + bits_as<I>(splat<F>(C::rounder))) - splat<F>(C::rounder);
  const F one = constant<F, 1>();
  return whole * splat<F>(C::ln2_high) +
         (twice_area_tangent((m - one) / (m + one)) + whole * splat<F>(C::ln2_low));
}

// log(1 + e^x), and its slope 1 / (1 + e^-x).
template <class F>
[[gnu::always_inline]] inline point<F> softplus(F x) {
  const F one = constant<F, 1>(), two = constant<F, 2>();
  const decay<F> d = decay_of(-abs(x));
  const F e = d.exp();
  return {at_least(x, F{}) + twice_area_tangent(e / ((two + d.scale) + d.change)),
          select(x < F{}, e, one) / ((one + d.scale) + d.change)};
}

}  // namespace activation_widgets::math
