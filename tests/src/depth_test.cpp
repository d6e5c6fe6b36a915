// What the demo of vanishing gradients shows.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>
#include <vector>

#include "gradient_flow.h"
#include "registry.h"
#include "slopes.h"

using namespace activation_widgets;

namespace {

constexpr initializer all_initializers[] = {initializer::he_normal,     initializer::he_uniform,
                                            initializer::xavier_normal, initializer::xavier_uniform,
                                            initializer::lecun_normal,  initializer::uniform,
                                            initializer::zeros};

// What layer 1 gets of the gradient of a single linear layer; the median of 20 seeds.
double median_share(flow_settings settings, const char* activation) {
  settings.activation = find_activation(activation);
  std::vector<double> first;
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    settings.seed = seed;
    flow_source source;
    flow_networks networks;
    REQUIRE(source.create(settings));
    REQUIRE(networks.create(settings, source));
    networks.begin(std::size_t(settings.depth));
    while (!networks.advance()) {
    }
    first.push_back(networks.share(0));
  }
  std::sort(first.begin(), first.end());
  return (first[9] + first[10]) / 2;
}

// The same passes once more, written out plainly in double and with the standard library, from the
// same random numbers.
std::vector<double> sigmoid_norms_in_double(const flow_settings& s) {
  const auto width = std::size_t(s.width), batch = std::size_t(s.batch),
             depth = std::size_t(s.depth);
  using matrix = std::vector<std::vector<double>>;
  const auto zeros = [](std::size_t rows, std::size_t columns) {
    return matrix(rows, std::vector<double>(columns));
  };
  random_sequence weights(s.seed, random_stream::weights), inputs(s.seed, random_stream::data),
      ends(s.seed, random_stream::gradient);
  // The last column of w holds the biases.
  std::vector<matrix> w(depth, zeros(width, width + 1)), y(depth + 1, zeros(width, batch));
  for (matrix& layer : w) {
    std::vector<float> drawn(width * (width + 1));
    initialize_layer(s.init, width, width, drawn.data(), weights);
    for (std::size_t o = 0; o < width; ++o) {
      for (std::size_t i = 0; i < width; ++i) layer[o][i] = drawn[o * width + i];
      layer[o][width] = drawn[width * width + o];
    }
  }
  matrix back = zeros(width, batch);
  for (std::size_t i = 0; i < width; ++i) {
    for (std::size_t b = 0; b < batch; ++b) {
      y[0][i][b] = float(inputs.normal());
      back[i][b] = float(ends.normal() / double(batch));
    }
  }
  for (std::size_t l = 0; l < depth; ++l)
    for (std::size_t o = 0; o < width; ++o)
      for (std::size_t b = 0; b < batch; ++b) {
        double z = w[l][o][width];
        for (std::size_t i = 0; i < width; ++i) z += w[l][o][i] * y[l][i][b];
        y[l + 1][o][b] = 1 / (1 + std::exp(-z));
      }
  std::vector<double> norms(depth);
  for (std::size_t l = depth; l-- > 0;) {
    matrix below = zeros(width, batch);
    double square = 0;
    for (std::size_t o = 0; o < width; ++o)
      for (std::size_t b = 0; b < batch; ++b) back[o][b] *= y[l + 1][o][b] * (1 - y[l + 1][o][b]);
    for (std::size_t o = 0; o < width; ++o)
      for (std::size_t i = 0; i < width; ++i) {
        double g = 0;
        for (std::size_t b = 0; b < batch; ++b) {
          g += back[o][b] * y[l][i][b];
          below[i][b] += w[l][o][i] * back[o][b];
        }
        square += g * g;
      }
    norms[l] = std::sqrt(square);
    back = below;
  }
  return norms;
}

}  // namespace

TEST_CASE(
    "gradients through 50 sigmoid layers agree with a plain double one to 1e-3, even at 1e-35") {
  // Narrow layers let the gradient fall furthest.
  for (const auto& [init, width] :
       {std::pair{initializer::xavier_normal, 32}, std::pair{initializer::he_normal, 16},
        std::pair{initializer::uniform, 32}}) {
    const flow_settings s{.activation = find_activation("sigmoid"),
                          .depth = 50,
                          .width = width,
                          .init = init,
                          .seed = 7,
                          .batch = 16};
    const std::vector<double> expected = sigmoid_norms_in_double(s);
    flow_layer layers[50];
    REQUIRE(gradient_flow(s, layers));
    for (std::size_t l = 0; l < 50; ++l) {
      CAPTURE(int(init), l, layers[l].gradient_norm, expected[l]);
      CHECK(std::abs(layers[l].gradient_norm / expected[l] - 1) < 1e-3);
    }
    if (init == initializer::uniform) CHECK(expected[0] < 1e-35);
  }
}

