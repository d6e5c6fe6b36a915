// What every activation promises, for whatever stands in the list.
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

#include "dual.h"
#include "exhaustive/oracle.h"
#include "exhaustive/promise.h"
#include "reference_table.h"
#include "registry.h"
#include "ulp.h"

using namespace activation_widgets;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

template <class A>
const activation& entry() {
  return all_activations()[std::size_t(find_activation(A::info.id))];
}

struct results {
  std::vector<float> value, slope;
};

template <class A>
results run(const std::vector<float>& x, double parameter) {
  results r{std::vector<float>(x.size()), std::vector<float>(x.size())};
  evaluate(entry<A>(), x.data(), r.value.data(), r.slope.data(), x.size(), float(parameter));
  return r;
}

// The values as networks compute them.
template <class A>
std::vector<float> values_in_network(std::vector<float> x, double parameter) {
  const std::size_t n = x.size();
  x.resize((n + 3) / 4 * 4);
  entry<A>().network(x.data(), x.data(), nullptr, x.size(), float(parameter));
  x.resize(n);
  return x;
}

// 65,559 floats: about 256 in every exponent, infinities and NaNs too.
const std::vector<float>& sweep() {
  static const std::vector<float> floats = [] {
    std::vector<float> x;
    for_floats(65'513, [&x](float v) { x.push_back(v); });
    return x;
  }();
  return floats;
}

bool same_bits(float a, float b) {
  return (a != a && b != b) || bits_as<std::uint32_t>(a) == bits_as<std::uint32_t>(b);
}

void check_promises(const activation_info& info, worst_error value, worst_error slope,
                    worst_error in_network, double slack) {
  CAPTURE(info.id, value.x, slope.x, in_network.x);
  CHECK(value.ulp <= info.max_ulp + slack);
  CHECK(slope.ulp <= slope_max_ulp + slack);
  CHECK(in_network.ulp <= info.network_max_ulp + slack);
}

// Parameters other than the one a function starts with: its range and a learned one in between.
template <class A>
std::vector<float> parameters() {
  const parameter_info& p = A::info.parameter;
  if (!*p.name) return {0};
  return {float(p.initial), float(p.min), float(p.max), float(0.7 * p.min + 0.3 * p.max)};
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("results are within the promise of the 30-digit reference", "",
                        activation_list) {
  const auto rows = reference::rows_of(TestType::info.id);
  REQUIRE(rows.size() > 400);
  std::vector<float> x;
  for (const auto& row : rows) x.push_back(row.x);
  const double parameter = TestType::info.parameter.initial;
  const results r = run<TestType>(x, parameter);
  const std::vector<float> network = values_in_network<TestType>(x, parameter);
  worst_error value, slope, in_network;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    value.meet(ulp_error(r.value[i], rows[i].value), x[i]);
    slope.meet(slope_ulp_error(TestType::info, x[i], r.slope[i], rows[i].slope), x[i]);
    in_network.meet(ulp_error(network[i], rows[i].value), x[i]);
  }
  check_promises(TestType::info, value, slope, in_network, 1 / 256.);  // the table's own step
}

TEMPLATE_LIST_TEST_CASE("results keep the promise in a sweep of every exponent", "",
                        activation_list) {
  for (const float parameter : parameters<TestType>()) {
    const results r = run<TestType>(sweep(), parameter);
    const std::vector<float> network = values_in_network<TestType>(sweep(), parameter);
    // Another parameter is a factor more that rounds: by 1 ULP, and that of x in an exponent by as
    // much as e^(βx) magnifies the rounding of βx.
    const bool as_it_starts = parameter == float(TestType::info.parameter.initial);
    const bool in_exponent = std::string(TestType::info.id) == "swish";
    worst_error value, slope, in_network;
    for (std::size_t i = 0; i < sweep().size(); ++i) {
      const float x = sweep()[i];
      const auto wanted = oracle::at(TestType{}, double(x), double(parameter));
      const double size = std::fabs(double(x) * double(parameter));
      const double more = as_it_starts ? 0 : 1 + (in_exponent && size < 1000 ? size : 0);
      value.meet(ulp_error(r.value[i], wanted.value) - more, x);
      slope.meet(slope_ulp_error(TestType::info, x, r.slope[i], wanted.slope) - 3 * more, x);
      in_network.meet(ulp_error(network[i], wanted.value) - more, x);
    }
    CAPTURE(parameter);
    check_promises(TestType::info, value, slope, in_network, 0);
  }
}

TEMPLATE_LIST_TEST_CASE("the oracle of the exhaustive run agrees with the 30-digit reference", "",
                        activation_list) {
  for (const auto& row : reference::rows_of(TestType::info.id)) {
    const auto p = oracle::at(TestType{}, row.x, double(float(TestType::info.parameter.initial)));
    CAPTURE(TestType::info.id, row.x, p.value, row.value, p.slope, row.slope);
    CHECK((float(p.value) == float(row.value) ||
           std::fabs(p.value - row.value) <= ulp_at(row.value) / 200));
    CHECK(std::fabs(p.slope - row.slope) <= std::max(ulp_at(row.slope) / 200, 1e-15));
  }
}

TEMPLATE_LIST_TEST_CASE("the slope is the derivative of the value", "", activation_list) {
  const activation_info& info = TestType::info;
  for (const float parameter : parameters<TestType>()) {
    for (const float v : sweep()) {
      if (!(std::fabs(v) < 1e18f) || v == float(info.kinks[0]) || v == float(info.kinks[1]))
        continue;
      const double x = v;
      const auto by_rules = TestType::at(dual<double>(x, 1), dual<double>(double(parameter)));
      const auto by_hand = TestType::at(x, double(parameter));
      CAPTURE(info.id, parameter, x, by_rules.value.slope, by_hand.slope);
      if (std::fabs(by_rules.value.slope - by_hand.slope) >
          1e-8 * std::max(1., std::fabs(by_hand.slope))) {
        CHECK(by_rules.value.slope == by_hand.slope);
      }
    }
  }
}

TEMPLATE_LIST_TEST_CASE(
    "packed equals scalar, bit for bit, at every length and alignment, in place too", "",
    activation_list) {
  std::vector<float> x;
  for (int i = 0; i < 44; ++i)
    x.push_back((i % 2 ? -1.f : 1.f) * std::ldexp(1.f + i / 64.f, i % 11 - 5));
  x[7] = NAN, x[11] = INFINITY, x[14] = -INFINITY, x[18] = -0.0f, x[21] = 1e-45f, x[26] = 3e38f;
  const float parameter = float(TestType::info.parameter.initial);
  const activation& a = entry<TestType>();
  std::vector<math::point<float>> one_by_one;
  for (const float v : x) one_by_one.push_back(TestType::at(v, parameter));
  for (std::size_t offset = 0; offset < 4; ++offset) {
    for (std::size_t length = 0; length <= 40; ++length) {
      std::vector<float> value(44, 7.f), slope(44, 7.f), value_only(44, 7.f), in_place = x;
      evaluate(a, &x[offset], &value[offset], &slope[offset], length, parameter);
      evaluate(a, &x[offset], &value_only[offset], nullptr, length, parameter);
      evaluate(a, &in_place[offset], &in_place[offset], nullptr, length, parameter);
      for (std::size_t i = 0; i < 44; ++i) {
        const bool inside = i >= offset && i < offset + length;
        CAPTURE(TestType::info.id, offset, length, i, x[i]);
        const float wanted = inside ? one_by_one[i].value : 7;
        REQUIRE(same_bits(value[i], wanted));
        REQUIRE(same_bits(value_only[i], wanted));
        REQUIRE(same_bits(slope[i], inside ? one_by_one[i].slope : 7));
        REQUIRE(same_bits(in_place[i], inside ? one_by_one[i].value : x[i]));
      }
    }
  }
}

TEMPLATE_LIST_TEST_CASE("values stay within the bounds and come near them, in networks too", "",
                        activation_list) {
  const activation_info& info = TestType::info;
  std::vector<float> x = sweep();
  for (int i = -10'000; i <= 10'000; ++i) x.push_back(float(i) / 1000);
  float lowest = INFINITY, highest = -INFINITY;
  for (const auto& values : {run<TestType>(x, info.parameter.initial).value,
                             values_in_network<TestType>(x, info.parameter.initial)}) {
    for (const float v : values) {
      if (v < lowest) lowest = v;
      if (v > highest) highest = v;
    }
  }
  // A bound that is no float may be passed by a rounding.
  const double slack = info.max_ulp;
  CAPTURE(info.id, lowest, highest);
  CHECK(lowest >=
        info.lower - (info.lower == std::floor(info.lower) ? 0 : slack * ulp_at(info.lower)));
  CHECK(highest <= info.upper);
  CHECK(lowest <= (std::isinf(info.lower) ? -1e36 : info.lower + 1e-6));
  CHECK(highest >= (std::isinf(info.upper) ? 1e38 : info.upper - 1e-6));
}

TEMPLATE_LIST_TEST_CASE(
    "values never fall where the slope is never negative, but for the last places of two", "",
    activation_list) {
  std::vector<float> x;
  for (const float v : sweep()) {
    if (v == v) x.push_back(v);
  }
  std::sort(x.begin(), x.end());
  const results r = run<TestType>(x, TestType::info.parameter.initial);
  const bool rises = std::none_of(r.slope.begin(), r.slope.end(), [](float s) { return s < 0; });
  const std::string id = TestType::info.id;
  CAPTURE(id);
  CHECK(rises == (id != "gelu" && id != "gelu_tanh" && id != "swish" && id != "mish" &&
                  id != "hard_swish" && id != "sine"));
  if (!rises) return;
  worst_error fall;
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (r.value[i] < r.value[i - 1]) fall.meet(ulp_error(r.value[i], r.value[i - 1]), x[i]);
  }
  CAPTURE(fall.x);
  // Their roundings may differ in direction from one x to the next.
  CHECK(fall.ulp <= (id == "softplus" || id == "softsign" ? 3 : 0));
}

