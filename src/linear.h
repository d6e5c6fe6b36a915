// Linear layers without an activation between them are one linear layer:
// W_2 (W_1 x + b_1) + b_2 = (W_2 W_1) x + (W_2 b_1 + b_2).
#pragma once

#include <cstddef>
#include <span>

namespace activation_widgets {

// `layers` holds, for each pair of neighbouring widths, W [outputs][inputs] and then b [outputs].
// Writes the one layer they collapse to, in the same form, to `result`. Both `result` and `work`
// have room for (widths.front() + 1) times the largest width.
void collapse(std::span<const int> widths, const double* layers, double* result, double* work);

}  // namespace activation_widgets
