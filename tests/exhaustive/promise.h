// How results are held against what they ought to be.
#pragma once

#include "activations.h"
#include "ulp.h"

namespace activation_widgets {

// The largest error met so far, and where.
struct worst_error {
  double ulp = 0;
  float x = 0;
  void meet(double error, float at) {
    if (error > ulp || error != error) ulp = error, x = at;
  }
};

inline constexpr double slope_max_ulp = 4;

// A slope's error in ULP. The slopes of GELU, Swish and Mish cross zero between -2 and 0, where
// only an absolute bound makes sense: there 2^-23 counts as the whole promise. Below the smallest
// normal number a slope may end early, at 0.
inline double slope_ulp_error(const activation_info& info, float x, float got, double wanted) {
  constexpr double smallest_normal = std::numeric_limits<float>::min();
  if (std::fabs(wanted) < smallest_normal && std::fabs(got) < smallest_normal) return 0;
  const double error = ulp_error(got, wanted);
  const bool crosses_zero = info.lower > -0.4 && info.lower < 0 && x > -2 && x < 0;
  if (!crosses_zero) return error;
  return std::min(error, std::fabs(got - wanted) * 0x1p23 * slope_max_ulp);
}

}  // namespace activation_widgets
