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

// Carries n points through one layer, without f for the last layer. Arrays may be the same. `work`
// has room for 2n.
void carry(const plane_layer& layer, const plane_settings& settings, bool last, const float* from,
           float* to, std::size_t n, float* work);

// How far the lines of a grid are from straight: the largest distance of a point from the line
// through the ends of its grid line, as a share of the picture's larger side.
double bend(const float* grid, std::size_t lines, std::size_t points);

double determinant(const plane_layer& layer);
int rank(const plane_layer& layer);

// Layers in steps of 0.1 that turn, stretch a little and sometimes mirror, but never flatten the
// plane so much that nothing would be seen; b is within ±0.5.
void random_layers(std::uint32_t seed, std::size_t count, plane_layer* layers);

}  // namespace activation_widgets
