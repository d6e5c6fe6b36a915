// A plane carried through layers of two neurons: x → f(W x + b), and W x + b for the last one. The
// lines of a grid stay straight as long as f is the identity.
#pragma once

#include <cstddef>
#include <cstdint>

namespace activation_widgets {

struct plane_layer {
  double w[4];  // by rows
  double b[2];
};

struct plane_settings {
  int activation = 0;    // index in all_activations()
  double parameter = 0;  // of the activation
  double blend = 1;      // f(z) = z + blend × (activation(z) - z)
};

// A square grid over [-1, 1]²: `lines` lines of `points` points each way, x y one after the other.
// The lines of constant y come first.
void make_grid(std::size_t lines, std::size_t points, float* grid);

// Carries the n points of the first stage through 1 to 8 layers, without f for the last one, and
// then from the first stage to where the product of the layers has them. Stages lie one behind the
// other, `count` + 2 of them; `ends` are the last two in double. `work` has room for 4n.
void carry(const plane_layer* layers, std::size_t count, const plane_settings& settings,
           float* stages, std::size_t n, double* ends, float* work);

// The one layer that layers without f are, with 0 for what only rounding keeps from it.
struct plane_product {
  plane_layer one;
  double determinant, rank;
  double terms;  // no coordinate within the square is the sum of more, taken absolutely
};
plane_product product(const plane_layer* layers, std::size_t count);
double determinant(const plane_layer& layer);  // 0 if but for rounding

// What has become of a grid; shares are 0 where nobody sees them, and where rounding could have
// made them.
struct plane_change {
  // The largest distance of a point from the straight line its grid line should be, as a share of
  // the larger side of the last picture.
  double bend;
  // The largest distance of a point from where the product of the layers has it, along an axis, as
  // a share of a picture with room for both. NaN if the numbers have left the range of a float.
  double apart;
  double dimensions;  // 0 where all points fall onto one, 1 where they fall onto one line
};
plane_change change(const plane_layer* layers, std::size_t count, const double* ends,
                    std::size_t lines, std::size_t points);

// Layers in steps of 0.1 that turn, stretch a little and sometimes mirror, but never flatten the
// plane so much that nothing would be seen; b is within ±0.5.
void random_layers(std::uint32_t seed, std::size_t count, plane_layer* layers);

}  // namespace activation_widgets
