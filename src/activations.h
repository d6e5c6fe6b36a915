// Every activation function: its facts, and its value with its slope. Slopes at kinks are
// PyTorch's.
//
// An activation is one struct and one word in `activation_list` at the end; menus, tables, tests,
// the wasm module and the npm types follow from those. `at(x, parameter)` is a template over the
// number type: f32x4 for all that is shown or learned, and in the tests double and dual numbers as
// the check of the formula and of the slope. NaN gives NaN, infinities the limit, denormals are
// numbers like any; what a caller does not need is left to the optimiser.
#pragma once

#include <limits>
#include <tuple>

#include "logistic.h"
#include "normal.h"
#include "trigonometry.h"

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
  double max_ulp = 0.51;                 // of the values (see accuracy.md)
  double network_max_ulp = max_ulp;  // of the values in networks, where `in_network` gives those
};

namespace activations {

using math::point;

struct identity {
  static constexpr activation_info info{.id = "identity",
                                        .name = "Identity",
                                        .formula = "x",
                                        .slope_formula = "1",
                                        .source = "the linear map"};
  template <class F>
  static point<F> at(F x, F) {
    return {x, select(x == x, constant<F, 1>(), x)};
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
                                        .max_ulp = 1.8};
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
                                        .max_ulp = 1.6,
                                        .network_max_ulp = 6.5};
  template <class F>
  static point<F> at(F x, F) {
    return math::hyperbolic_tangent(x);
  }
  // The cost of tanh decides that of small networks, and they learn as well with this one.
  template <class F>
  static point<F> in_network(F x, F) {
    return math::fast_hyperbolic_tangent(x);
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
    const F value = at_least(x, F{});
    return {value, select(x > F{}, constant<F, 1>(), value)};  // 0 or NaN
  }
};

// Leaky ReLU and PReLU: x for x > 0, alpha x elsewhere.
template <class F>
inline point<F> leaking(F x, F alpha) {
  const F leak = select(alpha == F{}, F{}, alpha * x);  // not 0 times -inf
  return {select(x > F{}, x, select(x == x, leak, x)),
          select(x > F{}, constant<F, 1>(), select(x == x, alpha, x))};
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
                                        .max_ulp = 2.7};
  template <class F>
  static point<F> at(F x, F) {
    return math::normal_gate(x);
  }
};

struct gelu_tanh {
  static constexpr activation_info info{.id = "gelu_tanh",
                                        .name = "GELU (tanh form)",
                                        .formula = "x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))",
                                        .slope_formula = "½ (1 + tanh u) + x/2 (1 − tanh² u) u′",
                                        .source = "Hendrycks and Gimpel 2016, arXiv:1606.08415",
                                        .lower = -0.17004075057125408,
                                        .max_ulp = 1.9};
  template <class F>
  static point<F> at(F x, F) {
    return math::gelu_by_tanh(x);
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
      .max_ulp = 1.8};
  template <class F>
  static point<F> at(F x, F beta) {
    const F z = select(beta == F{}, select(x == x, F{}, x), beta * x);  // not 0 times inf
    return math::logistic_gate(x, z, F{}, z);
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
      .max_ulp = 1.2};
  template <class F>
  static point<F> at(F x, F alpha) {
    const F below = at_most(x, F{});
    return {select(x > F{}, x, alpha * math::expm1(below)),
            select(x > F{}, constant<F, 1>(), alpha * math::exp(below))};
  }
};

template <class S>
inline S selu_scale = S(1.0507009873554805);
template <class S>
inline S selu_lower = S(1.7580993408473766);

struct selu {
  static constexpr activation_info info{.id = "selu",
                                        .name = "SELU",
                                        .formula = "λ x if x > 0, else λ α (e^x − 1)",
                                        .slope_formula = "λ if x > 0, else λ α e^x",
                                        .source = "Klambauer et al. 2017, arXiv:1706.02515",
                                        .lower = -1.7580993408473766,
                                        .kinks = {0, nowhere},
                                        .max_ulp = 2.3};
  template <class F>
  static point<F> at(F x, F) {
    using S = scalar_of<F>;
    const F scale = splat<F>(selu_scale<S>), lower = splat<F>(selu_lower<S>);
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
                                        .max_ulp = 2.9};
  template <class F>
  static point<F> at(F x, F) {
    return math::softplus(x);
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
      .max_ulp = 2.2};
  template <class F>
  static point<F> at(F x, F) {
    return math::softplus_gate(x);
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
                                        .max_ulp = 2.5};
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
                                        .max_ulp = 1.6};
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
    const F zero = select(x == x, F{}, x);  // or NaN
    return {select(x >= F{}, constant<F, 1>(), zero), zero};
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
