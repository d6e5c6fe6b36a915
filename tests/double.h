// What the functions of src mean for doubles: the C library's, in formulas that do not cancel. The
// networks and formulas of src are instantiated with them as oracles. Include this before anything
// that uses a formula with doubles.
#pragma once

#include <cmath>

#include "logistic.h"
#include "normal.h"
#include "trigonometry.h"

namespace activation_widgets::math {

template <>
inline double exp(double x) {
  return std::exp(x);
}
template <>
inline double expm1(double x) {
  return std::expm1(x);
}
template <>
inline point<double> logistic(double x) {
  const double e = std::exp(-std::fabs(x));
  return {(x < 0 ? e : 1) / (1 + e), e / ((1 + e) * (1 + e))};
}
template <>
inline point<double> softplus(double x) {
  return {std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))), logistic(x).value};
}
template <>
inline point<double> hyperbolic_tangent(double x) {
  const double c = std::cosh(x);
  return {std::tanh(x), 1 / (c * c)};
}
template <>
inline normal_distribution<double> normal(double x) {
  return {std::erfc(-x / std::sqrt(2.)) / 2, std::exp(-x * x / 2) / std::sqrt(4 * std::acos(0.))};
}

template <>
inline point<double> logistic_gate(double x, double z, double, double bend) {
  const point<double> gate = logistic(z);
  return {x * gate.value, gate.value + bend * gate.slope};
}
template <>
inline point<double> gelu_by_tanh(double x) {
  const gelu_exponent<double> e = gelu_exponent_of(x);
  return logistic_gate(x, e.z, 0., e.bend);
}
template <>
inline point<double> normal_gate(double x) {
  const normal_distribution<double> n = normal(x);
  return {x * n.cdf, n.cdf + x * n.pdf};
}
template <>
inline point<double> softplus_gate(double x) {
  const point<double> s = softplus(x), t = hyperbolic_tangent(s.value);
  return {x * t.value, t.value + x * t.slope * s.slope};
}

// Losses take their numbers two at a time.
template <>
inline f64x2 exp(f64x2 x) {
  return f64x2{exp(x[0]), exp(x[1])};
}
template <>
inline point<f64x2> logistic(f64x2 x) {
  const point<double> a = logistic(x[0]), b = logistic(x[1]);
  return {f64x2{a.value, b.value}, f64x2{a.slope, b.slope}};
}
template <>
inline point<f64x2> softplus(f64x2 x) {
  const point<double> a = softplus(x[0]), b = softplus(x[1]);
  return {f64x2{a.value, b.value}, f64x2{a.slope, b.slope}};
}

}  // namespace activation_widgets::math
