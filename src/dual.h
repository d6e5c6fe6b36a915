// Dual numbers: a value that carries its derivative through any formula (forward-mode automatic
// differentiation). The activations' hand-written slopes are checked against them.
#pragma once

#include "trigonometry.h"

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

template <class S>
inline dual<S> exp(dual<S> x) {
  const S e = exp(x.value);
  return {e, e * x.slope};
}
template <class S>
inline dual<S> expm1(dual<S> x) {
  return {expm1(x.value), exp(x.value) * x.slope};
}
template <class S>
inline dual<S> log1p_exp(dual<S> x) {
  return {log1p_exp(x.value), logistic(x.value).value * x.slope};
}

// The functions that give two results. The second one's own derivative is not asked for anywhere,
// so it is left 0.
template <class S>
inline point<dual<S>> logistic(dual<S> x) {
  const point<S> p = logistic(x.value);
  return {{p.value, p.slope * x.slope}, {p.slope, 0}};
}
template <class S>
inline point<dual<S>> hyperbolic_tangent(dual<S> x) {
  const point<S> p = hyperbolic_tangent(x.value);
  return {{p.value, p.slope * x.slope}, {p.slope, 0}};
}
template <class S>
inline point<dual<S>> sine(dual<S> x) {
  const point<S> p = sine(x.value);
  return {{p.value, p.slope * x.slope}, {p.slope, 0}};
}
template <class S>
inline normal_distribution<dual<S>> normal(dual<S> x) {
  const normal_distribution<S> n = normal(x.value);
  return {{n.cdf, n.pdf * x.slope}, {n.pdf, -x.value * n.pdf * x.slope}};
}

}  // namespace math
}  // namespace activation_widgets
