// How weights start. Fan-in and fan-out are a layer's inputs and outputs.
#pragma once

#include <cstddef>

#include "random.h"

namespace activation_widgets {

enum class initializer : int {
  he_normal,       // N(0, 2 / fan_in): He et al. 2015
  he_uniform,      // ±√(6 / fan_in)
  xavier_normal,   // N(0, 2 / (fan_in + fan_out)): Glorot and Bengio 2010
  xavier_uniform,  // ±√(6 / (fan_in + fan_out))
  lecun_normal,    // N(0, 1 / fan_in): LeCun et al. 1998
  uniform,         // ±1 / √fan_in, biases too: what PyTorch's Linear does
  zeros,
};
inline constexpr const char* initializer_names[] = {
    "he_normal",    "he_uniform", "xavier_normal", "xavier_uniform",
    "lecun_normal", "uniform",    "zeros"};
inline constexpr int initializers = 7;

// Writes W [outputs][inputs] and then b [outputs]. Biases are 0 except with `uniform`. The normal
// ones are not truncated.
void initialize_layer(initializer how, std::size_t inputs, std::size_t outputs,
                      float* weights_and_biases, random_sequence& random);

}  // namespace activation_widgets
