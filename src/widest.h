// Points of many dimensions laid out on the plane in which they spread the most: their two first
// principal components.
#pragma once

#include <cstddef>

namespace activation_widgets {

inline constexpr std::size_t widest_dimensions = 64;

// values is [count][dimensions]; writes [count][2] to `result`, about the mean, and the share of
// the variance in each of the two directions to `shares`. `work` has room for (dimensions + 4) ×
// dimensions. The larger component of a direction points up, so that pictures do not flip.
void widest_plane(const float* values, std::size_t count, std::size_t dimensions, float* result,
                  double* shares, double* work);

}  // namespace activation_widgets
