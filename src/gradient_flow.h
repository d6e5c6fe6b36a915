// How gradients fade or grow on their way down through a deep random network: a true forward and
// backward pass, beside the textbook's product of slopes.
#pragma once

#include <cstdint>
#include <span>

#include "initializer.h"
#include "mlp.h"

namespace activation_widgets {

struct flow_settings {
  int activation = 0;   // index in all_activations(); of every layer
  float parameter = 0;  // of the activation
  int depth = 10;       // layers, 1 to 64
  int width = 32;       // of the input and every layer, 1 to 256
  initializer init = initializer::he_normal;
  bool residual = false;
  std::uint32_t seed = 42;
  int batch = 64;  // samples, 1 to 1024
};

// Of layer l, the first one at the input.
struct flow_layer {
  double gradient_norm;  // Euclidean norm of ∂L/∂W_l
  double slope_product;  // mean slopes of the layers from the top down to this one, multiplied
  double activation_deviation;
};

// The inputs are standard normal, and L is the mean over the samples of r · y, where y is the last
// layer's value and r standard normal: ∂L/∂y is r / batch. Powers of two are taken out of the
// gradients layer by layer, which is exact, so that norms far below the range of float, down to
// 1e-300, keep a float's relative precision.
//
// Writes `depth` entries. False if there is not enough memory or a setting is outside its range.
bool gradient_flow(const flow_settings& settings, flow_layer* result);

}  // namespace activation_widgets
