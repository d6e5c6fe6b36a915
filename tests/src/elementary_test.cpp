// The elementary functions behind the activations.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "logistic.h"
#include "normal.h"
#include "trigonometry.h"
#include "ulp.h"

using namespace activation_widgets;

namespace {

// What a kernel may miss of the right result, relative to it.
template <class S>
constexpr double tolerance = std::is_same_v<S, float> ? 4e-7 : 1e-9;

template <class S>
struct worst {
  double error = 0;
  S x = 0;
  void meet(S at, S got, double wanted) {
    const double e = wanted == got ? 0 : std::fabs(got - wanted) / std::fabs(wanted);
    if (!(e <= error)) error = e, x = at;
  }
};

template <class S, class Kernel, class Right>
void compare(double from, double to, Kernel kernel, Right right) {
  worst<S> found;
  for (int i = 0; i <= 100'000; ++i) {
    const S x = S(from + (to - from) * i / 100'000);
    found.meet(x, kernel(x), right(double(x)));
  }
  CAPTURE(found.x);
  CHECK(found.error <= tolerance<S>);
}

}  // namespace

TEST_CASE("exp, expm1, log and softplus are right to a few units in the last place that counts") {
  compare<float>(-87, 0, math::exp<float>, [](double x) { return std::exp(x); });
  compare<float>(-1, 0, math::exp<float>, [](double x) { return std::exp(x); });
  compare<float>(-20, 0, math::expm1<float>, [](double x) { return std::expm1(x); });
  compare<float>(-1e-5, 0, math::expm1<float>, [](double x) { return std::expm1(x); });
  compare<float>(1e-30, 0.9, math::log<float>, [](double x) { return std::log(x); });
  compare<float>(1.1, 1e30, math::log<float>, [](double x) { return std::log(x); });
  compare<float>(
      -80, 80, [](float x) { return math::softplus(x).value; },
      [](double x) { return std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))); });
}

TEST_CASE("log of a double is good to nine digits") {
  compare<double>(1e-30, 0.9, math::log<double>, [](double x) { return std::log(x); });
  compare<double>(1.1, 1e30, math::log<double>, [](double x) { return std::log(x); });
}

TEST_CASE("the logistic and hyperbolic tangents keep their digits in both tails") {
  const auto sigma = [](double x) { return 1 / (1 + std::exp(-x)); };
  compare<float>(-80, 80, [](float x) { return math::logistic(x).value; }, sigma);
  compare<float>(
      -80, 80, [](float x) { return math::logistic(x).slope; },
      [&](double x) { return sigma(x) * sigma(-x); });
  for (const auto kernel :
       {math::hyperbolic_tangent<float>, math::fast_hyperbolic_tangent<float>}) {
    const auto value = [=](float x) { return kernel(x).value; };
    compare<float>(-12, 12, value, [](double x) { return std::tanh(x); });
    compare<float>(-1e-6, 1e-6, value, [](double x) { return std::tanh(x); });
  }
}

TEST_CASE("e^x ends gradually, at the smallest denormal; NaN stays NaN") {
  CHECK(math::exp(-103.f) == 2e-45f);
  CHECK(math::exp(-104.f) == 0);
  CHECK(math::exp(-INFINITY) == 0);
  CHECK(math::expm1(-INFINITY) == -1);
  CHECK(std::isnan(math::exp(NAN)));
}

TEST_CASE("sin and cos hold over all floats, however large") {
  double worst_sine = 0, worst_cosine = 0;
  for_floats(20'011, [&](float x) {
    if (!std::isfinite(x)) return;
    const auto p = math::sine(double(x));
    worst_sine = std::max(worst_sine, std::fabs(p.value - std::sin(double(x))));
    worst_cosine = std::max(worst_cosine, std::fabs(p.slope - std::cos(double(x))));
  });
  CHECK(worst_sine < 1e-10);
  CHECK(worst_cosine < 1e-10);
  // The float nearest to a multiple of pi/2, relative to pi.
  const double hardest = std::ldexp(16367173.0, 72);
  CHECK(std::fabs(math::sine(hardest).slope / std::cos(hardest) - 1) < 1e-8);
}

TEST_CASE("every lane of a vector is computed as a scalar is, bit for bit") {
  for_floats(1'048'573, [](float first) {
    const f32x4 x = {first, -first, first * 3, first / 3};
    const f32x4 e = math::exp(-abs(x)), m = math::expm1(-abs(x)),
                t = math::hyperbolic_tangent(x).value, s = math::logistic(x).slope,
                l = math::softplus(x).value, n = math::normal(x).cdf;
    for (int i = 0; i < 4; ++i) {
      const float v = x[i];
      const auto same = [](float a, float b) {
        return (a != a && b != b) || bits_as<std::uint32_t>(a) == bits_as<std::uint32_t>(b);
      };
      CAPTURE(v);
      REQUIRE(same(e[i], math::exp(-abs(v))));
      REQUIRE(same(m[i], math::expm1(-abs(v))));
      REQUIRE(same(t[i], math::hyperbolic_tangent(v).value));
      REQUIRE(same(s[i], math::logistic(v).slope));
      REQUIRE(same(l[i], math::softplus(v).value));
      REQUIRE(same(n[i], math::normal(v).cdf));
    }
  });
}

TEST_CASE("lanes add up in a fixed order") {
  CHECK(sum_of_lanes(f32x4{1e8f, 1, -1e8f, 1}) == 2);
  CHECK(sum_of_lanes(f32x4{1e8f, -1e8f, 1, 1}) == 0);
}

TEST_CASE(
    "an error is told in the last place of what is wanted; infinity follows the largest float") {
  constexpr double largest = std::numeric_limits<float>::max(), infinite = HUGE_VAL;
  CHECK(ulp_error(1.0f, 1 + 0x1p-23) == 1);
  CHECK(ulp_error(float(largest), largest) == 0);
  CHECK(ulp_error(float(infinite), largest) == 1);
  CHECK(ulp_error(-float(infinite), -largest) == 1);
  CHECK(ulp_error(float(infinite), infinite) == 0);
  CHECK(ulp_error(float(infinite), 1) > 0x1p100);
}
