// The textbook's view of depth: one slope per layer, multiplied.
#pragma once

#include <cstddef>

namespace activation_widgets {

// The largest slope of an activation, `index` in all_activations(), over [-16, 16].
double greatest_slope(int index, float parameter);

// Writes slope^1 … slope^depth.
void slope_products(double slope, std::size_t depth, double* products);

}  // namespace activation_widgets
