// The logistic function, what it gates, and the hyperbolic tangent, with their slopes.
#pragma once

#include "elementary.h"

namespace activation_widgets::math {

// 1 / (1 + e^-z) = unit / sum, where unit is 1, or small enough for unit e^-z to stay in range. The
// factor of the gate goes into the numerator, so that the quotient alone meets the denormals.
template <class F>
struct logistic_fraction {
  F z, unit, sum, scale, change;  // unit e^-z = scale + change
  F times(F factor) const { return factor * unit / sum; }
  // 1 - 1 / (1 + e^-z), to its last digits on both sides.
  [[gnu::always_inline]] F complement(F value) const {
    return select(z < F{}, constant<F, 1>() - value, scale * value + change * value);
  }
};

inline float logistic_unit_far = 0x1p-120f;

// Of z + low. Below -165 the result counts as 0 times any float, above 88 e^-z as 0.
template <class F>
[[gnu::always_inline]] inline logistic_fraction<F> logistic_fraction_of(F z, F low = F{}) {
  z = at_most(at_least(z, constant<F, -165>()), constant<F, 88>());
  const exponential<F> e = exponential_of(-z, -low);
  const F unit = select(z < constant<F, -64>(), splat<F>(logistic_unit_far), constant<F, 1>());
  const F scale = e.two_to_n_times(unit), change = scale * e.fraction;
  // `sum` is rounded once: where scale is above 2^24, `rest` is what it makes unit + scale lose.
  const F whole = unit + scale, rest = (scale - whole) + unit;
  return {z, unit, whole + (change + rest), scale, change};
}

// 1 / (1 + e^-x).
template <class F>
[[gnu::always_inline]] inline point<F> logistic(F x) {
  const logistic_fraction<F> f = logistic_fraction_of(x);
  const F value = f.unit / f.sum;
  // The slope is the smaller one of value and 1 - value, times what is left of 1.
  const F smaller = select(f.z < F{}, value, f.complement(value));
  return {value, smaller * (constant<F, 1>() - smaller)};
}

// x / (1 + e^-z) for z + low in place of z, whose product with ∂/∂x is `bend` (for z = βx that is z
// itself). The limit is 0 where the gate has closed for good: -inf times 0 would be NaN.
template <class F>
[[gnu::always_inline]] inline point<F> logistic_gate(F x, F z, F low, F bend) {
  const F one = constant<F, 1>();
  const logistic_fraction<F> f = logistic_fraction_of(z, low);
  const F closed = f.complement(f.unit / f.sum);
  const F bounded = at_most(at_least(bend, constant<F, -1000>()), constant<F, 1000>());
  return {f.times(select(z < constant<F, -165>(), F{}, x)), f.times(one + bounded * closed)};
}

// x (1 + tanh u) / 2 for the u of the tanh form of GELU is x / (1 + e^-2u), which keeps its digits
// where tanh u is near -1. The exponent 2u = scale (x + cubic x³) is computed in double: in its
// tail a float's last place would be 100 ULP of the result.
inline double gelu_scale = 0x1.9884533d43651p+0, gelu_cubic = 0.044715;

template <class D>
struct gelu_exponent {
  D z, bend;  // bend: x ∂z/∂x
};
template <class D>
[[gnu::always_inline]] inline gelu_exponent<D> gelu_exponent_of(D x) {
  const D linear = splat<D>(gelu_scale) * x, cubic = linear * (splat<D>(gelu_cubic) * (x * x));
  return {linear + cubic, linear + constant<D, 3>() * cubic};
}

template <class F>
[[gnu::always_inline]] inline point<F> gelu_by_tanh(F x) {
  const F c = at_most(at_least(x, constant<F, -11>()), constant<F, 11>());
  F z, low, bend;
  if constexpr (number<F>::lanes == 1) {
    const gelu_exponent<double> e = gelu_exponent_of(double(c));
    z = F(e.z), low = F(e.z - double(z)), bend = F(e.bend);
  } else {
    const f64x4 wide = widen(c);
    const auto a = gelu_exponent_of(wide.low), b = gelu_exponent_of(wide.high);
    z = narrow(a.z, b.z);
    const f64x4 rounded = widen(z);
    low = narrow(a.z - rounded.low, b.z - rounded.high), bend = narrow(a.bend, b.bend);
  }
  return logistic_gate(at_least(x, constant<F, -11>()), z, low, bend);
}

// x tanh(log(1 + e^x)) / scale below 0, with e^x = scale (1 + f): in double, as the roundings of
// this quotient would add up to more than 3 ULP.
template <class D>
[[gnu::always_inline]] inline D softplus_gate_below(D x, D scale, D f) {
  const D two = constant<D, 2>(), e = scale + scale * f;
  return (x + x * f) * (two + e) / (two + e * (two + e));
}

// x tanh(log(1 + e^x)).
template <class F>
[[gnu::always_inline]] inline point<F> softplus_gate(F x) {
  // With e = e^-|x|, tanh(log(1 + e^x)) is 1 - 2e² / (1 + 2e + 2e²) above 0 and
  // e (1 - e (1 + e) / (2 + 2e + e²)) below.
  const F one = constant<F, 1>(), two = constant<F, 2>(), half = constant<F, 1, 2>();
  const auto below = x < F{};
  const exponential<F> g = exponential_of(at_least(-abs(x), constant<F, -110>()));
  const F power = g.two_to_n_times(splat<F>(huge)), scale = power * splat<F>(tiny);
  const F f = select(below, g.fraction, F{}), e = scale + scale * g.fraction, square = e * e;
  const F numerator = select(below, e * (two + e), one + two * e);
  const F rest = select(below, two, two * square), whole = numerator + rest;
  const F lost = select(below, e + square, rest) / whole;
  // The power of two below 0 comes last, in two parts.
  const F c = at_least(x, constant<F, -110>()), bounded = at_most(c, constant<F, 110>());
  F value_below;
  if constexpr (number<F>::lanes == 1) {
    value_below = F(softplus_gate_below(double(bounded), double(scale), double(f)));
  } else {
    const f64x4 xs = widen(bounded), scales = widen(scale), fs = widen(f);
    value_below = narrow(softplus_gate_below(xs.low, scales.low, fs.low),
                         softplus_gate_below(xs.high, scales.high, fs.high));
  }
  // The slope is gate + x (1 - gate²) / (1 + e^-x). Below -1, where these cancel, it is
  // e (1 + x + e (3/2 + x) + e² + e³/4) / (1 + e + e²/2)².
  const F d = e + half * square;
  const F bracket =
      (c + one) + e * ((c + constant<F, 3, 2>()) + e * (one + constant<F, 1, 4>() * e));
  const F bend = bounded * (rest * (numerator + whole) / (whole * whole)) / (one + e);
  const auto cancels = x < -one;
  const F main = select(cancels, bracket / (one + d * (two + d)), one - lost);
  const F more = select(cancels, F{}, bend);
  const F slope = main + (more + (main + more) * f);
  const F first = select(below, power, one), second = select(below, splat<F>(tiny), one);
  return {select(below, value_below, c - bounded * lost) * first * second, slope * first * second};
}

// Where the slope of tanh leaves the normal numbers, and with it the exponents of float.
inline float tanh_slope_end = 88.73f;

template <class F>
[[gnu::always_inline]] inline point<F> hyperbolic_tangent(F x) {
  // 1 - 2 / (1 + e^2|x|), and near 0, where that cancels, a polynomial.
  const F one = constant<F, 1>(), half = constant<F, 1, 2>();
  const F size = abs(x), twice = size + size, square = size * size;
  const exponential<F> e = exponential_of(at_most(twice, splat<F>(tanh_slope_end)));
  const F scale = e.two_to_n_times(half);
  const F rest = one / ((half + scale) + scale * e.fraction);
  const F curve = size + size * square * polynomial<F>(coefficients::tanh_near, square);
  const auto near = size < constant<F, 11, 20>();
  const F value = select(near, curve, one - rest);
  const F left = select(near, one - value, select(twice > splat<F>(tanh_slope_end), F{}, rest));
  return {copy_sign(value, x), left * (constant<F, 2>() - left)};
}

// Where the quotient below is 1, and from where on some are rounded to more, with slopes below 0.
inline float fast_tanh_end = 8.18235111f;

// tanh twice as fast, to 6.5 ULP, as networks evaluate it.
template <class F>
inline point<F> fast_hyperbolic_tangent(F x) {
  const F end = splat<F>(fast_tanh_end), c = at_most(at_least(x, -end), end);
  const F square = c * c;
  const F t = c * horner<F>(coefficients::fast_tanh_numerator, square) /
              horner<F>(coefficients::fast_tanh_denominator, square);
  return {t, constant<F, 1>() - t * t};
}

}  // namespace activation_widgets::math
