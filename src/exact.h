// Exact values and slopes of the activations over arrays: computed in double, rounded once, within
// the `max_ulp` of each. What a page needs that only shows functions.
#pragma once

#include <cstddef>
#include <span>

#include "activations.h"

namespace activation_widgets {

// Writes value[i] and slope[i] for x[i], i < n. A null `slope` asks for values alone. Input and
// output may be the same array; its length never changes a result.
using activation_loop = void (*)(const float* x, float* value, float* slope, std::size_t n,
                                 float parameter);

// An activation_loop for each activation of the list, instantiated in exact.cpp.
template <class A>
void exact_loop(const float* x, float* value, float* slope, std::size_t n, float parameter);

struct exact_activation {
  const activation_info* info;
  activation_loop loop;
};

// In the order of activation_list.
std::span<const exact_activation> exact_activations();

// The standard normal density and distribution at each x[i], within `normal_max_ulp`.
inline constexpr double normal_max_ulp = 0.51;
void evaluate_normal(const float* x, float* pdf, float* cdf, std::size_t n);

}  // namespace activation_widgets
