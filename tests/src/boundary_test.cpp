#include "boundary.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "networks.h"

using namespace activation_widgets;

namespace {

constexpr grid square = {-1, 1, -1, 1, 70, 50};

std::vector<std::vector<float>> contour_of(const std::vector<float>& values, std::size_t width,
                                           std::size_t height, float level) {
  std::vector<std::uint8_t> visited(values.size());
  std::vector<float> result(5 * values.size());
  const std::size_t used =
      contour(values.data(), width, height, level, visited.data(), result.data(), result.size());
  REQUIRE(used <= result.size());
  std::vector<std::vector<float>> all;
  for (std::size_t at = 0; at < used;) {
    const auto n = 2 * std::size_t(result[at]);
    all.emplace_back(result.begin() + long(at) + 1, result.begin() + long(at + 1 + n));
    at += 1 + n;
  }
  return all;
}

bool closed(const std::vector<float>& line) {
  return line[0] == line[line.size() - 2] && line[1] == line.back();
}

}  // namespace

TEST_CASE("a grid is what predict says at its pixels' centres, row 0 at the top") {
  for (const int outputs : {1, 3}) {
    const auto n =
        make({.widths = {2, 8, 8, outputs},
              .loss = outputs == 1 ? loss_kind::binary_cross_entropy : loss_kind::cross_entropy});
    const grid g = {-2, 1, 0, 3, 7, 5};
    std::vector<float> points;
    for (int row = 0; row < 5; ++row) {
      for (int column = 0; column < 7; ++column) {
        points.push_back(float(-2 + (column + 0.5) * 3 / 7));
        points.push_back(float(3 - (row + 0.5) * 3 / 5));
      }
    }
    const std::vector<float> expected = predict(*n, points);
    std::vector<float> found(expected.size());
    predict_grid(*n, g, 0, 5, found.data());
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(std::abs(double(found[i]) - double(expected[i])) < 1e-6);
    }
  }
}

TEST_CASE("slices of a grid are its rows, bit for bit") {
  const auto n = make({.widths = {2, 5, 7, 1}, .activation = "relu"});
  const std::size_t pixels = square.width * square.height;
  std::vector<float> whole(pixels), sliced(pixels), units(7 * pixels);
  std::vector<std::uint32_t> regions(pixels), sliced_regions(pixels);
  predict_grid(*n, square, 0, square.height, whole.data());
  regions_grid(*n, square, 0, square.height, regions.data());
  activations_grid(*n, 1, square, 0, square.height, units.data());
  for (std::size_t row = 0; row < square.height; row += 7) {
    const std::size_t rows = std::min<std::size_t>(7, square.height - row);
    predict_grid(*n, square, row, rows, sliced.data() + row * square.width);
    regions_grid(*n, square, row, rows, sliced_regions.data() + row * square.width);
    std::vector<float> part(7 * rows * square.width);
    activations_grid(*n, 1, square, row, rows, part.data());
    for (std::size_t unit = 0; unit < 7; ++unit) {
      CHECK(std::equal(part.begin() + long(unit * rows * square.width),
                       part.begin() + long((unit + 1) * rows * square.width),
                       units.begin() + long(unit * pixels + row * square.width)));
    }
  }
  CHECK(whole == sliced);
  CHECK(regions == sliced_regions);
}

TEST_CASE("the network is linear within a region, and only there") {
  const auto n = make({.widths = {2, 6, 6, 1}, .activation = "relu"});
  train(*n, make_samples({}), 300);
  const std::size_t w = square.width;
  std::vector<float> logits(w * square.height);
  std::vector<std::uint32_t> regions(w * square.height);
  activations_grid(*n, 2, square, 0, square.height, logits.data());
  regions_grid(*n, square, 0, square.height, regions.data());
  int inside = 0;
  for (std::size_t i = 1; i + 1 < logits.size(); ++i) {
    if (i % w == 0 || i % w == w - 1) continue;
    if (regions[i - 1] != regions[i] || regions[i] != regions[i + 1]) continue;
    ++inside;
    CHECK(std::abs(double(logits[i - 1]) - 2 * double(logits[i]) + double(logits[i + 1])) < 1e-4);
  }
  CHECK(inside > 1000);
  CHECK(std::set(regions.begin(), regions.end()).size() > 10);
}

TEST_CASE("smooth activations have one region and no kink lines") {
  const auto n = make({.activation = "tanh"});
  std::vector<std::uint32_t> regions(square.width * square.height);
  regions_grid(*n, square, 0, square.height, regions.data());
  CHECK(std::set(regions.begin(), regions.end()).size() == 1);
  std::vector<float> result(5 * 2 * 8);
  CHECK(kink_lines(*n, square, result.data()) == 0);
}

