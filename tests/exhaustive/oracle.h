// What every activation ought to give, in double by the C library and formulas of their own that do
// not cancel. They are good to about 1e-15 relative (slopes near their zeros: absolute), which is
// 1e-8 of a float's last place; tests/reference holds them against 30-digit tables.
#pragma once

#include <cmath>

#include "activations.h"

namespace activation_widgets::oracle {

using math::point;

inline double density(double x) { return std::exp(-0.5 * x * x) * 0.398942280401432677939946; }
inline double distribution(double x) { return 0.5 * std::erfc(x * -0.707106781186547524400844); }
inline double sigma(double x) {
  const double e = std::exp(-std::fabs(x));
  return (x < 0 ? e : 1) / (1 + e);
}
inline double sigma_slope(double x) {
  const double e = std::exp(-std::fabs(x));
  return e / ((1 + e) * (1 + e));
}
inline double softplus(double x) { return (x > 0 ? x : 0) + std::log1p(std::exp(-std::fabs(x))); }

// x gate and its slope, with the limits at infinity, where 0 times infinity would be NaN.
inline point<double> gated(double x, double gate, double bend) {
  if (std::isinf(x)) return {x > 0 ? x : 0, x > 0 ? 1. : 0.};
  return {x * gate, gate + x * bend};
}

inline point<double> at(activations::identity, double x, double) { return {x, x == x ? 1 : x}; }
inline point<double> at(activations::sigmoid, double x, double) {
  return {sigma(x), sigma_slope(x)};
}
inline point<double> at(activations::tanh, double x, double) {
  const double c = std::cosh(x);
  return {std::tanh(x), 1 / (c * c)};
}
inline point<double> at(activations::relu, double x, double) {
  return {x < 0 ? 0 : x, x > 0 ? 1 : x == x ? 0 : x};
}
inline point<double> at(activations::leaky_relu, double x, double alpha) {
  return {x > 0 ? x : alpha * x, x > 0 ? 1 : x == x ? alpha : x};
}
inline point<double> at(activations::prelu, double x, double alpha) {
  return at(activations::leaky_relu{}, x, alpha);
}
inline point<double> at(activations::gelu, double x, double) {
  return gated(x, distribution(x), density(x));
}
inline point<double> at(activations::gelu_tanh, double x, double) {
  constexpr double twice_scale = 1.59576912160573071175978;
  const double z = twice_scale * (x + 0.044715 * x * x * x);
  // The slope of z outgrows a double only where the logistic's slope has long been 0.
  const double dz = twice_scale * (1 + 3 * 0.044715 * x * x);
  return gated(x, sigma(z), sigma_slope(z) * dz);
}
inline point<double> at(activations::swish, double x, double beta) {
  if (beta == 0) return {x / 2, x == x ? 0.5 : x};
  const point<double> p = gated(beta * x, sigma(beta * x), sigma_slope(beta * x));
  return {p.value / beta, p.slope};
}
inline point<double> at(activations::elu, double x, double alpha) {
  return {x > 0 ? x : alpha * std::expm1(x), x > 0 ? 1 : alpha * std::exp(x)};
}
inline point<double> at(activations::selu, double x, double) {
  constexpr double scale = 1.05070098735548049341933, lower = 1.75809934084737685994021;
  return {x > 0 ? scale * x : lower * std::expm1(x), x > 0 ? scale : lower * std::exp(x)};
}
inline point<double> at(activations::softplus, double x, double) { return {softplus(x), sigma(x)}; }
inline point<double> at(activations::mish, double x, double) {
  const double s = softplus(x), c = std::cosh(s);
  return gated(x, std::tanh(s), sigma(x) / (c * c));
}
inline point<double> at(activations::hard_swish, double x, double) {
  if (x < -3) return {0, 0};
  if (x > 3) return {x, 1};
  return {x * (x + 3) / 6, x / 3 + 0.5};
}
inline point<double> at(activations::softsign, double x, double) {
  const double d = 1 + std::fabs(x);
  return {std::isinf(x) ? std::copysign(1, x) : x / d, 1 / (d * d)};
}
inline point<double> at(activations::sine, double x, double) { return {std::sin(x), std::cos(x)}; }
inline point<double> at(activations::step, double x, double) {
  return {x >= 0 ? 1 : x == x ? 0 : x, x == x ? 0 : x};
}

}  // namespace activation_widgets::oracle