TEMPLATE_LIST_TEST_CASE(
    "NaN gives NaN, infinities give the limit, zeros and denormals are inputs like any", "",
    activation_list) {
  struct limits {
    double value_below, slope_below, value_at_0, slope_at_0, value_above, slope_above;
  };
  const double none = NAN;
  // clang-format off
  const std::map<std::string, limits> stated = {
      //              f(-inf)    f'(-inf)  f(0)      f'(0)   f(inf)    f'(inf)
      {"identity",   {-infinity, 1,        0,        1,      infinity, 1}},
      {"sigmoid",    {0,         0,        0.5,      0.25,   1,        0}},
      {"tanh",       {-1,        0,        0,        1,      1,        0}},
      {"relu",       {0,         0,        0,        0,      infinity, 1}},
      {"leaky_relu", {-infinity, 0.01,     0,        0.01,   infinity, 1}},
      {"prelu",      {-infinity, 0.25,     0,        0.25,   infinity, 1}},
      {"gelu",       {0,         0,        0,        0.5,    infinity, 1}},
      {"gelu_tanh",  {0,         0,        0,        0.5,    infinity, 1}},
      {"swish",      {0,         0,        0,        0.5,    infinity, 1}},
      {"elu",        {-1,        0,        0,        1,      infinity, 1}},
      {"selu",       {-1.7580993, 0,       0,        1.7580993, infinity, 1.0507010}},
      {"softplus",   {0,         0,        0.6931472, 0.5,   infinity, 1}},
      {"mish",       {0,         0,        0,        0.6,    infinity, 1}},
      {"hard_swish", {0,         0,        0,        0.5,    infinity, 1}},
      {"softsign",   {-1,        0,        0,        1,      1,        0}},
      {"sine",       {none,      none,     0,        1,      none,     none}},  // no limit
      {"step",       {0,         0,        1,        0,      1,        0}},
  };
  // clang-format on
  REQUIRE(stated.contains(TestType::info.id));
  const limits& s = stated.at(TestType::info.id);
  const std::vector<float> x = {-INFINITY, -0.0f, 0.0f, INFINITY, NAN, -NAN, -1e-45f, 1e-45f};
  const double parameter = TestType::info.parameter.initial;
  CAPTURE(TestType::info.id);

  const results found = run<TestType>(x, parameter);
  const auto is = [](float got, double wanted) {
    return (got != got && wanted != wanted) || got == float(wanted);
  };
  const double values[] = {s.value_below, s.value_at_0, s.value_at_0, s.value_above, none, none};
  const double slopes[] = {s.slope_below, s.slope_at_0, s.slope_at_0, s.slope_above, none, none};
  for (std::size_t i = 0; i < 6; ++i) {
    CAPTURE(x[i], found.value[i], found.slope[i]);
    CHECK(is(found.value[i], values[i]));
    CHECK(is(found.slope[i], slopes[i]));
  }
  // The smallest numbers: only step, which jumps there, differs from 0 by more than rounding.
  const bool jumps = TestType::info.jump == 0;
  const double rounding = 3e-45 + 1e-7 * s.value_at_0;
  CHECK(std::fabs(found.value[7] - s.value_at_0) <= rounding);
  CHECK(std::fabs(found.value[6] - (jumps ? 0 : s.value_at_0)) <= rounding);

  const std::vector<float> network = values_in_network<TestType>(x, parameter);
  for (std::size_t i = 0; i < 6; ++i) {
    CAPTURE(x[i], network[i]);
    CHECK(is(network[i], values[i]));
  }
}

TEST_CASE("a parameter acts on values and slopes") {
  const auto at = [](const char* id, float x, float parameter) {
    float value, slope;
    evaluate(all_activations()[std::size_t(find_activation(id))], &x, &value, &slope, 1, parameter);
    return std::pair(value, slope);
  };
  CHECK(at("leaky_relu", -4, 0.25f) == std::pair(-1.f, 0.25f));
  CHECK(at("prelu", -4, -0.5f) == std::pair(2.f, -0.5f));
  CHECK(at("prelu", 4, -0.5f) == std::pair(4.f, 1.f));
  CHECK(at("prelu", -INFINITY, 0).first == 0);
  CHECK(at("elu", -INFINITY, 2.5f) == std::pair(-2.5f, 0.f));
  CHECK(at("swish", 3, 0) == std::pair(1.5f, 0.5f));  // half the identity
  CHECK(at("swish", -INFINITY, 0).second == 0.5f);
  CHECK(at("swish", 2, 5).first > 1.999f);
}
