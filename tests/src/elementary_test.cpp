// The elementary functions behind the activations, in float and in double.
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

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

TEMPLATE_TEST_CASE(
    "exp, expm1, log1p and log are right to a few units in the last place that counts", "", float,
    double) {
  using S = TestType;
  compare<S>(-87, 88, math::exp<S>, [](double x) { return std::exp(x); });
  compare<S>(-1, 1, math::exp<S>, [](double x) { return std::exp(x); });
  compare<S>(-20, 20, math::expm1<S>, [](double x) { return std::expm1(x); });
  compare<S>(-1e-5, 1e-5, math::expm1<S>, [](double x) { return std::expm1(x); });
  compare<S>(0, 1, math::log1p<S>, [](double x) { return std::log1p(x); });
  compare<S>(0, 1e-6, math::log1p<S>, [](double x) { return std::log1p(x); });
  compare<S>(1e-30, 0.9, math::log<S>, [](double x) { return std::log(x); });
  compare<S>(1.1, 1e30, math::log<S>, [](double x) { return std::log(x); });
  compare<S>(-80, 80, math::log1p_exp<S>,
             [](double x) { return std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))); });
}

TEMPLATE_TEST_CASE("the logistic and hyperbolic tangent keep their digits in both tails", "", float,
                   double) {
  using S = TestType;
  const auto sigma = [](double x) { return 1 / (1 + std::exp(-x)); };
  compare<S>(-80, 80, [](S x) { return math::logistic(x).value; }, sigma);
  compare<S>(
      -80, 80, [](S x) { return math::logistic(x).slope; },
      [&](double x) { return sigma(x) * sigma(-x); });
  compare<S>(
      -12, 12, [](S x) { return math::hyperbolic_tangent(x).value; },
      [](double x) { return std::tanh(x); });
  compare<S>(
      -1e-6, 1e-6, [](S x) { return math::hyperbolic_tangent(x).value; },
      [](double x) { return std::tanh(x); });
}

TEST_CASE("exponents beyond the range count as its ends, NaN stays NaN") {
  CHECK(math::exp(-1000.f) == math::exp(-87.f));
  CHECK(math::exp(1000.f) == math::exp(88.f));
  CHECK(math::exp(-INFINITY) == math::exp(-87.f));
  CHECK(math::exp(-1e300) == math::exp(-708.0));
  CHECK(std::isnan(math::exp(NAN)));
  CHECK(std::isnan(math::exp(std::nan(""))));
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
    const f32x4 e = math::exp(x), m = math::expm1(x), t = math::hyperbolic_tangent(x).value,
                s = math::logistic(x).slope, l = math::log1p_exp(x), n = math::normal(x).cdf;
    for (int i = 0; i < 4; ++i) {
      const float v = x[i];
      const auto same = [](float a, float b) {
        return (a != a && b != b) || bits_as<std::uint32_t>(a) == bits_as<std::uint32_t>(b);
      };
      CAPTURE(v);
      REQUIRE(same(e[i], math::exp(v)));
      REQUIRE(same(m[i], math::expm1(v)));
      REQUIRE(same(t[i], math::hyperbolic_tangent(v).value));
      REQUIRE(same(s[i], math::logistic(v).slope));
      REQUIRE(same(l[i], math::log1p_exp(v)));
      REQUIRE(same(n[i], math::normal(v).cdf));
    }
  });
}

TEST_CASE("lanes add up in a fixed order") {
  CHECK(sum_of_lanes(f32x4{1e8f, 1, -1e8f, 1}) == 2);
  CHECK(sum_of_lanes(f32x4{1e8f, -1e8f, 1, 1}) == 0);
}
