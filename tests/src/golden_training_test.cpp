// The same bits everywhere: see reference/golden_training.h.
#include "reference/golden_training.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "gradient_flow.h"
#include "hash.h"
#include "networks.h"

using namespace activation_widgets;

namespace {

std::vector<int> numbers_in(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<int> numbers;
  for (int number; stream >> number;) numbers.push_back(number);
  return numbers;
}

description network_of(const golden_training& g) {
  return {.widths = numbers_in(g.widths),
          .activation = g.activation,
          .loss = loss_kind(index_of(g.loss, loss_names)),
          .optimizer = {.kind = optimizer_kind(index_of(g.optimizer, optimizer_names)),
                        .learning_rate = g.learning_rate},
          .init = initializer(index_of(g.init, initializer_names)),
          .residual = g.residual,
          .batch_size = g.batch_size,
          .l1 = g.l1,
          .l2 = g.l2};
}

dataset_settings data_of(const golden_training& g) {
  return {.kind = dataset_kind(index_of(g.data, dataset_names)),
          .samples = g.samples,
          .classes = g.classes};
}

std::string text_of(const std::vector<float>& floats) {
  hash h;
  h.add(floats);
  return h.text();
}

}  // namespace

TEST_CASE("every configuration trains to the bits it trains to everywhere") {
  std::size_t index = 0;
  for (const golden_training& g : golden_trainings) {
    if (is_slow && index++ % 4) continue;
    CAPTURE(g.name);
    const auto n = make(network_of(g));
    const training_report report = train(*n, make_samples(data_of(g)), golden_updates);
    CHECK(report.finite);
    CHECK(text_of(parameters(*n)) == g.hash);
  }
}

TEST_CASE("every activation is among those configurations") {
  for (const activation& a : all_activations()) {
    CAPTURE(a.info->id);
    CHECK(std::ranges::any_of(
        golden_trainings, [&](const golden_training& g) { return g.activation == a.info->id; }));
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
  CHECK(text_of(points) == golden_data_sets);
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
  CHECK(text_of(numbers) == golden_gradient_flow);
}
