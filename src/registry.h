// The activations as a table, for code that picks one at run time: their facts beside their loops
// over arrays.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "loops.h"

namespace activation_widgets {

struct activation {
  const activation_info* info;
  activation_loop loop;     // within info->max_ulp
  activation_loop network;  // within info->network_max_ulp: one of their own where there is one
};

std::span<const activation> all_activations();

// The index of an id in all_activations(), or -1.
int find_activation(std::string_view id);

// The `loop` of an activation over arrays of any length, which never changes a result.
void evaluate(const activation& a, const float* x, float* value, float* slope, std::size_t n,
              float parameter);

// The standard normal density and distribution at each x[i], within `normal_max_ulp`.
inline constexpr double normal_max_ulp = 3;
void evaluate_normal(const float* x, float* pdf, float* cdf, std::size_t n);

}  // namespace activation_widgets
