// The same bits everywhere, after 10,000 updates: what is trained, and a hash of all its
// parameters. gcc, clang and WebAssembly with and without SIMD have to find the same, and so have
// the browsers: tests/engines reads the rows of this file as JSON. A hash changes when a kernel, a
// formula or an order of summation does, and then the new one is in the message of the failed
// check.
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
    {"identity", "2 8 8 1", "identity", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "aea71360cce323d0"},
    {"sigmoid", "2 8 8 1", "sigmoid", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "c42ecde6024940b3"},
    {"tanh", "2 8 8 1", "tanh", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "b851faae0d3a838d"},
    {"relu", "2 8 8 1", "relu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "f77f081a09a5bb71"},
    {"leaky_relu", "2 8 8 1", "leaky_relu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "16fa7cacb5cb6662"},
    {"prelu", "2 8 8 1", "prelu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "40d728039618aab4"},
    {"gelu", "2 8 8 1", "gelu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "3f56c8306fe80220"},
    {"gelu_tanh", "2 8 8 1", "gelu_tanh", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "d9f5c6429feaeaba"},
    {"swish", "2 8 8 1", "swish", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "dbee8dc074b79f12"},
    {"elu", "2 8 8 1", "elu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "41d19c1c6c18534e"},
    {"selu", "2 8 8 1", "selu", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "e22d76cf15201266"},
    {"softplus", "2 8 8 1", "softplus", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "97a9ffca3da3c01d"},
    {"mish", "2 8 8 1", "mish", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "4186ab824c123282"},
    {"hard_swish", "2 8 8 1", "hard_swish", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "159303c822a93b69"},
    {"softsign", "2 8 8 1", "softsign", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "0568e7ce2093bac4"},
    {"sine", "2 8 8 1", "sine", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "e9a2677dde6387e1"},
    {"step", "2 8 8 1", "step", "bce", "adam", 0.01, "xavier_normal", false, 32, 0, 0, "circles", 200, 2, "38d7dd7901025959"},
    {"sgd", "2 8 8 1", "tanh", "bce", "sgd", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "4447edea18119fb7"},
    {"momentum", "2 8 8 1", "tanh", "bce", "momentum", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "e3ec18500df8e5bf"},
    {"nesterov", "2 8 8 1", "tanh", "bce", "nesterov", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "a2d540427b6bc015"},
    {"rmsprop", "2 8 8 1", "tanh", "bce", "rmsprop", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "8b472969c3305f81"},
    {"adam", "2 8 8 1", "tanh", "bce", "adam", 0.02, "uniform", true, 100, 0, 0, "circles", 200, 2, "19b848b845e94738"},
    {"cross_entropy", "2 7 6 3", "gelu", "cross_entropy", "adam", 0.03, "xavier_normal", false, 20, 1e-4, 1e-3, "spirals", 150, 3, "e6f33507d111a144"},
    {"mse", "2 9 3", "tanh", "mse", "adam", 0.03, "he_uniform", false, 32, 0, 0, "spirals", 150, 3, "0dcf7d38ad2acee9"},
};
// clang-format on

inline constexpr std::string_view golden_data_sets = "6d664ed4861d69b1",
                                  golden_gradient_flow = "5be7a57dbec64719";

}  // namespace activation_widgets
