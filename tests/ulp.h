// Errors in units of a float's last place, and walks over the floats.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "simd.h"

namespace activation_widgets {

// The distance of neighbouring floats around y: 2^-149 from there down.
inline double ulp_at(double y) {
  constexpr double smallest_normal = std::numeric_limits<float>::min();
  constexpr double largest = std::numeric_limits<float>::max();
  const double magnitude = std::clamp(std::fabs(y), smallest_normal, largest);
  // 2^(e - 23), made from the exponent field of 2^e.
  const std::uint64_t exponent = bits_as<std::uint64_t>(magnitude) >> 52;
  return bits_as<double>((exponent - 23) << 52);
}

// How far `got` is from `wanted`. Nothing lies between equal infinities; an infinity where a finite
// number is wanted is 2^128, the next one after the largest float; a NaN is far from all but NaN.
inline double ulp_error(float got, double wanted) {
  if (std::isnan(wanted) || std::isnan(got))
    return std::isnan(wanted) == std::isnan(got) ? 0 : HUGE_VAL;
  if (float(wanted) == got && std::isinf(got)) return 0;
  const double number = std::isinf(got) ? std::copysign(0x1p128, got) : double(got);
  return std::fabs(number - wanted) / ulp_at(wanted);
}

// Calls f with every `stride`-th float, infinities and NaNs included. An odd stride that is no
// divisor of 2^23 meets other mantissas in every exponent.
template <class Visit>
void for_floats(std::uint32_t stride, Visit visit) {
  for (std::uint64_t pattern = 0; pattern < std::uint64_t(1) << 32; pattern += stride) {
    visit(bits_as<float>(std::uint32_t(pattern)));
  }
}

}  // namespace activation_widgets
