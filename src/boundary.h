// What a network makes of the plane: probabilities, hidden units and linear regions on a grid, the
// contour between the classes, and the lines along which the first layer bends.
#pragma once

#include "network.h"

namespace activation_widgets {

// width × height pixels over a rectangle; values are taken at pixel centres. Row 0 is the top one,
// along y_max. The network must have two inputs.
struct grid {
  double x_min, x_max, y_min, y_max;
  std::size_t width, height;
};

// Each of these computes `rows` rows from `first_row` on, so that a picture can be made in slices;
// n = rows × width, and the same pixel gets the same bits in any slice.

// predict(): result [n][outputs].
void predict_grid(network& network, const grid& grid, std::size_t first_row, std::size_t rows,
                  float* result);

// Values of layer l, a picture for each unit: result [units][n].
void activations_grid(network& network, std::size_t l, const grid& grid, std::size_t first_row,
                      std::size_t rows, float* result);

// A number for each pixel that tells on which side of their kinks (and jumps) all hidden units are:
// pixels of one linear region have the same, those of different ones different numbers but for
// chance (a hash of 32 bits). Smooth activations have no sides.
void regions_grid(network& network, const grid& grid, std::size_t first_row, std::size_t rows,
                  std::uint32_t* result);

// The straight lines on which a unit of the first layer is at a kink or jump of its activation, cut
// to the rectangle: result [count][5] = unit, x0, y0, x1, y1, with room for two a unit. Returns
// their count.
std::size_t kink_lines(const network& network, const grid& grid, float* result);

// Where values [height][width], thought linear between pixel centres, cross `level`: polylines by
// marching squares (a saddle goes by the mean of its corners). Each is its number of vertices,
// then x and y of each, in pixels from the top left corner of the picture; a closed one ends where
// it began. `visited` has a byte for each value. Returns how many floats all lines take: where that
// is more than `capacity`, lines that would pass it were left out.
std::size_t contour(const float* values, std::size_t width, std::size_t height, float level,
                    std::uint8_t* visited, float* result, std::size_t capacity);

}  // namespace activation_widgets
