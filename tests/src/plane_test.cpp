#include "plane.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "linear.h"
#include "registry.h"

using namespace activation_widgets;

namespace {

constexpr std::size_t lines = 13, points = 49, n = 2 * lines * points;

std::vector<float> carried(const std::vector<plane_layer>& layers, const char* id, double blend) {
  std::vector<float> grid(2 * n), work(2 * n);
  make_grid(lines, points, grid.data());
  for (std::size_t l = 0; l < layers.size(); ++l) {
    carry(layers[l], {find_activation(id), 0, blend}, l + 1 == layers.size(), grid.data(),
          grid.data(), n, work.data());
  }
  return grid;
}

std::vector<plane_layer> some_layers(std::uint32_t seed, std::size_t count) {
  std::vector<plane_layer> layers(count);
  random_layers(seed, count, layers.data());
  return layers;
}

plane_layer collapsed(const std::vector<plane_layer>& layers) {
  const std::vector<int> widths(layers.size() + 1, 2);
  plane_layer one;
  double work[6];
  collapse(widths, layers[0].w, one.w, work);
  return one;
}

}  // namespace

TEST_CASE("the grid covers the square, level lines first") {
  std::vector<float> grid(2 * n);
  make_grid(lines, points, grid.data());
  CHECK((grid[0] == -1 && grid[1] == -1));
  CHECK((grid[2 * (points - 1)] == 1 && grid[2 * (points - 1) + 1] == -1));
  CHECK((grid[2 * n - 2] == 1 && grid[2 * n - 1] == 1));
  CHECK(bend(grid.data(), lines, points) == 0);
}

TEST_CASE(
    "without an activation, layers carry the plane where the one layer carries it, straight") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    for (const std::size_t count : {1u, 2u, 8u}) {
      const auto layers = some_layers(seed, count);
      const auto many = carried(layers, "identity", 1),
                 one = carried({collapsed(layers)}, "tanh", 1);
      CHECK(bend(many.data(), lines, points) < 1e-6);
      for (std::size_t i = 0; i < 2 * n; ++i) REQUIRE(std::abs(many[i] - one[i]) < 1e-4);
    }
  }
}

TEST_CASE("with an activation the lines bend, and the more the further it is blended in") {
  const auto layers = some_layers(42, 3);
  double before = 0;
  for (const double blend : {0.25, 0.5, 0.75, 1.0}) {
    const auto grid = carried(layers, "tanh", blend);
    const double bent = bend(grid.data(), lines, points);
    CHECK(bent > before);
    before = bent;
  }
  CHECK(before > 0.01);
  const auto none = carried(layers, "tanh", 0), identity = carried(layers, "identity", 1);
  CHECK(none == identity);
}

TEST_CASE("determinants multiply, and a rank that is lost stays lost") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    auto layers = some_layers(seed, 4);
    double product = 1;
    for (const plane_layer& layer : layers) product *= determinant(layer);
    const plane_layer one = collapsed(layers);
    CHECK(std::abs(determinant(one) - product) < 1e-9);
    CHECK(rank(one) == 2);
    layers[1] = {{0.1, 0.2, 0.3, 0.6}, {1, 1}};  // 0.1 × 0.6 is not 0.2 × 0.3 to the last bit
    CHECK(rank(layers[1]) == 1);
    CHECK(rank(collapsed(layers)) == 1);
    layers[2] = {{0, 0, 0, 0}, {1, 1}};
    CHECK(rank(collapsed(layers)) == 0);
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
