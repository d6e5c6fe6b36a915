// Every activation function: its facts, and its value with its slope. Slopes at kinks are
// PyTorch's.
//
// An activation is one struct and one word in `activation_list` at the end; menus, tables, tests,
// the wasm module and the npm types follow from those. `at(x, parameter)` is a template over the
// number type: floats for networks, doubles for exact values, dual numbers as the check of the
// slope. NaN gives NaN; infinities give the limit; what a formula does not need is left to the
// optimiser.
#pragma once

#include <limits>
#include <tuple>

#include "dual.h"

namespace activation_widgets {

// The one parameter an activation may have; `name` is empty where it has none.
struct parameter_info {
  const char* name = "";
  double initial = 0, min = 0, max = 0;
  bool learnable = false;
};

inline constexpr double unbounded = std::numeric_limits<double>::infinity();
inline constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

struct activation_info {
  const char *id, *name, *formula, *slope_formula, *source;
  double lower = -unbounded, upper = unbounded;  // of the values, with the parameter as it starts
  parameter_info parameter = {};
  double jump = nowhere;                 // where the value is not continuous
  double kinks[2] = {nowhere, nowhere};  // where only the slope is not
  double max_ulp = 0.51;                 // of the exact family (see accuracy.md)
  double network_max_ulp = max_ulp;      // of the network family
};

namespace activations {

using math::point;

// x gate(z), with the limit 0 where the gate has closed for good: -inf times 0 would be NaN.
template <class F>
inline F gated(F x, F z, F gate) {
  return select(z < constant<F, -200>(), F{}, x) * gate;
}

// The slope of x gate(z(x)) by the product rule; `bend` is the gate's slope in x.
template <class F>
inline F gated_slope(F x, F gate, F bend) {
  return gate + at_most(at_least(x, constant<F, -200>()), constant<F, 200>()) * bend;
}

struct identity {
  static constexpr activation_info info{.id = "identity",
                                        .name = "Identity",
                                        .formula = "x",
                                        .slope_formula = "1",
                                        .source = "the linear map"};
  template <class F>
  static point<F> at(F x, F) {
    return {x, constant<F, 1>()};
  }
};

struct sigmoid {
  static constexpr activation_info info{.id = "sigmoid",
                                        .name = "Sigmoid",
                                        .formula = "1 / (1 + e^−x)",
                                        .slope_formula = "σ(x) (1 − σ(x))",
                                        .source = "Verhulst 1845",
                                        .lower = 0,
                                        .upper = 1,
                                        .network_max_ulp = 4};
  template <class F>
  static point<F> at(F x, F) {
    return math::logistic(x);
  }
};

struct tanh {
  static constexpr activation_info info{.id = "tanh",
                                        .name = "Tanh",
                                        .formula = "(e^x − e^−x) / (e^x + e^−x)",
                                        .slope_formula = "1 − tanh²(x)",
                                        .source = "LeCun et al. 1998, Efficient BackProp",
                                        .lower = -1,
                                        .upper = 1,
                                        .network_max_ulp = 6.5};
  template <class F>
  static point<F> at(F x, F) {
    return math::hyperbolic_tangent(x);
  }
};

struct relu {
  static constexpr activation_info info{.id = "relu",
                                        .name = "ReLU",
                                        .formula = "max(0, x)",
                                        .slope_formula = "1 if x > 0, else 0",
                                        .source = "Nair and Hinton 2010",
                                        .lower = 0,
                                        .kinks = {0, nowhere}};
  template <class F>
  static point<F> at(F x, F) {
    return {at_least(x, F{}), select(x > F{}, constant<F, 1>(), F{})};
  }
};

// Leaky ReLU and PReLU: x for x > 0, alpha x elsewhere.
template <class F>
inline point<F> leaking(F x, F alpha) {
  const F leak = select(alpha == F{}, F{}, alpha * x);  // not 0 times -inf
  return {select(x > F{}, x, select(x == x, leak, x)), select(x > F{}, constant<F, 1>(), alpha)};
}

struct leaky_relu {
  static constexpr activation_info info{.id = "leaky_relu",
                                        .name = "Leaky ReLU",
                                        .formula = "x if x > 0, else α x",
                                        .slope_formula = "1 if x > 0, else α",
                                        .source = "Maas, Hannun and Ng 2013",
                                        .parameter = {"alpha", 0.01, 0, 1},
                                        .kinks = {0, nowhere}};
  template <class F>
  static point<F> at(F x, F alpha) {
    return leaking(x, alpha);
  }
};

struct prelu {
  static constexpr activation_info info{.id = "prelu",
                                        .name = "PReLU",
                                        .formula = "x if x > 0, else α x (α is learned)",
                                        .slope_formula = "1 if x > 0, else α",
                                        .source = "He et al. 2015, arXiv:1502.01852",
                                        .parameter = {"alpha", 0.25, -1, 2, true},
                                        .kinks = {0, nowhere}};
  template <class F>
  static point<F> at(F x, F alpha) {
    return leaking(x, alpha);
  }
};

struct gelu {
  static constexpr activation_info info{.id = "gelu",
                                        .name = "GELU",
                                        .formula = "x Φ(x)",
                                        .slope_formula = "Φ(x) + x φ(x)",
                                        .source = "Hendrycks and Gimpel 2016, arXiv:1606.08415",
                                        .lower = -0.16997120747990369,
                                        .network_max_ulp = 150};
  template <class F>
  static point<F> at(F x, F) {
    const auto n = math::normal(x);
    return {gated(x, x, n.cdf), gated_slope(x, n.cdf, n.pdf)};
  }
};

inline float gelu_scale_single = 0x1.988454p-1f, gelu_cubic_single = 0x1.6e4e26p-5f;
inline double gelu_scale_double = 0x1.9884533d43651p-1, gelu_cubic_double = 0.044715;

struct gelu_tanh {
  static constexpr activation_info info{.id = "gelu_tanh",
                                        .name = "GELU (tanh form)",
                                        .formula = "x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))",
                                        .slope_formula = "½ (1 + tanh u) + x/2 (1 − tanh² u) u′",
                                        .source = "Hendrycks and Gimpel 2016, arXiv:1606.08415",
                                        .lower = -0.17004075057125408,
                                        .network_max_ulp = 150};
  template <class F>
  static point<F> at(F x, F) {
    F scale, cubic;
    if constexpr (is_single<F>) {
      scale = splat<F>(gelu_scale_single), cubic = splat<F>(gelu_cubic_single);
    } else {
      scale = splat<F>(gelu_scale_double), cubic = splat<F>(gelu_cubic_double);
    }
    // (1 + tanh u) / 2 is the logistic function of 2u, which keeps its digits where tanh u is near
    // -1.
    const F c = at_most(at_least(x, constant<F, -200>()), constant<F, 200>());
    const F square = cubic * c * c, two = constant<F, 2>();
    const auto gate = math::logistic(two * scale * (c + c * square));
    const F bend = gate.slope * two * scale * (constant<F, 1>() + constant<F, 3>() * square);
    return {gated(x, x, gate.value), gated_slope(x, gate.value, bend)};
  }
};

struct swish {
  static constexpr activation_info info{
      .id = "swish",
      .name = "Swish",
      .formula = "x σ(β x)",
      .slope_formula = "σ(β x) + β x σ(β x) (1 − σ(β x))",
      .source = "Ramachandran, Zoph and Le 2017, arXiv:1710.05941 (SiLU at β = 1)",
      .lower = -0.27846454276107380,
      .parameter = {"beta", 1, 0, 5},
      .network_max_ulp = 5};
  template <class F>
  static point<F> at(F x, F beta) {
    const F z = select(beta == F{}, F{}, beta * x);  // not 0 times inf
    const auto gate = math::logistic(z);
    return {gated(x, z, select(x == x, gate.value, x)), gated_slope(z, gate.value, gate.slope)};
  }
};

struct elu {
  static constexpr activation_info info{
      .id = "elu",
      .name = "ELU",
      .formula = "x if x > 0, else α (e^x − 1)",
      .slope_formula = "1 if x > 0, else α e^x",
      .source = "Clevert, Unterthiner and Hochreiter 2015, arXiv:1511.07289",
      .lower = -1,
      .parameter = {"alpha", 1, 0, 3},
      .kinks = {0, nowhere},
      .network_max_ulp = 4};
  template <class F>
  static point<F> at(F x, F alpha) {
    const F below = at_most(x, F{});
    return {select(x > F{}, x, alpha * math::expm1(below)),
            select(x > F{}, constant<F, 1>(), alpha * math::exp(below))};
  }
};

inline float selu_scale_single = 1.0507009873554805f, selu_lower_single = 1.7580993408473766f;
inline double selu_scale_double = 1.0507009873554805, selu_lower_double = 1.7580993408473766;

struct selu {
  static constexpr activation_info info{.id = "selu",
                                        .name = "SELU",
                                        .formula = "λ x if x > 0, else λ α (e^x − 1)",
                                        .slope_formula = "λ if x > 0, else λ α e^x",
                                        .source = "Klambauer et al. 2017, arXiv:1706.02515",
                                        .lower = -1.7580993408473766,
                                        .kinks = {0, nowhere},
                                        .network_max_ulp = 4};
  template <class F>
  static point<F> at(F x, F) {
    F scale, lower;
    if constexpr (is_single<F>) {
      scale = splat<F>(selu_scale_single), lower = splat<F>(selu_lower_single);
    } else {
      scale = splat<F>(selu_scale_double), lower = splat<F>(selu_lower_double);
    }
    const F below = at_most(x, F{});
    return {select(x > F{}, scale * x, lower * math::expm1(below)),
            select(x > F{}, scale, lower * math::exp(below))};
  }
};

struct softplus {
  static constexpr activation_info info{.id = "softplus",
                                        .name = "Softplus",
                                        .formula = "log(1 + e^x)",
                                        .slope_formula = "σ(x)",
                                        .source = "Dugas et al. 2000",
                                        .lower = 0,
                                        .network_max_ulp = 5};
  template <class F>
  static point<F> at(F x, F) {
    return {math::log1p_exp(x), math::logistic(x).value};
  }
};

struct mish {
  static constexpr activation_info info{
      .id = "mish",
      .name = "Mish",
      .formula = "x tanh(log(1 + e^x))",
      .slope_formula = "t + x (1 − t²) σ(x), t = tanh(log(1 + e^x))",
      .source = "Misra 2019, arXiv:1908.08681",
      .lower = -0.30884341301725233,
      .network_max_ulp = 6};
  template <class F>
  static point<F> at(F x, F) {
    // With e = e^x, tanh(log(1 + e)) = e (e + 2) / (e (e + 2) + 2); above 0 over e², in e^-x.
    const F one = constant<F, 1>(), two = constant<F, 2>();
    const F e = math::exp(-abs(x));
    const F numerator = select(x < F{}, e * (e + two), one + two * e);
    const F rest = select(x < F{}, two, two * e * e);
    const F reciprocal = one / (numerator + rest);
    const F gate = numerator * reciprocal;
    const F one_minus_square = rest * (numerator + numerator + rest) * reciprocal * reciprocal;
    const F logistic = select(x < F{}, e, one) / (one + e);
    return {gated(x, x, gate), gated_slope(x, gate, one_minus_square * logistic)};
  }
};

struct hard_swish {
  static constexpr activation_info info{.id = "hard_swish",
                                        .name = "Hard Swish",
                                        .formula = "x min(max(x + 3, 0), 6) / 6",
                                        .slope_formula = "0 below −3, x/3 + ½ between, 1 above 3",
                                        .source = "Howard et al. 2019, arXiv:1905.02244",
                                        .lower = -0.375,
                                        .kinks = {-3, 3},
                                        .network_max_ulp = 2.5};
  template <class F>
  static point<F> at(F x, F) {
    const F three = constant<F, 3>();
    const F below = F{}, above = x, between = x * (x + three) * constant<F, 1, 6>();
    const F slope = x * constant<F, 1, 3>() + constant<F, 1, 2>();
    return {select(x < -three, below, select(x > three, above, between)),
            select(x < -three, below, select(x > three, constant<F, 1>(), slope))};
  }
};

struct softsign {
  static constexpr activation_info info{.id = "softsign",
                                        .name = "Softsign",
                                        .formula = "x / (1 + |x|)",
                                        .slope_formula = "1 / (1 + |x|)²",
                                        .source = "Turian, Bergstra and Bengio 2009",
                                        .lower = -1,
                                        .upper = 1,
                                        .network_max_ulp = 1.6};
  template <class F>
  static point<F> at(F x, F) {
    const F one = constant<F, 1>(), far = constant<F, 1 << 30>() * constant<F, 1 << 30>();
    const F c = at_most(at_least(x, -far), far);  // not inf / inf
    const F reciprocal = one / (one + abs(x));
    return {c / (one + abs(c)), reciprocal * reciprocal};
  }
};

struct sine {
  static constexpr activation_info info{.id = "sine",
                                        .name = "Sine",
                                        .formula = "sin(x)",
                                        .slope_formula = "cos(x)",
                                        .source = "Sitzmann et al. 2020, arXiv:2006.09661",
                                        .lower = -1,
                                        .upper = 1};
  template <class F>
  static point<F> at(F x, F) {
    return math::sine(x);
  }
};

struct step {
  static constexpr activation_info info{.id = "step",
                                        .name = "Step",
                                        .formula = "1 if x ≥ 0, else 0",
                                        .slope_formula = "0",
                                        .source = "McCulloch and Pitts 1943",
                                        .lower = 0,
                                        .upper = 1,
                                        .jump = 0};
  template <class F>
  static point<F> at(F x, F) {
    return {select(x == x, select(x >= F{}, constant<F, 1>(), F{}), x), F{}};
  }
};

}  // namespace activations

// The order of menus and of the index that the registry uses.
using activation_list =
    std::tuple<activations::identity, activations::sigmoid, activations::tanh, activations::relu,
               activations::leaky_relu, activations::prelu, activations::gelu,
               activations::gelu_tanh, activations::swish, activations::elu, activations::selu,
               activations::softplus, activations::mish, activations::hard_swish,
               activations::softsign, activations::sine, activations::step>;

}  // namespace activation_widgets
