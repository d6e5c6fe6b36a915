// What training promises beside its arithmetic: order, repetition, divergence, and the settings it
// refuses.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "networks.h"

using namespace activation_widgets;

TEST_CASE("training in portions equals training at once") {
  const samples s = make_samples({.samples = 77});
  const auto whole = make({}), parts = make({});
  train(*whole, s, 100);
  for (const int steps : {1, 0, 6, 40, 53}) train(*parts, s, std::uint64_t(steps));
  CHECK(parameters(*whole) == parameters(*parts));
}

TEST_CASE("looking at a network does not change what training makes of it") {
  const samples s = make_samples({.samples = 77}), other = make_samples({.samples = 31, .seed = 2});
  const auto watched = make({}), alone = make({});
  for (int i = 0; i < 5; ++i) {
    train(*watched, s, 20);
    train(*alone, s, 20);
    loss(*watched, other);
    accuracy(*watched, other);
    gradients(*watched, other);
    predict(*watched, other.points);
    std::vector<layer_statistics> statistics(3);
    watched->statistics(other.points.data(), other.labels.data(), other.count(), statistics.data());
  }
  CHECK(parameters(*watched) == parameters(*alone));
}

TEST_CASE("parameters that are set begin a training anew") {
  const samples s = make_samples({.samples = 77});
  const auto first = make({}), second = make({.seed = 42});
  const std::vector<float> start = parameters(*first);
  train(*second, s, 33);
  second->set_parameters(start.data());
  CHECK(train(*first, s, 50).loss == train(*second, s, 50).loss);
  CHECK(parameters(*first) == parameters(*second));
}

TEST_CASE("a seed decides the weights, whatever the activation") {
  CHECK(parameters(*make({.activation = "tanh"})) == parameters(*make({.activation = "relu"})));
  CHECK(parameters(*make({.seed = 1})) != parameters(*make({.seed = 2})));
}

TEST_CASE("every epoch visits every sample once, and its last batch is what remains") {
  const auto n = make({.batch_size = 32});
  const samples s = make_samples({.samples = 77});
  train(*n, s, 1);
  std::vector<bool> seen(77);
  for (std::size_t i = 0; i < n->order_size; ++i) seen[n->order[i]] = true;
  CHECK(std::vector<bool>(77, true) == seen);
  const std::vector<std::uint32_t> first(n->order, n->order + 77);
  CHECK(n->order_position == 32);
  train(*n, s, 2);
  CHECK(n->order_position == 77);
  train(*n, s, 1);
  CHECK(std::vector<std::uint32_t>(n->order, n->order + 77) != first);
}

TEST_CASE("a batch larger than a block, or than all samples, is one batch all the same") {
  const samples s = make_samples({.samples = 333});
  const auto all = make({.optimizer = {.kind = optimizer_kind::sgd}, .batch_size = 4096});
  const std::vector<float> before = parameters(*all), g = gradients(*all, s);
  train(*all, s, 1);
  for (std::size_t i = 0; i < g.size(); ++i) {
    CHECK(std::abs(double(before[i]) - 0.03 * double(g[i]) - double(all->parameters()[i])) < 1e-6);
  }
}

TEST_CASE("divergence is found at its step, which is not made") {
  const samples s = make_samples({.samples = 64});
  const description wild = {.activation = "relu",
                            .loss = loss_kind::squared_error,
                            .optimizer = {.kind = optimizer_kind::sgd, .learning_rate = 1e6}};
  const auto n = make(wild);
  const training_report report = train(*n, s, 1000);
  CHECK_FALSE(report.finite);
  REQUIRE(report.step < 100);
  for (const float p : n->parameters()) CHECK(std::isfinite(p));

  const auto before = make(wild);
  CHECK(train(*before, s, report.step - 1).finite);
  CHECK(parameters(*before) == parameters(*n));
  CHECK(train(*n, s, 10).step == report.step);
  CHECK_FALSE(train(*n, s, 10).finite);

  const std::vector<float> start = parameters(*make(wild));
  n->set_parameters(start.data());
  CHECK(train(*n, s, 1).finite);
  CHECK(train(*n, s, 1).step == 2);
}

TEST_CASE("parameters or points that are no numbers are reported, not trained on") {
  samples s = make_samples({.samples = 8});
  const auto n = make({});
  s.points[3] = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> before = parameters(*n);
  const training_report report = train(*n, s, 5);
  CHECK_FALSE(report.finite);
  CHECK(report.step == 1);
  CHECK(parameters(*n) == before);
  CHECK(accuracy(*n, s) < 1);
}

