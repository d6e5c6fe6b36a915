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

// What networks of one seed have in common, whatever their activation and depth: the weights, the
// inputs, and the gradients at the top. Layers are drawn from the input up, when they are needed.
class flow_source {
 public:
  // Draws nothing yet. The activation does not matter; `depth` is the most there will be.
  bool create(const flow_settings& settings);
  void draw(std::size_t layers);
  // The gradient's norm in a single layer without an activation: what there is to lose.
  double linear_norm() const { return linear_norm_; }

 private:
  friend class flow_networks;
  flow_settings settings_;
  memory_block memory_;
  std::size_t samples_ = 0, drawn_ = 0;
  double linear_norm_ = 0;
  random_sequence weights_{0, random_stream::weights};
  float *parameters_ = nullptr, *gradient_ = nullptr, *inputs_ = nullptr, *ends_ = nullptr;
};

// The networks of one activation, of any depth up to the source's: the forward pass is run once for
// all of them, the backward pass from whichever layer is the top. The work comes in small pieces,
// so that a page can spread it over its frames.
class flow_networks {
 public:
  bool create(const flow_settings& settings, flow_source& source);

  // The results are to be those of gradient_flow() at that depth, to the bit.
  void begin(std::size_t depth);
  // Takes one layer forward or backward. True when nothing is left to do.
  bool advance();
  const flow_layer* result() const { return result_; }
  // What layer l, from 0, gets of the gradient of a single layer without an activation.
  double share(std::size_t l) const { return result_[l].gradient_norm / source_->linear_norm(); }

 private:
  flow_source* source_ = nullptr;
  memory_block memory_;
  mlp<float> model_;
  std::size_t depth_ = 0;
  std::size_t ready_ = 0;  // layers that have their values
  std::size_t left_ = 0;   // layers that wait for their gradients
  int exponent_ = 0;       // taken out of the gradients so far
  double product_ = 1;     // of the slopes so far
  flow_layer result_[max_layers];

  void start_at_top();
  void take_back(std::size_t layer);
};

}  // namespace activation_widgets
