// Networks by their handles, numbers from 1 on, and whether a call about one fits it and the areas.
#pragma once

#include "areas.h"
#include "boundary.h"
#include "network.h"

namespace handles {

using activation_widgets::grid;
using activation_widgets::network;

inline constexpr int most_networks = 256;
inline network* networks[most_networks];

inline network* at(int handle) {
  return handle >= 1 && handle <= most_networks ? networks[handle - 1] : nullptr;
}

// The network if the areas hold `count` points (and labels) for it.
inline network* with_points(int handle, int count, bool labelled) {
  network* n = at(handle);
  return n && count >= 1 && areas::fits(areas::input, count, double(n->inputs())) &&
                 (!labelled || areas::fits(areas::labels, count))
             ? n
             : nullptr;
}

// The network if `area` has room for `per_pixel` numbers for each pixel of the slice.
inline network* with_grid(int handle, const grid& g, int first_row, int rows,
                          std::size_t per_pixel) {
  network* n = at(handle);
  return n && n->inputs() == 2 && first_row >= 0 && rows >= 0 &&
                 double(first_row) + rows <= double(g.height) &&
                 areas::fits(areas::output, rows, double(g.width), double(per_pixel))
             ? n
             : nullptr;
}

inline grid grid_of(double x_min, double x_max, double y_min, double y_max, int width, int height) {
  return {x_min,
          x_max,
          y_min,
          y_max,
          std::size_t(width < 0 ? 0 : width),
          std::size_t(height < 0 ? 0 : height)};
}

}  // namespace handles
