#include "plane.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "random.h"
#include "registry.h"

using namespace activation_widgets;

namespace {

constexpr std::size_t lines = 13, points = 49, n = 2 * lines * points;

// The last stage.
std::vector<float> carried(const std::vector<plane_layer>& layers, const char* id, double blend,
                           plane_change* seen = nullptr) {
  const std::size_t count = layers.size();
  std::vector<float> stages(2 * n * (count + 2)), work(4 * n);
  std::vector<double> ends(4 * n);
  make_grid(lines, points, stages.data());
  carry(layers.data(), count, {find_activation(id), 0, blend}, stages.data(), n, ends.data(),
        work.data());
  if (seen) *seen = change(layers.data(), count, ends.data(), lines, points);
  return {stages.begin() + long(2 * n * count), stages.begin() + long(2 * n * (count + 1))};
}

plane_change seen(const std::vector<plane_layer>& layers, const char* id, double blend = 1) {
  plane_change result;
  carried(layers, id, blend, &result);
  return result;
}

std::vector<plane_layer> some_layers(std::uint32_t seed, std::size_t count) {
  std::vector<plane_layer> layers(count);
  random_layers(seed, count, layers.data());
  return layers;
}

plane_layer collapsed(const std::vector<plane_layer>& layers) {
  return product(layers.data(), layers.size()).one;
}
int rank(const std::vector<plane_layer>& layers) {
  return int(product(layers.data(), layers.size()).rank);
}

}  // namespace

TEST_CASE("the grid covers the square, level lines first") {
  std::vector<float> grid(2 * n);
  make_grid(lines, points, grid.data());
  CHECK((grid[0] == -1 && grid[1] == -1));
  CHECK((grid[2 * (points - 1)] == 1 && grid[2 * (points - 1) + 1] == -1));
  CHECK((grid[2 * n - 2] == 1 && grid[2 * n - 1] == 1));
}

TEST_CASE(
    "without an activation, layers carry the plane where the one layer carries it, straight") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    for (const std::size_t count : {1u, 2u, 8u}) {
      const auto layers = some_layers(seed, count);
      const auto many = carried(layers, "identity", 1),
                 one = carried({collapsed(layers)}, "tanh", 1);
      CHECK(seen(layers, "tanh", 0).bend == 0);
      CHECK(seen(layers, "identity").apart == 0);
      for (std::size_t i = 0; i < 2 * n; ++i) REQUIRE(std::abs(many[i] - one[i]) < 1e-4);
    }
  }
}

TEST_CASE("with an activation the lines bend, and the more the further it is blended in") {
  const auto layers = some_layers(42, 3);
  double before = 0;
  for (const double blend : {0.25, 0.5, 0.75, 1.0}) {
    const double bent = seen(layers, "tanh", blend).bend;
    CHECK(bent > before);
    before = bent;
  }
  CHECK(before > 0.01);
  const auto none = carried(layers, "tanh", 0), identity = carried(layers, "identity", 1);
  for (std::size_t i = 0; i < 2 * n; ++i) CHECK(std::abs(none[i] - identity[i]) < 1e-5);
}

TEST_CASE("determinants multiply, and a rank that is lost stays lost") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    auto layers = some_layers(seed, 4);
    double product = 1;
    for (const plane_layer& layer : layers) product *= determinant(layer);
    const plane_layer one = collapsed(layers);
    CHECK(std::abs(determinant(one) - product) < 1e-9);
    CHECK(rank(layers) == 2);
    layers[1] = {{0.1, 0.2, 0.3, 0.6}, {1, 1}};  // 0.1 × 0.6 is not 0.2 × 0.3 to the last bit
    CHECK(rank({layers[1]}) == 1);
    CHECK(rank(layers) == 1);
    layers[2] = {{0, 0, 0, 0}, {1, 1}};
    CHECK(rank(layers) == 0);
  }
}

