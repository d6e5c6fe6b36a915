// The activations as a table, for code that picks one at run time: their facts beside their loops
// over arrays. Loops have a packed body and the same kernel at width 1 for the tail, so the length
// of an array never changes a result. Input and output may be the same array.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "activations.h"

namespace activation_widgets {

// Writes value[i] and slope[i] for x[i], i < n. A null `slope` asks for values alone.
using activation_loop = void (*)(const float* x, float* value, float* slope, std::size_t n,
                                 float parameter);

struct activation {
  const activation_info* info;
  activation_loop exact;    // computed in double, rounded once: within info->max_ulp
  activation_loop network;  // computed in float, for training: within info->network_max_ulp
};

std::span<const activation> all_activations();

// The index of an id in all_activations(), or -1.
int find_activation(std::string_view id);

// The standard normal density and distribution at each x[i], within `normal_max_ulp`.
inline constexpr double normal_max_ulp = 0.51;
void evaluate_normal(const float* x, float* pdf, float* cdf, std::size_t n);

}  // namespace activation_widgets
