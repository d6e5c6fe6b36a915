// The activations as a table, for code that picks one at run time: their facts beside their loops
// over arrays.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "exact.h"

namespace activation_widgets {

struct activation {
  const activation_info* info;
  activation_loop exact;    // computed in double, rounded once: within info->max_ulp
  activation_loop network;  // computed in float, for training: within info->network_max_ulp
};

std::span<const activation> all_activations();

// The index of an id in all_activations(), or -1.
int find_activation(std::string_view id);

}  // namespace activation_widgets