TEST_CASE("lines that stay straight are told from the product of the layers") {
  const std::vector<plane_layer> squeezed{{{2, 0, 0, 2}, {0, 0}}, {{1, 0, 0, 1}, {0, 0}}};
  const plane_change diagonal = seen(squeezed, "tanh");
  CHECK((diagonal.bend == 0 && diagonal.apart > 0.1 && diagonal.dimensions == 2));
  const plane_change flat = seen({{{1, 0.5, -0.3, 1}, {0, 0}}, {{1, 1, 2, 2}, {0, 0}}}, "tanh");
  CHECK((flat.bend == 0 && flat.apart > 0.01 && flat.dimensions == 1));
  const plane_change point = seen({{{1, 0, 0, 1}, {-2, -2}}, {{1, 0, 0, 1}, {0, 0}}}, "relu");
  CHECK((point.bend == 0 && point.apart > 0.5 && point.dimensions == 0));
  const std::vector<plane_layer> large(8, {{1e6, 1, 1, 1e6}, {1e6, -1e6}});
  CHECK(std::isnan(seen(large, "relu").apart));
  const std::vector<plane_layer> saturated(7, {{1e6, 0, 0, 1e6}, {0, 0}});
  CHECK(seen(saturated, "tanh").apart > 0.4);
}

TEST_CASE("a bend is seen where large numbers undo each other") {
  const plane_change inverse =
      seen({{{1000, 999, 999, 998}, {0, 0}}, {{-998, 999, 999, -1000}, {0, 0}}}, "relu");
  CHECK((inverse.bend > 0.5 && inverse.apart > 0.1));
  std::vector<plane_layer> four;
  for (int i = 0; i < 4; ++i) {
    four.push_back({{8, 5, 3, 2}, {0, 0}});
    four.push_back({{2, -5, -3, 8}, {0, 0}});
  }
  CHECK((seen(four, "relu").bend > 0.5 && seen(four, "sigmoid").apart > 0.1));
  CHECK((seen(four, "relu", 0).bend == 0 && seen(four, "relu", 0).apart == 0));
}

TEST_CASE("a product too small for a double keeps its rank") {
  CHECK(rank(std::vector<plane_layer>(8, {{1e-22, 0, 0, 1e-22}, {0, 0}})) == 2);
}

TEST_CASE("rounding is not told for a change, however large the biases are") {
  for (const double b : {1., 1e3, 1e6}) {
    const plane_change same =
        seen({{{1, 0, 0, 1}, {b + 2, b + 2}}, {{1, 0.3, 0.2, 1}, {-b, -b}}}, "relu");
    CHECK((same.bend == 0 && same.apart == 0 && same.dimensions == 2));
    CHECK(seen({{{1, 0, 0, 1}, {b, 0}}, {{1, 0.3, 0.2, 1}, {0, 0}}}, "tanh", 0).bend == 0);
  }
  const std::vector<plane_layer> pair{{{0.1, 0.1, 0.3, 0.3}, {0, 0}}, {{0.9, -0.3, 0, 0}, {0, 0}}};
  CHECK(rank(pair) == 0);
  CHECK(collapsed(pair).w[0] == 0);
  CHECK(seen(pair, "tanh", 0).dimensions == 0);
}

TEST_CASE("the rank of products of tenths is that of whole numbers") {
  random_sequence random(1, random_stream::weights);
  for (int trial = 0; trial < 20000; ++trial) {
    const std::size_t count = 1 + random.below(8);
    std::vector<plane_layer> layers(count, plane_layer{});
    long whole[4] = {1, 0, 0, 1};
    bool full = true;
    for (plane_layer& layer : layers) {
      long w[4];
      for (int k = 0; k < 4; ++k) w[k] = long(random.below(7)) - 3, layer.w[k] = double(w[k]) / 10;
      full = full && w[0] * w[3] != w[1] * w[2];
      const long p[4] = {w[0] * whole[0] + w[1] * whole[2], w[0] * whole[1] + w[1] * whole[3],
                         w[2] * whole[0] + w[3] * whole[2], w[2] * whole[1] + w[3] * whole[3]};
      for (int k = 0; k < 4; ++k) whole[k] = p[k];
    }
    const bool nothing = !whole[0] && !whole[1] && !whole[2] && !whole[3];
    REQUIRE(rank(layers) == (full ? 2 : nothing ? 0 : 1));
  }
}

TEST_CASE("drawn layers are in tenths, never flat, and the first ones do not depend on how many") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const auto layers = some_layers(seed, 8), fewer = some_layers(seed, 3);
    for (std::size_t l = 0; l < 8; ++l) {
      CHECK(std::abs(determinant(layers[l])) > 0.3);
      for (const double w : layers[l].w) CHECK(w == std::round(w * 10) / 10);
      for (const double b : layers[l].b) CHECK(std::abs(b) <= 0.5);
      if (l < 3) CHECK(fewer[l].w[3] == layers[l].w[3]);
    }
  }
}
