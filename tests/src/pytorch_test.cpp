// Against PyTorch in double: tests/reference/pytorch_training.py made the other side.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "gradient_flow.h"
#include "networks.h"
#include "reference/pytorch_training.h"

using namespace activation_widgets;

namespace {

const pytorch::network& reference(std::string_view name) {
  for (const auto& n : pytorch::networks) {
    if (n.name == name) return n;
  }
  throw std::invalid_argument("no such network");
}

samples samples_of(const pytorch::network& r) {
  return {{r.points.begin(), r.points.end()}, {r.labels.begin(), r.labels.end()}};
}

description describe(const pytorch::network& r) {
  return {.widths = r.widths,
          .activation = r.activation,
          .loss = loss_kind(index_of(r.loss, loss_names)),
          .residual = r.residual,
          .seed = pytorch::seed,
          .batch_size = pytorch::batch_size};
}

// The largest difference, relative to the largest expected magnitude.
double difference(const std::vector<float>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  double worst = 0, largest = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    worst = std::max(worst, std::abs(double(found[i]) - expected[i]));
    largest = std::max(largest, std::abs(expected[i]));
  }
  return worst / largest;
}

}  // namespace

TEST_CASE("the first weights are those of the same generator written in Python") {
  for (const auto& r : pytorch::networks) {
    CAPTURE(r.name);
    CHECK(difference(parameters(*make(describe(r))), r.first_parameters) < 1e-7);
  }
}

TEST_CASE("loss, probabilities and gradients are PyTorch's") {
  for (const auto& r : pytorch::networks) {
    CAPTURE(r.name);
    const auto n = make(describe(r));
    const samples s = samples_of(r);
    CHECK(std::abs(loss(*n, s) / r.first_loss - 1) < 1e-6);
    CHECK(difference(predict(*n, s.points), r.probabilities) < 1e-6);
    CHECK(difference(gradients(*n, s), r.gradients) < 1e-6);
  }
}

TEST_CASE("200 updates of every optimizer lead where PyTorch's lead") {
  for (const auto& r : pytorch::runs) {
    CAPTURE(r.network, r.optimizer, r.l1);
    const pytorch::network& start = reference(r.network);
    description d = describe(start);
    d.optimizer = {.kind = optimizer_kind(index_of(r.optimizer, optimizer_names)),
                   .learning_rate = r.learning_rate};
    d.l1 = r.l1;
    d.l2 = r.l2;
    const auto n = make(d);
    const training_report report = train(*n, samples_of(start), pytorch::updates);
    CHECK(report.step == std::uint64_t(pytorch::updates));
    CHECK(std::abs(report.loss / r.last_loss - 1) < 1e-4);
    // Relative to each parameter; those that nearly vanish, to a hundredth of the typical one.
    double worst = 0;
    for (std::size_t i = 0; i < r.parameters.size(); ++i) {
      const double scale = std::max(std::abs(r.parameters[i]), 0.01);
      worst = std::max(worst, std::abs(double(n->parameters()[i]) - r.parameters[i]) / scale);
    }
    // Adam and RMSProp divide by the size of the gradient: one that is hardly more than its own
    // rounding, as with GELU, moves a parameter as far as any other. Only there, and only as far as
    // PyTorch in float ends from PyTorch in double, may we.
    const bool steep = start.activation == std::string_view("gelu");
    CHECK(worst < (steep ? std::max(1e-4, r.distance_in_float) : 1e-4));
  }
}

TEST_CASE("gradient flow has PyTorch's norms, far below the range of float") {
  for (const auto& r : pytorch::flows) {
    CAPTURE(r.activation, r.init, r.depth);
    std::vector<flow_layer> layers(std::size_t(r.depth));
    REQUIRE(gradient_flow({.activation = find_activation(r.activation),
                           .depth = r.depth,
                           .width = r.width,
                           .init = initializer(index_of(r.init, initializer_names)),
                           .residual = r.residual,
                           .seed = std::uint32_t(r.seed),
                           .batch = r.batch},
                          layers.data()));
    for (std::size_t l = 0; l < layers.size(); ++l) {
      CAPTURE(l, layers[l].gradient_norm, r.norms[l]);
      CHECK(std::abs(layers[l].gradient_norm / r.norms[l] - 1) < 1e-3);
    }
  }
}
