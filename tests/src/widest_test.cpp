#include "widest.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "random.h"

using namespace activation_widgets;
using Catch::Approx;

TEST_CASE("points on a tilted plane come out as they lie in it, the wider direction first") {
  constexpr std::size_t n = 400, dimensions = 3;
  random_sequence random(1, random_stream::data);
  std::vector<float> values, result(2 * n);
  std::vector<double> wide, narrow, work((dimensions + 4) * dimensions);
  for (std::size_t i = 0; i < n; ++i) {
    const double a = random.uniform(-3, 3), b = random.uniform(-1, 1);
    wide.push_back(a);
    narrow.push_back(b);
    // Unit vectors (0.8, 0.6, 0) and (0, 0, 1), about the point (5, 6, 7).
    for (const double x : {5 + 0.8 * a, 6 + 0.6 * a, 7 + b}) values.push_back(float(x));
  }
  double shares[2];
  widest_plane(values.data(), n, dimensions, result.data(), shares, work.data());
  CHECK(shares[0] + shares[1] == Approx(1).margin(1e-6));
  CHECK(shares[0] > 0.8);
  double worst = 0;
  for (std::size_t i = 1; i < n; ++i) {
    const double a = (result[2 * i] - result[0]) - (wide[i] - wide[0]);
    const double b = (result[2 * i + 1] - result[1]) - (narrow[i] - narrow[0]);
    worst = std::max({worst, a * a, b * b});
  }
  // The sample's own principal directions are turned a little against the plane's.
  CHECK(worst < 0.2 * 0.2);
}

TEST_CASE("values that do not spread give zeros, never NaN") {
  const std::vector<float> values(10, 2.5f);
  std::vector<float> result(10);
  std::vector<double> work(12);
  double shares[2];
  widest_plane(values.data(), 5, 2, result.data(), shares, work.data());
  CHECK(result == std::vector<float>(10));
  CHECK(shares[0] == 0);
}

TEST_CASE("points on a line spread along it alone") {
  for (const std::size_t dimensions : {1u, 2u, 3u, 8u}) {
    std::vector<float> values, result(2 * 50);
    for (int k = -20; k < 30; ++k) {
      for (std::size_t i = 0; i < dimensions; ++i) values.push_back(float(k * (int(i) + 1)));
    }
    std::vector<double> work((dimensions + 4) * dimensions);
    double shares[2];
    widest_plane(values.data(), 50, dimensions, result.data(), shares, work.data());
    CAPTURE(dimensions);
    CHECK(shares[0] == Approx(1));
    CHECK(shares[1] == 0);
    for (std::size_t k = 0; k < 50; ++k) CHECK(result[2 * k + 1] == 0);
  }
}
