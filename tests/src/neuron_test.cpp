#include "neuron.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string_view>
#include <vector>

#include "registry.h"

using namespace activation_widgets;

namespace {

constexpr std::size_t samples = 60;

struct cloud {
  double inputs[2 * samples], targets[samples];
  float sums[samples], values[samples], slopes[samples];

  cloud() { make_cloud(42, samples, inputs, targets); }

  neuron_report pass(const neuron_parameters& neuron, std::string_view id, double rate) {
    return neuron_pass(neuron, find_activation(id), rate, inputs, targets, samples, sums, values,
                       slopes);
  }
};

double size_of(const neuron_parameters& p) {
  return std::max(
      {std::abs(p.weights[0]), std::abs(p.weights[1]), std::abs(p.bias), std::abs(p.shape)});
}

const neuron_parameters dead{{-3, -2}, -1, 0}, alive{{3, 2}, 1, 0};

}  // namespace

TEST_CASE("inputs have positive components, and targets are x1 + x2 / 2") {
  const cloud c;
  for (std::size_t i = 0; i < samples; ++i) {
    CHECK((c.inputs[2 * i] > 0 && c.inputs[2 * i] < 1));
    CHECK((c.inputs[2 * i + 1] > 0 && c.inputs[2 * i + 1] < 1));
    CHECK(c.targets[i] == c.inputs[2 * i] + c.inputs[2 * i + 1] / 2);
  }
}

TEST_CASE("with W = [-3, -2] and b = -1 ReLU is dead: output, gradient and update are exactly 0") {
  cloud c;
  const neuron_report report = c.pass(dead, "relu", 10);
  CHECK(report.firing == 0);
  CHECK(report.greatest < -1);
  CHECK(size_of(report.gradient) == 0);
  CHECK(size_of(report.update) == 0);
  CHECK(report.next.weights[0] == -3);
  CHECK(report.next.bias == -1);
  for (const float value : c.values) CHECK(value == 0);
}

TEST_CASE("one update with a large learning rate kills a living neuron, a small one does not") {
  cloud c;
  CHECK(c.pass(alive, "relu", 0.1).firing == samples);
  CHECK(c.pass(c.pass(alive, "relu", 0.1).next, "relu", 0.1).firing == samples);
  const neuron_report after = c.pass(c.pass(alive, "relu", 1).next, "relu", 1);
  CHECK(after.firing == 0);
  CHECK(size_of(after.gradient) == 0);
}

TEST_CASE("what ReLU kills, Leaky ReLU and PReLU bring back") {
  cloud c;
  for (const auto& [id, shape] : {std::pair{"leaky_relu", 0.01}, std::pair{"prelu", 0.25}}) {
    neuron_parameters now = c.pass(alive, "relu", 0.5).next;
    REQUIRE(c.pass(now, "relu", 0.5).firing == 0);
    now.shape = shape;
    for (int i = 0; i < 200; ++i) now = c.pass(now, id, 0.5).next;
    CAPTURE(id);
    CHECK(c.pass(now, id, 0.5).loss < 1e-3);
  }
}

TEST_CASE("gradients agree with differences of the loss") {
  cloud c;
  for (const activation& f : all_activations()) {
    const std::string_view id = f.info->id;
    CAPTURE(id);
    const neuron_parameters at{{0.7, -0.6}, 0.2, f.info->parameter.initial};
    const neuron_parameters gradient = c.pass(at, id, 0.1).gradient;
    const auto slope = [&](auto change) {
      neuron_parameters low = at, high = at;
      change(low, -1e-3), change(high, 1e-3);
      return (c.pass(high, id, 0.1).loss - c.pass(low, id, 0.1).loss) / 2e-3;
    };
    if (id == "step") continue;  // its loss jumps
    const auto close = [](double a, double b) { return std::abs(a - b) < 2e-3; };
    CHECK(close(gradient.weights[0], slope([](auto& n, double d) { n.weights[0] += d; })));
    CHECK(close(gradient.weights[1], slope([](auto& n, double d) { n.weights[1] += d; })));
    CHECK(close(gradient.bias, slope([](auto& n, double d) { n.bias += d; })));
    if (f.info->parameter.learnable) {
      CHECK(close(gradient.shape, slope([](auto& n, double d) { n.shape += d; })));
    } else {
      CHECK(gradient.shape == 0);
    }
  }
}
