// What pictures of a network need beside its predictions: what its units make of the plane, where
// it bends, and lines of equal value. The rules are those of bindings_network.cpp.
#include <emscripten/bind.h>

#include "handles.h"

namespace {

using namespace activation_widgets;
using namespace handles;

void network_activations_grid(int handle, int layer, double x_min, double x_max, double y_min,
                              double y_max, int width, int height, int first_row, int rows) {
  const grid g = grid_of(x_min, x_max, y_min, y_max, width, height);
  const network* any = at(handle);
  if (!any || layer < 0 || std::size_t(layer) >= any->model.layer_count) return;
  if (network* n = with_grid(handle, g, first_row, rows, any->model.layers[layer].outputs)) {
    activations_grid(*n, std::size_t(layer), g, std::size_t(first_row), std::size_t(rows),
                     areas::output.data());
  }
}

// Unsigned integers in place of floats.
void network_regions_grid(int handle, double x_min, double x_max, double y_min, double y_max,
                          int width, int height, int first_row, int rows) {
  const grid g = grid_of(x_min, x_max, y_min, y_max, width, height);
  if (network* n = with_grid(handle, g, first_row, rows, 1)) {
    regions_grid(*n, g, std::size_t(first_row), std::size_t(rows),
                 reinterpret_cast<std::uint32_t*>(areas::output.data()));
  }
}

int network_kink_lines(int handle, double x_min, double x_max, double y_min, double y_max) {
  const network* n = at(handle);
  if (!n || n->inputs() != 2 || !areas::fits(areas::output, 10 * max_width)) return 0;
  return int(kink_lines(*n, {x_min, x_max, y_min, y_max, 1, 1}, areas::output.data()));
}

// From values [height][width] in `input` to polylines in `output`.
int contour_lines(int width, int height, float level) {
  if (!areas::fits(areas::input, width, height) || !areas::fits(areas::labels, width, height)) {
    return 0;
  }
  return int(contour(areas::input.data(), std::size_t(width), std::size_t(height), level,
                     areas::labels.data(), areas::output.data(), areas::output.size()));
}

}  // namespace

EMSCRIPTEN_BINDINGS(pictures) {
  emscripten::function("networkActivationsGrid", &network_activations_grid);
  emscripten::function("networkRegionsGrid", &network_regions_grid);
  emscripten::function("networkKinkLines", &network_kink_lines);
  emscripten::function("contour", &contour_lines);
}
