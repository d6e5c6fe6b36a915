// The elementary functions that activations are made of: exp, expm1, log1p, log, the logistic and
// hyperbolic tangent with their slopes, and the normal distribution. Each is one template over the
// number type F: `float` and `f32x4` are the fast kernels of networks (a few ULP of float; inputs
// below -87 or above 88 count as those), `double` and `f64x2` the exact ones (relative error below
// 1e-9, so that a result rounded to float is within 0.51 ULP). NaN gives NaN everywhere.
#pragma once

#include "coefficients.h"
#include "simd.h"

namespace activation_widgets::math {

template <class F, std::size_t n>
inline F polynomial(scalar_of<F> (&c)[n], F x) {
  F sum = splat<F>(c[n - 1]);
  for (std::size_t i = n - 1; i-- > 0;) sum = sum * x + splat<F>(c[i]);
  return sum;
}

// log2(e), ln 2 in two parts whose product with any exponent is exact, the largest exponents that
// keep 2^n a normal number, and 1.5 * 2^(mantissa bits), which rounds to an integer when added.
template <class S>
struct exponential_constants;
template <>
struct exponential_constants<float> {
  static inline float log2_e = 0x1.715476p+0f, ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
  static inline float lowest = -87.0f, highest = 88.0f, rounder = 0x1.8p23f;
  static constexpr int mantissa_bits = 23;
};
template <>
struct exponential_constants<double> {
  static inline double log2_e = 0x1.71547652b82fep+0, ln2_high = 0x1.62e42fefa39efp-1, ln2_low = 0;
  static inline double lowest = -708, highest = 709, rounder = 0x1.8p52;
  static constexpr int mantissa_bits = 52;
};

// e^x = scale (1 + fraction), scale = 2^n. Kept apart, exp and expm1 both follow without
// cancellation.
template <class F>
struct exponential {
  F scale, fraction;
  F exp() const { return scale + scale * fraction; }
  F expm1() const { return (scale - constant<F, 1>()) + scale * fraction; }
};

template <class F>
inline exponential<F> exponential_of(F x) {
  using C = exponential_constants<scalar_of<F>>;
  using I = integer_of<F>;
  x = at_least(at_most(x, splat<F>(C::highest)), splat<F>(C::lowest));
  const F rounded = x * splat<F>(C::log2_e) + splat<F>(C::rounder);
  const F n = rounded - splat<F>(C::rounder);
  F r = x - n * splat<F>(C::ln2_high);
  F q;
  if constexpr (is_single<F>) {
    r = r - n * splat<F>(C::ln2_low);
    q = polynomial<F>(coefficients::exp_single, r);
  } else {
    q = polynomial<F>(coefficients::exp_double, r);
  }
  // The integer n sits in the low bits of `rounded`; moved into the exponent field of 1 it is 2^n.
  // A NaN's bits give some other power, and the fraction keeps the NaN.
  const I power =
      wrapping_add(bits_as<I>(rounded) << C::mantissa_bits, bits_as<I>(constant<F, 1>()));
  return {bits_as<F>(power), r + r * r * q};
}

template <class F>
inline F exp(F x) {
  return exponential_of(x).exp();
}

template <class F>
inline F expm1(F x) {
  return exponential_of(x).expm1();
}

// 2 atanh(s) = log((1 + s) / (1 - s)) for |s| <= 1/3.
template <class F>
inline F twice_area_tangent(F s) {
  const F square = s * s;
  if constexpr (is_single<F>) {
    return (s + s) * polynomial<F>(coefficients::atanh_single, square);
  } else {
    return (s + s) * polynomial<F>(coefficients::atanh_double, square);
  }
}

// log(1 + y) for 0 <= y <= 1, exact near 0.
template <class F>
inline F log1p(F y) {
  return twice_area_tangent(y / (constant<F, 2>() + y));
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

// A value with its slope.
template <class F>
struct point {
  F value, slope;
};

// 1 / (1 + e^-x), from e^-|x| so that neither tail loses its digits.
template <class F>
inline point<F> logistic(F x) {
  const F one = constant<F, 1>();
  const F e = exp(-abs(x));
  const F reciprocal = one / (one + e);
  const F small = e * reciprocal;
  return {select(x < F{}, small, reciprocal), small * reciprocal};
}

template <class F>
inline point<F> hyperbolic_tangent(F x) {
  const F one = constant<F, 1>();
  if constexpr (is_single<F>) {
    const F c = at_most(at_least(x, constant<F, -9>()), constant<F, 9>());
    const F square = c * c;
    const F t = c * polynomial<F>(coefficients::tanh_numerator_single, square) /
                polynomial<F>(coefficients::tanh_denominator_single, square);
    return {t, one - t * t};
  } else {
    const exponential<F> e = exponential_of(-(abs(x) + abs(x)));
    const F m = e.expm1(), reciprocal = one / (constant<F, 2>() + m);
    return {copy_sign(m * reciprocal, x), constant<F, 4>() * e.exp() * reciprocal * reciprocal};
  }
}

// log(1 + e^x).
template <class F>
inline F log1p_exp(F x) {
  return at_least(x, F{}) + log1p(exp(-abs(x)));
}

// The standard normal distribution: Phi(x) and its density phi(x), each exact in its tail.
template <class F>
struct normal_distribution {
  F cdf, pdf;
};

inline float inverse_sqrt_two_pi_single = 0x1.988454p-2f;
inline double inverse_sqrt_two_pi_double = 0x1.9884533d43651p-2;

template <class F>
inline normal_distribution<F> normal(F x) {
  const F one = constant<F, 1>();
  F t = abs(x), ratio, scale;
  if constexpr (is_single<F>) {
    t = at_most(t, constant<F, 14>());
    ratio = polynomial<F>(coefficients::tail_numerator_single, t) /
            polynomial<F>(coefficients::tail_denominator_single, t);
    scale = splat<F>(inverse_sqrt_two_pi_single);
  } else {
    t = at_most(t, constant<F, 40>());
    ratio = polynomial<F>(coefficients::tail_numerator_double, t) /
            polynomial<F>(coefficients::tail_denominator_double, t);
    scale = splat<F>(inverse_sqrt_two_pi_double);
  }
  const F e = exp(-(t * t) * constant<F, 1, 2>());
  const F tail = e * ratio;
  return {select(x < F{}, tail, one - tail), e * scale};
}

}  // namespace activation_widgets::math