TEST_CASE("He and ReLU at width 64 stay within a factor of 10 over 50 layers, Xavier does not") {
  flow_settings s{.depth = 50, .width = 64, .init = initializer::he_normal, .batch = 16};
  const double he = median_share(s, "relu");
  CHECK(he > 0.1);
  CHECK(he < 10);
  s.init = initializer::xavier_normal;
  const double xavier = median_share(s, "relu");
  CHECK((xavier < 0.1 || xavier > 10));
}

TEST_CASE("sigmoid vanishes under every initialiser, and residual connections rescue it") {
  for (const initializer init : all_initializers) {
    CAPTURE(int(init));
    flow_settings s{.depth = 50, .width = 64, .init = init, .batch = 16};
    const double plain = median_share(s, "sigmoid");
    CHECK(plain < 1e-10);
    s.residual = true;
    CHECK(median_share(s, "sigmoid") > 0.01);
  }
}

TEST_CASE("a flow in pieces gives the bits of a whole one, at every depth and in any order") {
  flow_settings s{.activation = find_activation("gelu"), .depth = 64, .width = 12, .batch = 9};
  flow_source source;
  flow_networks pieces;
  REQUIRE(source.create(s));
  REQUIRE(pieces.create(s, source));
  for (const int depth : {5, 64, 1, 33, 5}) {
    pieces.begin(std::size_t(depth));
    int steps = 1;
    while (!pieces.advance()) ++steps;
    CHECK(steps <= 2 * depth);
    s.depth = depth;
    flow_layer whole[max_layers];
    REQUIRE(gradient_flow(s, whole));
    CHECK(std::memcmp(whole, pieces.result(), std::size_t(depth) * sizeof(flow_layer)) == 0);
  }
}

TEST_CASE("shares are of the gradient that a single layer without an activation gets") {
  flow_settings s{.activation = find_activation("identity"), .depth = 1, .width = 12, .batch = 9};
  flow_source source;
  flow_networks networks;
  REQUIRE(source.create(s));
  REQUIRE(networks.create(s, source));
  networks.begin(1);
  while (!networks.advance()) {
  }
  CHECK(networks.share(0) == 1);
  // The textbook's view of a single sigmoid layer of weights 0: its slope, 1/4.
  s.init = initializer::zeros;
  s.activation = find_activation("sigmoid");
  REQUIRE(source.create(s));
  REQUIRE(networks.create(s, source));
  networks.begin(1);
  while (!networks.advance()) {
  }
  CHECK(std::abs(networks.share(0) - 0.25) < 1e-6);
}

TEST_CASE("networks of several activations share one source") {
  flow_settings s{.depth = 64, .width = 8, .batch = 8};
  flow_source source;
  REQUIRE(source.create(s));
  flow_networks networks[2];
  const char* ids[] = {"tanh", "relu"};
  for (int k = 0; k < 2; ++k) {
    s.activation = find_activation(ids[k]);
    REQUIRE(networks[k].create(s, source));
    networks[k].begin(20);
  }
  // In turns: neither disturbs the other.
  for (bool done[2] = {}; !done[0] || !done[1];) {
    for (int k = 0; k < 2; ++k) done[k] = networks[k].advance();
  }
  for (int k = 0; k < 2; ++k) {
    s.activation = find_activation(ids[k]);
    s.depth = 20;
    flow_layer whole[20];
    REQUIRE(gradient_flow(s, whole));
    CHECK(std::memcmp(whole, networks[k].result(), sizeof whole) == 0);
  }
}

TEST_CASE("the textbook's table: slopes multiplied over 5, 10, 20 and 50 layers") {
  double products[50];
  const auto check = [&](double slope, double l5, double l10, double l20, double l50) {
    slope_products(slope, 50, products);
    CHECK(std::abs(products[4] / l5 - 1) < 1e-3);
    CHECK(std::abs(products[9] / l10 - 1) < 1e-3);
    CHECK(std::abs(products[19] / l20 - 1) < 1e-3);
    CHECK(std::abs(products[49] / l50 - 1) < 1e-3);
  };
  check(0.20, 3.2e-4, 1.024e-7, 1.0486e-14, 1.1259e-35);
  check(0.42, 0.013069, 1.7080e-4, 2.9173e-8, 1.4537e-19);
  check(1, 1, 1, 1, 1);
  check(0.25, 0.0009765625, 9.5367431640625e-7, 9.0949e-13, 7.8886e-31);
}

TEST_CASE("the largest slopes") {
  const auto greatest = [](const char* id, float parameter = 0) {
    return greatest_slope(find_activation(id), parameter);
  };
  CHECK(greatest("sigmoid") == 0.25);
  CHECK(greatest("tanh") == 1);
  CHECK(greatest("relu") == 1);
  CHECK(std::abs(greatest("gelu") - 1.1289041451851548) < 1e-6);
  CHECK(std::abs(greatest("swish", 1) - 1.0998393201288669) < 1e-6);
  CHECK(greatest("step") == 0);
}