TEST_CASE("on a kink line a unit of the first layer is at its kink, in a mirrored rectangle too") {
  for (const char* activation : {"relu", "hard_swish", "step"}) {
    CAPTURE(activation);
    const auto n = make({.activation = activation, .init = initializer::uniform});
    const grid wide = {-50, 50, -50, 50, 1, 1};
    std::vector<float> result(5 * 2 * 8);
    const std::size_t count = kink_lines(*n, wide, result.data());
    REQUIRE(count >= 8);
    const grid mirrored = {50, -50, 50, -50, 1, 1};
    std::vector<float> again(result.size());
    CHECK(kink_lines(*n, mirrored, again.data()) == count);
    for (std::size_t i = 0; i < count; ++i) {
      const float* line = result.data() + 5 * i;
      const auto unit = std::size_t(line[0]);
      for (int end = 0; end < 2; ++end) {
        const double x = line[1 + 2 * end], y = line[2 + 2 * end];
        const double z = double(n->parameters()[2 * unit]) * x +
                         double(n->parameters()[2 * unit + 1]) * y +
                         double(n->parameters()[16 + unit]);
        const double kink = activation == std::string("hard_swish") ? 3 : 0;
        CHECK(std::abs(std::abs(z) - kink) < 1e-4);
        CHECK(std::max(std::abs(x), std::abs(y)) <= 50.001);
      }
    }
  }
}

TEST_CASE("the contour of a disc is one closed line around it") {
  const std::size_t size = 64;
  std::vector<float> values(size * size);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = float(20 - std::hypot(double(i % size) + 0.5 - 32, double(i / size) + 0.5 - 32));
  }
  const auto lines = contour_of(values, size, size, 0);
  REQUIRE(lines.size() == 1);
  CHECK(closed(lines[0]));
  for (std::size_t i = 0; i < lines[0].size(); i += 2) {
    CHECK(std::abs(std::hypot(double(lines[0][i]) - 32, double(lines[0][i + 1]) - 32) - 20) < 0.02);
  }
}

TEST_CASE("the contour of a slope is one straight line from edge to edge") {
  std::vector<float> values(30 * 20);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = float(i % 30) + 0.25f * float(i / 30);
  const auto lines = contour_of(values, 30, 20, 15.1f);
  REQUIRE(lines.size() == 1);
  CHECK_FALSE(closed(lines[0]));
  for (std::size_t i = 0; i < lines[0].size(); i += 2) {
    const double x = double(lines[0][i]) - 0.5, y = double(lines[0][i + 1]) - 0.5;
    CHECK(std::abs(x + 0.25 * y - 15.1) < 1e-4);
  }
}

TEST_CASE("a contour crosses every pair of neighbours on either side of it exactly once") {
  random_sequence random(1, random_stream::data);
  for (int trial = 0; trial < 20; ++trial) {
    const std::size_t w = 2 + random.below(12), h = 2 + random.below(12);
    std::vector<float> values(w * h);
    for (float& v : values) v = float(random.uniform(-1, 1));
    if (trial % 3 == 0) values[0] = std::nanf("");
    std::size_t crossings = 0;
    for (std::size_t r = 0; r < h; ++r) {
      for (std::size_t c = 0; c < w; ++c) {
        const bool here = values[r * w + c] > 0;
        if (c + 1 < w) crossings += here != (values[r * w + c + 1] > 0);
        if (r + 1 < h) crossings += here != (values[(r + 1) * w + c] > 0);
      }
    }
    std::set<std::pair<float, float>> vertices;
    std::size_t count = 0;
    for (const auto& line : contour_of(values, w, h, 0)) {
      count += line.size() / 2 - (closed(line) ? 1 : 0);
      for (std::size_t i = 0; i < line.size(); i += 2) {
        CHECK(std::isfinite(line[i]));
        vertices.insert({line[i], line[i + 1]});
      }
    }
    CHECK(count == crossings);
    CHECK(vertices.size() == crossings);
  }
}

TEST_CASE(
    "a contour without room leaves lines out, never writes beyond it, and tells what it needs") {
  const std::vector<float> values = {0, 1, 0, 1, 0, 1, 0, 1, 0};
  std::vector<std::uint8_t> visited(9);
  for (std::size_t capacity = 0; capacity < 45; ++capacity) {
    std::vector<float> result(45, -7);
    const std::size_t needed =
        contour(values.data(), 3, 3, 0.5f, visited.data(), result.data(), capacity);
    CHECK(needed == 28);  // four corners of two vertices, and a closed line of five
    for (std::size_t i = capacity; i < result.size(); ++i) REQUIRE(result[i] == -7);
  }
}
