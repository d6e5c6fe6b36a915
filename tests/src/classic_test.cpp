// What every textbook says of these networks, measured.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "boundary.h"
#include "linear.h"
#include "networks.h"

using namespace activation_widgets;

namespace {

constexpr int seeds = is_slow ? 2 : 10;
constexpr int allowed_failures = is_slow ? 0 : 1;

// How many of the seeds (of data and weights) reach the accuracy within so many updates of Adam.
int solved(dataset_kind kind, std::string_view activation, double goal, std::uint64_t updates,
           double noise) {
  int count = 0;
  for (std::uint32_t seed = 1; seed <= std::uint32_t(seeds); ++seed) {
    const samples s = make_samples({.kind = kind, .noise = noise, .seed = seed});
    const auto n =
        make({.activation = activation, .optimizer = {.learning_rate = 0.01}, .seed = seed});
    for (std::uint64_t done = 0; done < updates; done += 500) {
      train(*n, s, 500);
      if (accuracy(*n, s) >= goal) {
        ++count;
        break;
      }
    }
  }
  return count;
}

}  // namespace

TEST_CASE("two hidden layers of eight solve circles, xor and moons") {
  for (const char* activation : {"tanh", "relu", "gelu", "swish"}) {
    for (const dataset_kind kind :
         {dataset_kind::circles, dataset_kind::exclusive_or, dataset_kind::moons}) {
      CAPTURE(activation, dataset_names[int(kind)]);
      CHECK(solved(kind, activation, 0.97, 5000, 0.05) >= seeds - allowed_failures);
    }
  }
}

TEST_CASE("two hidden layers of eight unwind two spirals of 1.75 turns") {
  for (const char* activation : {"tanh", "relu", "gelu", "swish"}) {
    CAPTURE(activation);
    CHECK(solved(dataset_kind::spirals, activation, 0.95, 20000, 0.02) >= seeds - allowed_failures);
  }
}

TEST_CASE("without an activation the same network stays near chance on circles and xor") {
  for (const dataset_kind kind : {dataset_kind::circles, dataset_kind::exclusive_or}) {
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
      CAPTURE(dataset_names[int(kind)], seed);
      const samples s = make_samples({.kind = kind, .noise = 0.05, .seed = seed});
      const auto n = make({.activation = "identity", .seed = seed});
      train(*n, s, 5000);
      CHECK(accuracy(*n, s) < 0.7);
      CHECK(loss(*n, s) > 0.6);
    }
  }
}

TEST_CASE("without an activation the boundary is a straight line") {
  const samples s = make_samples({.kind = dataset_kind::moons});
  const auto n = make({.activation = "identity"});
  train(*n, s, 2000);
  // The logit is linear: its second differences vanish along any line.
  double curvature = 0, slope = 0;
  for (int i = -10; i < 10; ++i) {
    const float x = float(i) / 10, y = float(i * i % 7) / 7 - 0.5f;
    const std::vector<float> points = {x, y, x + 0.1f, y - 0.05f, x + 0.2f, y - 0.1f};
    std::vector<float> logits(3);
    n->activations(2, points.data(), 3, logits.data());
    curvature = std::max(curvature,
                         std::abs(double(logits[0]) - 2 * double(logits[1]) + double(logits[2])));
    slope = std::max(slope, std::abs(double(logits[2]) - double(logits[0])));
  }
  CHECK(curvature < 1e-5 * slope);
}

TEST_CASE("ten sigmoid layers leave the first one where it was") {
  const samples s = make_samples({});
  std::vector<int> widths(12, 8);
  widths.front() = 2, widths.back() = 1;
  const auto moved = [&](std::string_view activation) {
    const auto n = make({.widths = widths,
                         .activation = activation,
                         .optimizer = {.kind = optimizer_kind::sgd, .learning_rate = 0.1}});
    const std::vector<float> before = parameters(*n);
    train(*n, s, 1000);
    double distance = 0, size = 0;
    for (std::size_t i = 0; i < n->model.layers[0].biases; ++i) {
      distance += std::pow(double(n->parameters()[i]) - double(before[i]), 2);
      size += std::pow(double(before[i]), 2);
    }
    return std::sqrt(distance / size);
  };
  CHECK(moved("sigmoid") < 1e-4);
  CHECK(moved("tanh") > 0.1);
}

TEST_CASE("a stack of linear layers is the one layer it collapses to") {
  random_sequence random(3, random_stream::data);
  for (const std::vector<int>& widths :
       {std::vector{2, 3}, {2, 3, 2}, {5, 1, 4, 7}, {2, 8, 8, 8, 8, 8, 8, 1}}) {
    std::vector<double> layers;
    for (std::size_t l = 1; l < widths.size(); ++l) {
      for (int i = 0; i < widths[l] * (widths[l - 1] + 1); ++i)
        layers.push_back(random.uniform(-1, 1));
    }
    const auto inputs = std::size_t(widths.front()), outputs = std::size_t(widths.back());
    std::vector<double> one(8 * 9), work(8 * 9);
    collapse(widths, layers.data(), one.data(), work.data());
    for (int trial = 0; trial < 5; ++trial) {
      std::vector<double> x(inputs);
      for (double& v : x) v = random.normal();
      std::vector<double> stack = x;
      const double* at = layers.data();
      for (std::size_t l = 1; l < widths.size(); ++l) {
        std::vector<double> y;
        for (int o = 0; o < widths[l]; ++o) {
          double sum = at[widths[l] * widths[l - 1] + o];
          for (std::size_t i = 0; i < stack.size(); ++i)
            sum += at[std::size_t(o) * stack.size() + i] * stack[i];
          y.push_back(sum);
        }
        at += widths[l] * (widths[l - 1] + 1);
        stack = y;
      }
      for (std::size_t o = 0; o < outputs; ++o) {
        double sum = one[outputs * inputs + o];
        for (std::size_t i = 0; i < inputs; ++i) sum += one[o * inputs + i] * x[i];
        CHECK(std::abs(sum - stack[o]) < 1e-12 * (1 + std::abs(stack[o])));
      }
    }
  }
}

TEST_CASE("a trained linear network is the layer it collapses to, to 1e-5") {
  const samples s = make_samples({.kind = dataset_kind::moons});
  const auto n = make({.activation = "identity"});
  train(*n, s, 500);
  const std::vector<int> widths = {2, 8, 8, 1};
  const std::vector<float> p = parameters(*n);
  const std::vector<double> layers(p.begin(), p.end());
  std::vector<double> one(27), work(27);
  collapse(widths, layers.data(), one.data(), work.data());
  std::vector<float> logits(s.count());
  n->activations(2, s.points.data(), s.count(), logits.data());
  for (std::size_t i = 0; i < s.count(); ++i) {
    const double sum =
        one[0] * double(s.points[2 * i]) + one[1] * double(s.points[2 * i + 1]) + one[2];
    CHECK(std::abs(sum - double(logits[i])) < 1e-5 * (1 + std::abs(sum)));
  }
}
