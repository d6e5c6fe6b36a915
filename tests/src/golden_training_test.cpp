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
    {"adam", "72dad066669f9e82"},          {"cross_entropy", "5789d1ba09d42f6c"},
    {"data sets", "6d664ed4861d69b1"},     {"elu", "2875434337b0ab99"},
    {"gelu", "2fb6555f27f8652c"},          {"gelu_tanh", "b045dc957761989c"},
    {"gradient flow", "e11a417218e6a9ce"}, {"hard_swish", "8bf2fae0087ae7ef"},
    {"identity", "52de5b6463855263"},      {"leaky_relu", "e25475a7d2eb936c"},
    {"mish", "006907e0939756da"},          {"momentum", "6ab7bcce55c118be"},
    {"mse", "ad11124b12c06104"},           {"nesterov", "13b1f026940eda97"},
    {"prelu", "c9c47a71620a1feb"},         {"relu", "cdaea362542278e7"},
    {"rmsprop", "849a10f9a50d78ac"},       {"selu", "15dadf8cb17faacd"},
    {"sgd", "5533ae97ff3d48fe"},           {"sigmoid", "2fc69ca9b9bc861f"},
    {"sine", "341d3778a89aeb2a"},          {"softplus", "dc7aacc28b72298e"},
    {"softsign", "e529b953eb746d42"},      {"step", "f9eb75c4b83745b1"},
    {"swish", "780c3accb8e2dc4f"},         {"tanh", "91dfcbd9ee69d313"},
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
