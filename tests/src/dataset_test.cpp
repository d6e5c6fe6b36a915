#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "networks.h"

using namespace activation_widgets;

namespace {

std::vector<dataset_settings> all_settings(double noise) {
  std::vector<dataset_settings> all;
  for (int kind = 0; kind < datasets; ++kind) {
    for (int classes = 2; classes <= largest_class_count(dataset_kind(kind)); ++classes) {
      all.push_back({dataset_kind(kind), 601, noise, 7, classes});
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the generator is PCG32: the published numbers of its demonstration program") {
  // pcg32_srandom(42, 54) of pcg-c-basic.
  random_sequence random(42, static_cast<random_stream>(54));
  for (const std::uint32_t expected :
       {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu}) {
    CHECK(random.next() == expected);
  }
}

TEST_CASE("normal deviates have mean 0, deviation 1 and the tails of a normal distribution") {
  random_sequence random(1, random_stream::noise);
  const int n = 200'000;
  double sum = 0, square = 0;
  int beyond_two = 0;
  for (int i = 0; i < n; ++i) {
    const double x = random.normal();
    sum += x;
    square += x * x;
    beyond_two += std::abs(x) > 2;
  }
  CHECK(std::abs(sum / n) < 0.01);
  CHECK(std::abs(square / n - 1) < 0.01);
  CHECK(std::abs(double(beyond_two) / n - 0.0455) < 0.002);
}

TEST_CASE("a shuffled order is an order, and every place is as likely") {
  random_sequence random(1, random_stream::order);
  int at_first[10] = {};
  for (int trial = 0; trial < 20'000; ++trial) {
    std::uint32_t order[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    shuffle(order, 10, random);
    ++at_first[order[0]];
    std::sort(order, order + 10);
    for (std::uint32_t i = 0; i < 10; ++i) REQUIRE(order[i] == i);
  }
  for (const int count : at_first) CHECK(std::abs(count - 2000) < 200);
}

TEST_CASE("classes are balanced, whatever the data set and their number") {
  for (const dataset_settings& settings : all_settings(0.1)) {
    CAPTURE(dataset_names[int(settings.kind)], settings.classes);
    const samples s = make_samples(settings);
    for (int k = 0; k < settings.classes; ++k) {
      const auto count = std::count(s.labels.begin(), s.labels.end(), k);
      CHECK(std::abs(double(count) - 601.0 / settings.classes) <= 1);
    }
  }
}

TEST_CASE("without noise points lie in [-1, 1], whatever the data set") {
  for (const dataset_settings& settings : all_settings(0)) {
    CAPTURE(dataset_names[int(settings.kind)], settings.classes);
    const samples s = make_samples(settings);
    const auto [low, high] = std::minmax_element(s.points.begin(), s.points.end());
    CHECK(*low >= -1.05f);
    CHECK(*high <= 1.05f);
    CHECK(*high - *low > 1.2f);
  }
}

TEST_CASE("noise is the deviation of a shift from the noiseless point") {
  dataset_settings settings = {.kind = dataset_kind::spirals, .samples = 20'000, .noise = 0};
  const samples clean = make_samples(settings);
  settings.noise = 0.2;
  const samples noisy = make_samples(settings);
  double square = 0;
  for (std::size_t i = 0; i < clean.points.size(); ++i) {
    square += std::pow(double(noisy.points[i]) - double(clean.points[i]), 2);
  }
  CHECK(std::abs(std::sqrt(square / double(clean.points.size())) - 0.2) < 0.004);
}

TEST_CASE("a seed decides the points, and more samples only add some") {
  const samples a = make_samples({.samples = 50}), b = make_samples({.samples = 50});
  const samples c = make_samples({.samples = 50, .seed = 43}), d = make_samples({.samples = 90});
  CHECK(a.points == b.points);
  CHECK(a.points != c.points);
  CHECK(std::equal(a.points.begin(), a.points.end(), d.points.begin()));
}

TEST_CASE("the classes are what the names promise") {
  const auto each = [](dataset_kind kind, auto test) {
    const samples s = make_samples({.kind = kind, .samples = 400, .noise = 0});
    for (std::size_t i = 0; i < s.count(); ++i) {
      if (!test(double(s.points[2 * i]), double(s.points[2 * i + 1]), int(s.labels[i])))
        return false;
    }
    return true;
  };
  CHECK(each(dataset_kind::circles, [](double x, double y, int k) {
    return std::abs(std::hypot(x, y) - (k ? 0.45 : 0.9)) < 1e-6;
  }));
  CHECK(each(dataset_kind::exclusive_or, [](double x, double y, int k) {
    return (x * y < 0) == (k == 1) && std::abs(x) > 0.059 && std::abs(y) > 0.059;
  }));
  CHECK(each(dataset_kind::linear, [](double x, double y, int k) {
    return (y > -x / 2) == (k == 1) && std::abs(y + x / 2) > 0.059;
  }));
  CHECK(each(dataset_kind::spirals, [](double x, double y, int k) {
    const double along = (std::hypot(x, y) - 0.05) / 0.9;
    const double angle = 2 * 3.14159265358979 * (1.75 * along + 0.5 * k);
    return std::hypot(x, y) < 0.051 || std::cos(std::atan2(y, x) - angle) > 0.999;
  }));
}
