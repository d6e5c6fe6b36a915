// Every figure the article prints about these functions, against the core: the exact value to the
// digits it is given with, and the printed one where it is the right rounding.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "registry.h"

using namespace activation_widgets;

namespace {

math::point<float> at(const char* id, double x) {
  const activation& a = all_activations()[std::size_t(find_activation(id))];
  const float input = float(x);
  math::point<float> p;
  evaluate(a, &input, &p.value, &p.slope, 1, float(a.info->parameter.initial));
  return p;
}

// Printed with `digits` decimals, as a reader would round it.
bool prints_as(double value, double printed, int digits) {
  return std::fabs(value - printed) <= 0.5 * std::pow(10, -digits) * (1 + 1e-6);
}

// Six significant digits.
bool equals(double value, double exact) {
  return std::fabs(value - exact) <=
         5.1e-6 * std::pow(10, std::floor(std::log10(std::fabs(exact))));
}

constexpr double inputs[] = {-1, 2, 0.5, -3};  // the 2 x 2 matrix of the previews, row by row

}  // namespace

TEST_CASE("the previews: the matrix [[-1, 2], [0.5, -3]] through each function") {
  struct preview {
    const char* id;
    double printed[4];
    int digits;
  };
  // clang-format off
  const preview previews[] = {
      {"sigmoid",    {0.27, 0.88, 0.62, 0.05},    2},
      {"tanh",       {-0.76, 0.96, 0.46, -1.00},  2},
      {"relu",       {0, 2, 0.5, 0},              6},
      {"leaky_relu", {-0.01, 2, 0.5, -0.03},      6},
      {"gelu",       {-0.16, 1.95, 0.35, 0.00},   2},
      {"swish",      {-0.27, 1.76, 0.31, -0.14},  2},
  };
  // clang-format on
  for (const preview& p : previews) {
    for (int i = 0; i < 4; ++i) {
      CAPTURE(p.id, inputs[i]);
      CHECK(prints_as(at(p.id, inputs[i]).value, p.printed[i], p.digits));
    }
  }
}

TEST_CASE("the tables: values and slopes") {
  struct row {
    const char* id;
    double x, value, slope;               // exact
    double printed_value, printed_slope;  // with 2 and 3 decimals; NaN where not printed
  };
  const double none = NAN;
  // clang-format off
  const row rows[] = {
      {"sigmoid", -1,  0.268941,    0.196612,   0.27,  0.197},
      {"sigmoid", 2,   0.880797,    0.104994,   0.88,  0.105},
      {"sigmoid", 0.5, 0.622459,    0.235004,   0.62,  0.235},
      {"sigmoid", -3,  0.0474259,   0.0451767,  0.05,  0.045},
      {"tanh",    -1,  -0.761594,   0.419974,   -0.76, 0.420},
      {"tanh",    2,   0.964028,    0.0706508,  0.96,  0.071},
      {"tanh",    0.5, 0.462117,    0.786448,   0.46,  0.786},
      {"tanh",    -3,  -0.995055,   0.00986604, -1.00, 0.010},
      {"gelu",    -1,  -0.158655,   -0.0833155, -0.16, none},
      {"gelu",    2,   1.9545,      1.08523,    1.95,  none},
      {"gelu",    0.5, 0.345731,    0.867495,   0.35,  none},
      {"gelu",    -3,  -0.00404969, -0.0119456, none,  none},  // -0.004: three decimals
      {"swish",   -1,  -0.268941,   0.0723295,  -0.27, none},
      {"swish",   2,   1.76159,     1.09078,    1.76,  none},
      {"swish",   0.5, 0.31123,     0.739961,   0.31,  none},
      {"swish",   -3,  -0.142278,   -0.0881041, -0.14, none},
  };
  // clang-format on
  for (const row& r : rows) {
    CAPTURE(r.id, r.x);
    const auto p = at(r.id, r.x);
    CHECK(equals(p.value, r.value));
    CHECK(equals(p.slope, r.slope));
    if (!std::isnan(r.printed_value)) CHECK(prints_as(p.value, r.printed_value, 2));
    if (!std::isnan(r.printed_slope)) CHECK(prints_as(p.slope, r.printed_slope, 3));
  }
  CHECK(prints_as(at("gelu", -3).value, -0.004, 3));
}

TEST_CASE("the table of ReLU and Leaky ReLU, alpha 0.01") {
  struct row {
    double x, relu, leaky, relu_slope, leaky_slope;
  };
  for (const row& r : {row{-1, 0, -0.01, 0, 0.01}, row{2, 2, 2, 1, 1}, row{0.5, 0.5, 0.5, 1, 1},
                       row{-3, 0, -0.03, 0, 0.01}}) {
    CAPTURE(r.x);
    CHECK(at("relu", r.x).value == float(r.relu));
    CHECK(at("relu", r.x).slope == float(r.relu_slope));
    CHECK(equals(at("leaky_relu", r.x).value, r.leaky));
    CHECK(at("leaky_relu", r.x).slope == float(r.leaky_slope));
  }
}