TEST_CASE("a ReLU neuron that is dead for all inputs gets no gradient and never changes") {
  samples s = make_samples({.samples = 50});
  for (float& x : s.points) x = std::abs(x) + 0.1f;
  for (int kind = 0; kind < optimizer_kinds; ++kind) {
    CAPTURE(optimizer_names[kind]);
    const auto n = make(
        {.widths = {2, 1, 1}, .activation = "relu", .optimizer = {.kind = optimizer_kind(kind)}});
    const std::vector<float> dead = {-3, -2, -1, 0.7f, 0.1f};
    n->set_parameters(dead.data());
    train(*n, s, 500);
    CHECK(parameters(*n)[0] == -3);
    CHECK(parameters(*n)[1] == -2);
    CHECK(parameters(*n)[2] == -1);
    CHECK(parameters(*n)[4] != dead[4]);
    layer_statistics layers[2];
    n->statistics(s.points.data(), s.labels.data(), s.count(), layers);
    CHECK(layers[0].dead_fraction == 1);
    CHECK(layers[0].saturated_fraction == 1);
    CHECK(layers[0].gradient_norm == 0);
    CHECK(layers[1].dead_fraction == 0);
  }
}

TEST_CASE("statistics are those of the layer's values and slopes") {
  const samples s = make_samples({.samples = 300});
  const auto n = make({.activation = "tanh", .residual = true, .l2 = 0.1});
  std::vector<layer_statistics> layers(3);
  n->statistics(s.points.data(), s.labels.data(), s.count(), layers.data());
  const std::vector<float> g = gradients(*n, s);
  for (std::size_t l = 0; l < 3; ++l) {
    const layer<float>& a = n->model.layers[l];
    std::vector<float> values(300 * a.outputs);
    n->activations(l, s.points.data(), s.count(), values.data());
    double mean = 0, variance = 0, norm = 0;
    for (const float v : values) mean += double(v) / double(values.size());
    for (const float v : values) variance += std::pow(double(v) - mean, 2) / double(values.size());
    for (std::size_t i = a.weights; i < a.biases; ++i) norm += double(g[i]) * double(g[i]);
    CHECK(std::abs(layers[l].activation_mean - mean) < 1e-9);
    CHECK(std::abs(layers[l].activation_deviation - std::sqrt(variance)) < 1e-9);
    CHECK(std::abs(layers[l].gradient_norm - std::sqrt(norm)) < 1e-9);
  }
}

TEST_CASE("settings outside the rules are refused by the rule's name") {
  network n;
  CHECK(n.create({}) == network_error::layers);
  CHECK(create(n, {.widths = std::vector<int>(66, 2)}) == network_error::layers);
  CHECK(create(n, {.widths = {2, 0, 1}}) == network_error::width);
  CHECK(create(n, {.widths = {2, 257, 1}}) == network_error::width);
  CHECK(create(n, {.loss = loss_kind::cross_entropy}) == network_error::loss);
  CHECK(create(n, {.widths = {2, 3}}) == network_error::loss);
  CHECK(create(n, {.loss = loss_kind(9)}) == network_error::loss);
  CHECK(create(n, {.optimizer = {.learning_rate = -1}}) == network_error::optimizer);
  CHECK(create(n, {.optimizer = {.beta1 = 1}}) == network_error::optimizer);
  CHECK(create(n, {.optimizer = {.kind = optimizer_kind(5)}}) == network_error::optimizer);
  CHECK(create(n, {.init = initializer(7)}) == network_error::initializer);
  CHECK(create(n, {.batch_size = 0}) == network_error::batch_size);
  CHECK(create(n, {.l1 = -1}) == network_error::penalty);
  CHECK(create(n, {.l2 = std::nan("")}) == network_error::penalty);
}

TEST_CASE("the deepest and the widest network train") {
  const samples s = make_samples({.samples = 40});
  std::vector<int> deep(65, 9);
  deep.front() = 2, deep.back() = 1;
  CHECK(train(*make({.widths = deep}), s, 3).finite);
  CHECK(train(*make({.widths = {2, 256, 255, 1}}), s, 3).finite);
  CHECK(train(*make({.widths = {2, 1}}), s, 3).finite);
}
