// A network with its parameters and all the memory it will ever use, sized and allocated once by
// `create`: prediction, loss, gradients and what can be read off its layers. train.h changes it.
#pragma once

#include <cstdint>
#include <span>

#include "initializer.h"
#include "loss.h"
#include "mlp.h"
#include "optimizer.h"

namespace activation_widgets {

struct network_settings {
  std::span<const int> widths;        // inputs, hidden layers, outputs
  std::span<const int> activations;   // of each hidden layer: index in all_activations()
  std::span<const float> parameters;  // of each hidden layer's activation
  bool residual = false;              // hidden layers as wide as their input add it
  initializer init = initializer::he_normal;
  std::uint32_t seed = 42;
  loss_kind loss = loss_kind::binary_cross_entropy;
  optimizer_settings optimizer;
  double l1 = 0, l2 = 0;  // l1 Σ|w| + l2/2 Σw² over weights are part of the loss
  int batch_size = 32;
};

// Which rule of the settings is broken; `memory`: they are fine, but do not fit.
enum class network_error : int {
  none,
  layers,      // 2 to 65 widths, and an activation with its parameter for each hidden layer
  width,       // each from 1 to 256
  activation,  // an index that does not exist, or a parameter that is not finite
  initializer,
  loss,        // unknown, or binary cross-entropy with several outputs, or the other with one
  optimizer,   // unknown, or a rate, momentum or beta outside its range
  penalty,     // l1 and l2 are finite and at least 0
  batch_size,  // from 1 to 2^20
  memory,
};

// What a layer does on a set of points, the last layer included.
struct layer_statistics {
  double gradient_norm;    // Euclidean norm of ∂loss/∂W
  double activation_mean;  // of the layer's values over units and points
  double activation_deviation;
  double dead_fraction;       // units whose slope is 0 at every point: no gradient passes them
  double saturated_fraction;  // slopes nearer to 0 than `saturated_slope`, over units and points
};
inline constexpr float saturated_slope = 0.05f;

// Points are [count][inputs], labels class numbers: 0 or 1 with one output, else below `outputs`.
class network {
 public:
  // Samples are worked on in blocks of this many, which keeps a layer's numbers in the cache.
  static constexpr std::size_t block = 64;

  network_error create(const network_settings& settings);

  std::size_t inputs() const { return model.inputs(); }
  std::size_t outputs() const { return model.outputs(); }
  std::size_t parameter_count() const { return model.parameter_count; }
  std::span<const float> parameters() const { return {current, model.parameter_count}; }

  // Takes over parameters and begins anew from them: step 0, the optimizer remembers nothing, the
  // order of the samples starts again from the seed.
  void set_parameters(const float* parameters);

  // Probabilities [count][outputs]; raw outputs with the squared loss.
  void predict(const float* points, std::size_t count, float* result);

  // The values of layer l (0 is the first hidden one), [count][units].
  void activations(std::size_t l, const float* points, std::size_t count, float* result);

  // Mean loss over the points, penalties included.
  double loss(const float* points, const std::uint8_t* labels, std::size_t count);

  // Share of points whose likeliest class is their label.
  double accuracy(const float* points, const std::uint8_t* labels, std::size_t count);

  // ∂loss/∂parameters over all points, laid out as the parameters; valid until the next call.
  std::span<const float> gradients(const float* points, const std::uint8_t* labels,
                                   std::size_t count);

  // One entry for each layer.
  void statistics(const float* points, const std::uint8_t* labels, std::size_t count,
                  layer_statistics* result);

  // The parts train.h and boundary.h work with.

  // Puts points (those that `order` names, or the first ones) and their labels into the block,
  // filled up to whole vectors; returns its padded size. Labels may be null.
  std::size_t load_block(const float* points, const std::uint8_t* labels,
                         const std::uint32_t* order, std::size_t count);

  // Adds the gradient of the loaded block's share of a batch, returns the sum of its losses.
  double backpropagate(std::size_t samples, float share);

  // Adds the penalties' gradient, returns their value.
  double penalize();

  mlp<float> model;
  loss_kind loss_of = loss_kind::binary_cross_entropy;
  optimizer optimize;
  float l1 = 0, l2 = 0;
  std::size_t batch_size = 0;
  std::uint32_t seed = 0;

  float *current = nullptr, *next = nullptr, *gradient = nullptr, *labels = nullptr;
  std::uint64_t steps = 0;
  bool diverged = false;
  double last_loss = 0;

  // The order in which training visits the samples.
  std::uint32_t* order = nullptr;
  std::size_t order_size = 0, order_position = 0;
  random_sequence order_random{0, random_stream::order};
  memory_block order_memory;

 private:
  void lay_out(arena& memory);
  void restart();
  // Calls use(first, count, padded) for each block of the points, loaded into the model's input.
  template <class Use>
  void for_each_block(const float* points, const std::uint8_t* labels, std::size_t count, Use use);

  float* memories_[2] = {};
  memory_block memory_;
};

}  // namespace activation_widgets
