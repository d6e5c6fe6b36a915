// A multilayer perceptron on one block of samples: layers, where their parameters lie, and the
// forward and backward pass. In the number type S: float for the engine, double as its oracle.
//
//   z_l = W_l y_{l-1} + b_l        y_l = f_l(z_l)  (+ y_{l-1} where the layer is residual)
//
// Blocks are [unit][samples], see dense.h. Parameters are one array: per layer W row-major
// [outputs][inputs], then b [outputs], then the layer's α if it is learned.
#pragma once

#include "activations.h"
#include "arena.h"
#include "dense.h"

namespace activation_widgets {

inline constexpr std::size_t max_layers = 64, max_width = 256, max_samples_of_block = 4096;

// Writes value[i] and slope[i] for x[i], n being a multiple of sample_step; a null slope asks for
// values alone.
template <class S>
using activation_function = void (*)(const S* x, S* value, S* slope, std::size_t n, S parameter);

template <class S>
struct layer {
  std::size_t inputs = 0, outputs = 0;
  activation_function<S> function = nullptr;  // null: y = z
  const activation_info* info = nullptr;      // of `function`
  S parameter = 0;                            // of the activation, or the α it starts from
  bool learned = false;                       // α is trained
  bool residual = false;                      // adds its input; needs inputs == outputs

  std::size_t weights = 0, biases = 0, alpha = 0;        // where they start among the parameters
  S *sum = nullptr, *slope = nullptr, *value = nullptr;  // z, f'(z), y: [outputs][samples]

  std::size_t parameters() const { return outputs * (inputs + 1) + (learned ? 1 : 0); }
};

template <class S>
struct mlp {
  layer<S> layers[max_layers];
  std::size_t layer_count = 0;
  std::size_t parameter_count = 0;
  S* input = nullptr;                      // [inputs][samples]
  S *value_gradient[2], *sum_gradient[2];  // ∂L/∂y and ∂L/∂z; neighbouring layers alternate

  std::size_t inputs() const { return layers[0].inputs; }
  std::size_t outputs() const { return last().outputs; }
  layer<S>& last() { return layers[layer_count - 1]; }
  const layer<S>& last() const { return layers[layer_count - 1]; }
  S* value_gradient_of(std::size_t l) const { return value_gradient[l % 2]; }
  S* sum_gradient_of(std::size_t l) const { return sum_gradient[l % 2]; }

  // Gives every layer its parameters' places and its buffers for blocks of up to `samples` (a
  // multiple of sample_step). `layers` must have been described before.
  void lay_out(arena& memory, std::size_t samples) {
    std::size_t widest = 0;
    parameter_count = 0;
    input = memory.take<S>(inputs() * samples);
    for (std::size_t l = 0; l < layer_count; ++l) {
      layer<S>& a = layers[l];
      a.weights = parameter_count;
      a.biases = a.weights + a.inputs * a.outputs;
      a.alpha = a.biases + a.outputs;
      parameter_count += a.parameters();
      if (a.outputs > widest) widest = a.outputs;
      a.value = memory.take<S>(a.outputs * samples);
      // The sum is not needed once the slope is known, except by α's gradient.
      a.slope = a.function ? memory.take<S>(a.outputs * samples) : nullptr;
      a.sum = a.learned ? memory.take<S>(a.outputs * samples) : a.function ? a.slope : a.value;
    }
    for (S** gradient : {value_gradient, sum_gradient}) {
      for (int i = 0; i < 2; ++i) gradient[i] = memory.take<S>(widest * samples);
    }
  }

  // From `input` to the last layer's value. Without slopes no backward pass can follow, but every
  // layer's sum stays as it was computed.
  void forward(const S* parameters, std::size_t samples, bool with_slopes) {
    for (std::size_t l = 0; l < layer_count; ++l)
      layer_forward(l, parameters, samples, with_slopes);
  }

  void layer_forward(std::size_t l, const S* parameters, std::size_t samples, bool with_slopes) {
    const layer<S>& a = layers[l];
    const S* x = l ? layers[l - 1].value : input;
    dense_forward(parameters + a.weights, parameters + a.biases, x, a.sum, a.inputs, a.outputs,
                  samples);
    if (!a.function) return;
    const std::size_t n = a.outputs * samples;
    a.function(a.sum, a.value, with_slopes ? a.slope : nullptr, n,
               a.learned ? parameters[a.alpha] : a.parameter);
    if (a.residual) {
      using V = pack<S>;
      for (std::size_t i = 0; i < n; i += number<V>::lanes) {
        store(a.value + i, load<V>(a.value + i) + load<V>(x + i));
      }
    }
  }

  // From ∂L/∂z of the last layer down, adding to `gradient` (laid out as the parameters).
  void backward(const S* parameters, S* gradient, std::size_t samples) {
    for (std::size_t l = layer_count; l-- > 0;) layer_backward(l, parameters, gradient, samples);
  }

  void layer_backward(std::size_t l, const S* parameters, S* gradient, std::size_t samples) {
    const layer<S>& a = layers[l];
    const S* x = l ? layers[l - 1].value : input;
    const S *z_gradient = sum_gradient_of(l), *y_gradient = value_gradient_of(l);
    weight_gradient(z_gradient, x, gradient + a.weights, a.inputs, a.outputs, samples);
    bias_gradient(z_gradient, gradient + a.biases, a.outputs, samples);
    if (a.learned) alpha_gradient(y_gradient, a.sum, gradient + a.alpha, a.outputs * samples);
    if (l == 0) return;
    dense_backward(parameters + a.weights, z_gradient, a.residual ? y_gradient : nullptr,
                   layers[l - 1].slope, value_gradient_of(l - 1), sum_gradient_of(l - 1), a.inputs,
                   a.outputs, samples);
  }
};

extern template struct mlp<float>;  // in mlp.cpp, once

}  // namespace activation_widgets
