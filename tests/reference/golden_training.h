// The same bits everywhere, after 10,000 updates: what is trained, and a hash of all its parameters.
// gcc, clang and WebAssembly with and without SIMD have to find the same, and so have the browsers:
// tests/engines reads the rows of this file as JSON. A hash changes when a kernel, a formula or an
// order of summation does, and then the new one is in the message of the failed check.
#pragma once

#include <string_view>

namespace activation_widgets {

inline constexpr int golden_updates = 10'000;

struct golden_training {
  std::string_view name, widths, activation, loss, optimizer;
  double learning_rate;
  std::string_view init;
  bool residual;
  int batch_size;
  double l1, l2;
  std::string_view data;
  std::size_t samples;
  int classes;
  std::string_view hash;
};

// One row a line.
// clang-format off
inline constexpr golden_training golden_trainings[] = {
    {"identity", "2 8 8 1", "identity", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "52de5b6463855263"},
    {"sigmoid", "2 8 8 1", "sigmoid", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "2fc69ca9b9bc861f"},
    {"tanh", "2 8 8 1", "tanh", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "91dfcbd9ee69d313"},
    {"relu", "2 8 8 1", "relu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "cdaea362542278e7"},
    {"leaky_relu", "2 8 8 1", "leaky_relu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "e25475a7d2eb936c"},
    {"prelu", "2 8 8 1", "prelu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "c9c47a71620a1feb"},
    {"gelu", "2 8 8 1", "gelu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "2fb6555f27f8652c"},
    {"gelu_tanh", "2 8 8 1", "gelu_tanh", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "b045dc957761989c"},
    {"swish", "2 8 8 1", "swish", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "780c3accb8e2dc4f"},
    {"elu", "2 8 8 1", "elu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "2875434337b0ab99"},
    {"selu", "2 8 8 1", "selu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "15dadf8cb17faacd"},
    {"softplus", "2 8 8 1", "softplus", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "dc7aacc28b72298e"},
    {"mish", "2 8 8 1", "mish", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "006907e0939756da"},
    {"hard_swish", "2 8 8 1", "hard_swish", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "8bf2fae0087ae7ef"},
    {"softsign", "2 8 8 1", "softsign", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "e529b953eb746d42"},
    {"sine", "2 8 8 1", "sine", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "341d3778a89aeb2a"},
    {"step", "2 8 8 1", "step", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "f9eb75c4b83745b1"},
    {"sgd", "2 8 8 1", "tanh", "bce", "sgd", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "5533ae97ff3d48fe"},
    {"momentum", "2 8 8 1", "tanh", "bce", "momentum", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "6ab7bcce55c118be"},
    {"nesterov", "2 8 8 1", "tanh", "bce", "nesterov", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "13b1f026940eda97"},
    {"rmsprop", "2 8 8 1", "tanh", "bce", "rmsprop", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "849a10f9a50d78ac"},
    {"adam", "2 8 8 1", "tanh", "bce", "adam", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "72dad066669f9e82"},
    {"cross_entropy", "2 7 6 3", "gelu", "cross_entropy", "adam", 0.03, "xavier_normal", false, 20, 1e-4, 1e-3, "spirals", 150, 3, "5789d1ba09d42f6c"},
    {"mse", "2 9 3", "tanh", "mse", "adam", 0.03, "he_uniform", false, 32, 0, 0, "spirals", 150, 3, "ad11124b12c06104"},
};
// clang-format on

inline constexpr std::string_view golden_data_sets = "6d664ed4861d69b1", golden_gradient_flow = "e11a417218e6a9ce";

}  // namespace activation_widgets
