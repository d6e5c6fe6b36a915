// Dual numbers: a value that carries its derivative through any formula (forward-mode automatic
// differentiation). The activations' hand-written slopes are checked against them.
#pragma once

#include "double.h"

namespace activation_widgets {

template <class S>
struct dual {
  S value{}, slope{};
  dual() = default;
  dual(S v, S s = 0) : value(v), slope(s) {}

  dual operator-() const { return {-value, -slope}; }
  friend dual operator+(dual a, dual b) { return {a.value + b.value, a.slope + b.slope}; }
  friend dual operator-(dual a, dual b) { return {a.value - b.value, a.slope - b.slope}; }
  friend dual operator*(dual a, dual b) {
    return {a.value * b.value, a.slope * b.value + a.value * b.slope};
  }
  friend dual operator/(dual a, dual b) {
    const S quotient = a.value / b.value;
    return {quotient, (a.slope - quotient * b.slope) / b.value};
  }
  friend bool operator<(dual a, dual b) { return a.value < b.value; }
  friend bool operator>(dual a, dual b) { return a.value > b.value; }
  friend bool operator<=(dual a, dual b) { return a.value <= b.value; }
  friend bool operator>=(dual a, dual b) { return a.value >= b.value; }
  friend bool operator==(dual a, dual b) { return a.value == b.value; }
};

template <class S>
struct number<dual<S>> {
  using scalar = S;
  static constexpr std::size_t lanes = 1;
};

template <class S>
inline dual<S> select(bool mask, dual<S> a, dual<S> b) {
  return mask ? a : b;
}
template <class S>
inline dual<S> abs(dual<S> x) {
  return x.value < 0 ? -x : x;
}

namespace math {

template <>
inline dual<double> exp(dual<double> x) {
  const double e = exp(x.value);
  return {e, e * x.slope};
}
template <>
inline dual<double> expm1(dual<double> x) {
  return {expm1(x.value), exp(x.value) * x.slope};
}

// A function with a known slope, after x. The slope's own derivative is not asked for anywhere, so
// it is left 0.
inline point<dual<double>> chained(point<double> p, dual<double> x) {
  return {{p.value, p.slope * x.slope}, {p.slope, 0}};
}
template <>
inline point<dual<double>> softplus(dual<double> x) {
  return chained(softplus(x.value), x);
}
template <>
inline point<dual<double>> logistic(dual<double> x) {
  return chained(logistic(x.value), x);
}
template <>
inline point<dual<double>> hyperbolic_tangent(dual<double> x) {
  return chained(hyperbolic_tangent(x.value), x);
}
template <>
inline point<dual<double>> sine(dual<double> x) {
  return chained(sine(x.value), x);
}

// The gates: their values by the rules of dual numbers, to check the slopes written by hand.
template <>
inline point<dual<double>> logistic_gate(dual<double> x, dual<double> z, dual<double>,
                                         dual<double>) {
  return {x * logistic(z).value, {}};
}
template <>
inline point<dual<double>> gelu_by_tanh(dual<double> x) {
  const dual<double> z = dual<double>(gelu_scale) * (x + dual<double>(gelu_cubic) * x * x * x);
  return {x * logistic(z).value, {}};
}
template <>
inline point<dual<double>> softplus_gate(dual<double> x) {
  return {x * hyperbolic_tangent(softplus(x).value).value, {}};
}
template <>
inline point<dual<double>> normal_gate(dual<double> x) {
  const normal_distribution<double> n = normal(x.value);
  return {x * dual<double>(n.cdf, n.pdf * x.slope), {}};
}

}  // namespace math
}  // namespace activation_widgets
