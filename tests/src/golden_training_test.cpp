// The same bits everywhere, after 10,000 updates: one hash of all parameters per configuration.
// gcc, clang and WebAssembly with and without SIMD have to find the same. A hash changes when a
// kernel, a formula or an order of summation does, and then the new one is in the message of the
// failed check.
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "gradient_flow.h"
#include "hash.h"
#include "networks.h"

using namespace activation_widgets;

namespace {

struct configuration {
  std::string name;
  description network;
  dataset_settings data = {.samples = 200};
};

std::vector<configuration> configurations() {
  std::vector<configuration> all;
  for (const activation& a : all_activations()) {
    all.push_back({a.info->id, {.activation = a.info->id, .optimizer = {.learning_rate = 0.01}}});
  }
  for (int kind = 0; kind < optimizer_kinds; ++kind) {
    all.push_back({optimizer_names[kind],
                   {.optimizer = {.kind = optimizer_kind(kind), .learning_rate = 0.02},
                    .init = initializer::uniform,
                    .residual = true,
                    .batch_size = 100}});
  }
  const dataset_settings three = {.kind = dataset_kind::spirals, .samples = 150, .classes = 3};
  all.push_back({"cross_entropy",
                 {.widths = {2, 7, 6, 3},
                  .activation = "gelu",
                  .loss = loss_kind::cross_entropy,
                  .batch_size = 20,
                  .l1 = 1e-4,
                  .l2 = 1e-3},
                 three});
  all.push_back(
      {"mse",
       {.widths = {2, 9, 3}, .loss = loss_kind::squared_error, .init = initializer::he_uniform},
       three});
  return all;
}

const std::map<std::string, std::string> golden = {
    {"adam", "ca6f7b8b18c70023"},          {"cross_entropy", "e6f33507d111a144"},
    {"data sets", "6d664ed4861d69b1"},     {"elu", "41d19c1c6c18534e"},
    {"gelu", "3f56c8306fe80220"},          {"gelu_tanh", "d9f5c6429feaeaba"},
    {"gradient flow", "2e5c04f4517cbbe4"}, {"hard_swish", "159303c822a93b69"},
    {"identity", "aea71360cce323d0"},      {"leaky_relu", "16fa7cacb5cb6662"},
    {"mish", "1531eeca505eb73e"},          {"momentum", "e3ec18500df8e5bf"},
    {"mse", "ad11124b12c06104"},           {"nesterov", "a2d540427b6bc015"},
    {"prelu", "40d728039618aab4"},         {"relu", "f77f081a09a5bb71"},
    {"rmsprop", "9218f94b46205882"},       {"selu", "e22d76cf15201266"},
    {"sgd", "4447edea18119fb7"},           {"sigmoid", "c42ecde6024940b3"},
    {"sine", "e9a2677dde6387e1"},          {"softplus", "97a9ffca3da3c01d"},
    {"softsign", "0568e7ce2093bac4"},      {"step", "38d7dd7901025959"},
    {"swish", "dbee8dc074b79f12"},         {"tanh", "50e1517223893e61"},
};

std::string text_of(const std::vector<float>& floats) {
  hash h;
  h.add(floats);
  return h.text();
}

}  // namespace

TEST_CASE("every configuration trains to the bits it trains to everywhere") {
  std::size_t index = 0;
  for (const configuration& c : configurations()) {
    if (is_slow && index++ % 4) continue;
    const auto n = make(c.network);
    const training_report report = train(*n, make_samples(c.data), 10'000);
    CHECK(report.finite);
    const std::string expected = golden.contains(c.name) ? golden.at(c.name) : "";
    const std::string found = text_of(parameters(*n));
    INFO("{\"" << c.name << "\", \"" << found << "\"},");
    CHECK(found == expected);
  }
}

TEST_CASE("every data set has the bits it has everywhere") {
  std::vector<float> points;
  for (int kind = 0; kind < datasets; ++kind) {
    const samples s = make_samples({.kind = dataset_kind(kind),
                                    .samples = 999,
                                    .classes = largest_class_count(dataset_kind(kind))});
    points.insert(points.end(), s.points.begin(), s.points.end());
  }
  CHECK(text_of(points) == golden.at("data sets"));
}

TEST_CASE("gradient flow has the bits it has everywhere") {
  std::vector<float> numbers;
  for (const activation& a : all_activations()) {
    std::vector<flow_layer> layers(40);
    REQUIRE(gradient_flow({.activation = find_activation(a.info->id),
                           .parameter = float(a.info->parameter.initial),
                           .depth = 40,
                           .width = 13,
                           .batch = 21},
                          layers.data()));
    for (const flow_layer& layer : layers) {
      for (const double x :
           {layer.gradient_norm, layer.slope_product, layer.activation_deviation}) {
        numbers.push_back(float(x));
      }
    }
  }
  CHECK(text_of(numbers) == golden.at("gradient flow"));
}