TEST_CASE("GELU is x Phi(x), and Swish x sigma(x); the tanh form of GELU differs a little") {
  struct row {
    double x, distribution, printed_distribution, tanh_form, sigma;
  };
  for (const row& r :
       {row{-1, 0.158655, 0.159, -0.158808, 0.27}, row{2, 0.97725, 0.977, 1.9546, 0.88},
        row{0.5, 0.691462, 0.691, 0.345714, 0.62}, row{-3, 0.0013499, 0.001, -0.00363739, 0.05}}) {
    const float x = float(r.x);
    float density, distribution;
    evaluate_normal(&x, &density, &distribution, 1);
    CAPTURE(x);
    CHECK(equals(distribution, r.distribution));
    CHECK(prints_as(distribution, r.printed_distribution, 3));
    CHECK(equals(at("gelu", x).value, r.x * double(distribution)));
    CHECK(equals(at("gelu_tanh", x).value, r.tanh_form));
    CHECK(prints_as(at("sigmoid", x).value, r.sigma, 2));
    CHECK(equals(at("swish", x).value, r.x * double(at("sigmoid", x).value)));
  }
}

TEST_CASE("the facts: peaks, minima and slopes at 0") {
  CHECK(at("sigmoid", 0).slope == 0.25f);
  CHECK(at("tanh", 0).slope == 1);
  CHECK(at("relu", 0).slope == 0);
  CHECK(at("gelu", 0).slope == 0.5f);
  CHECK(at("tanh", 5).slope < 0.001f);
  CHECK(at("tanh", -5).slope < 0.001f);
  for (double x = -8; x <= 8; x += 1. / 64) {
    CAPTURE(x);
    CHECK(at("sigmoid", x).slope <= 0.25f);
    CHECK(at("tanh", x).slope <= 1);
    CHECK(std::fabs(at("tanh", x).value - (2 * at("sigmoid", 2 * x).value - 1)) < 3e-7);
  }

  struct extreme {
    const char* id;
    double x, value;
    bool of_slope;
  };
  // clang-format off
  const extreme extremes[] = {
      {"swish", -1.2784645427610738, -0.2784645427610738, false},
      {"gelu",  -0.7517915247935645, -0.1699712074799037, false},
      {"gelu",  1.4142135623730951,  1.1289041451851548,  true},
      {"swish", 2.3993572805154677,  1.0998393201288669,  true},
  };
  // clang-format on
  for (const extreme& e : extremes) {
    CAPTURE(e.id, e.x);
    const auto here = at(e.id, e.x), left = at(e.id, e.x - 0.01), right = at(e.id, e.x + 0.01);
    if (e.of_slope) {
      CHECK(std::fabs(here.slope - e.value) < 3e-7);
      CHECK((left.slope < here.slope && right.slope < here.slope));
    } else {
      CHECK(std::fabs(here.value - e.value) < 6e-8);
      CHECK(std::fabs(here.slope) < 1.2e-7);
      CHECK((left.value > here.value && right.value > here.value));
    }
  }
}

TEST_CASE("the tanh form of GELU is within 4.732e-4 of it, worst near |x| = 2.70") {
  // Both are x more at -x, where floats would hide the difference.
  double worst = 0, where = 0;
  for (double x = -8; x < 0; x += 1. / 1024) {
    const double error = std::fabs(double(at("gelu", x).value) - double(at("gelu_tanh", x).value));
    if (error > worst) worst = error, where = std::fabs(x);
  }
  CHECK(prints_as(worst * 1e4, 4.732, 3));
  CHECK(prints_as(where, 2.70, 2));
}

TEST_CASE("slopes multiply through a network's depth") {
  const double sigmoid_peak = at("sigmoid", 0).slope;
  CHECK(std::pow(sigmoid_peak, 5) == 0.0009765625);
  CHECK(std::pow(sigmoid_peak, 10) == 9.5367431640625e-7);

  // The table of depths takes the typical slope of sigmoid as 0.20 and of tanh as 0.42, the latter
  // its slope at 1 rounded. Two figures printed for tanh are no rounding of the powers: 2.8e-8 and
  // 1.3e-19.
  const double tanh_typical = std::round(double(at("tanh", 1).slope) * 100) / 100;
  CHECK(tanh_typical == 0.42);
  const int depths[] = {5, 10, 20, 50};
  const double sigmoid_printed[] = {3.2e-4, 1.0e-7, 1.0e-14, 1.1e-35};
  const double tanh_right[] = {0.013, 1.7e-4, 2.9e-8, 1.5e-19};
  for (int i = 0; i < 4; ++i) {
    CAPTURE(depths[i]);
    CHECK(std::fabs(std::pow(0.20, depths[i]) / sigmoid_printed[i] - 1) < 0.05);
    CHECK(std::fabs(std::pow(tanh_typical, depths[i]) / tanh_right[i] - 1) < 0.05);
  }
  // GELU and Swish do not hold a slope of 1: see their peaks above.
  for (const char* id : {"relu", "leaky_relu"}) CHECK(at(id, 0.3).slope == 1);
}

TEST_CASE("the dead neuron: no positive input wakes relu(-3 x1 - 2 x2 - 1)") {
  for (double x1 = 0; x1 <= 4; x1 += 0.25) {
    for (double x2 = 0; x2 <= 4; x2 += 0.25) {
      const auto p = at("relu", -3 * x1 - 2 * x2 - 1);
      CHECK((p.value == 0 && p.slope == 0));
      CHECK(at("leaky_relu", -3 * x1 - 2 * x2 - 1).slope > 0);
    }
  }
}
