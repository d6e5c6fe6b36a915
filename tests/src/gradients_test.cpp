// Backpropagation against two oracles that know nothing of it: finite differences and dual numbers
// of a naive forward pass in double.
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

#include "naive_network.h"

using namespace activation_widgets;

namespace {

template <class A>
constexpr auto at = []<class F>(F x, F parameter) {
  // ∂f/∂α of PReLU: the dual number of α alone carries it, through α min(x, 0).
  if constexpr (std::is_same_v<A, activations::prelu>) {
    return x > F(0) ? x : parameter * x;
  } else {
    return A::at(x, parameter).value;
  }
};

template <class A>
void double_loop(const double* x, double* value, double* slope, std::size_t n, double parameter) {
  for (std::size_t i = 0; i < n; ++i) {
    const auto p = A::at(x[i], parameter);
    value[i] = p.value;
    if (slope) slope[i] = p.slope;
  }
}

// The engine's passes in double: the same templates, with the double kernels of the activation.
template <class A>
std::vector<double> double_gradients(const network& n, const std::vector<double>& p,
                                     const samples& s) {
  const std::size_t padded = padded_samples<double>(s.count());
  mlp<double> model;
  model.layer_count = n.model.layer_count;
  for (std::size_t l = 0; l < model.layer_count; ++l) {
    const layer<float>& a = n.model.layers[l];
    model.layers[l] = {.inputs = a.inputs,
                       .outputs = a.outputs,
                       .function = a.function ? double_loop<A> : nullptr,
                       .parameter = a.parameter,
                       .learned = a.learned,
                       .residual = a.residual};
  }
  arena measure;
  model.lay_out(measure, padded);
  std::vector<char> block(measure.used());
  arena memory(block.data());
  model.lay_out(memory, padded);
  std::vector<double> labels(padded, no_label), gradient(model.parameter_count);
  for (std::size_t b = 0; b < s.count(); ++b) {
    labels[b] = s.labels[b];
    for (std::size_t i = 0; i < n.inputs(); ++i) {
      model.input[i * padded + b] = s.points[b * n.inputs() + i];
    }
  }
  model.forward(p.data(), padded, true);
  loss_of_block(n.loss_of, model.last().value, labels.data(),
                model.sum_gradient_of(model.layer_count - 1), n.outputs(), padded,
                1 / double(s.count()));
  model.backward(p.data(), gradient.data(), padded);
  return gradient;
}

double norm(const std::vector<double>& x) {
  double sum = 0;
  for (const double v : x) sum += v * v;
  return std::sqrt(sum);
}

template <class T>
double distance(const std::vector<T>& a, const std::vector<double>& b) {
  std::vector<double> difference(b);
  for (std::size_t i = 0; i < b.size(); ++i) difference[i] -= double(a[i]);
  return norm(difference) / norm(b);
}

// ∂loss/∂p for every parameter, by dual numbers.
template <class A>
std::vector<double> dual_gradients(const network& n, const std::vector<double>& p,
                                   const samples& s) {
  std::vector<dual<double>> point(p.begin(), p.end());
  std::vector<double> gradient;
  for (auto& coordinate : point) {
    coordinate.slope = 1;
    gradient.push_back(naive::loss(n, point, s, at<A>).slope);
    coordinate.slope = 0;
  }
  return gradient;
}

// The same by central differences of fourth order.
template <class A>
std::vector<double> difference_gradients(const network& n, std::vector<double> p, const samples& s,
                                         double step) {
  std::vector<double> gradient;
  for (double& coordinate : p) {
    const double middle = coordinate;
    const auto loss_at = [&](double offset) {
      coordinate = middle + offset;
      return naive::loss(n, p, s, at<A>);
    };
    const double near = loss_at(step) - loss_at(-step);
    const double far = loss_at(2 * step) - loss_at(-2 * step);
    gradient.push_back((8 * near - far) / (12 * step));
    coordinate = middle;
  }
  return gradient;
}

struct output {
  int width;
  loss_kind loss;
};
constexpr output outputs[] = {{1, loss_kind::binary_cross_entropy},
                              {1, loss_kind::squared_error},
                              {3, loss_kind::cross_entropy},
                              {3, loss_kind::squared_error}};

}  // namespace

TEMPLATE_LIST_TEST_CASE("gradients are those of the loss, for every loss, residual or not", "",
                        activation_list) {
  using A = TestType;
  for (const output& out : outputs) {
    for (const bool residual : {false, true}) {
      CAPTURE(A::info.id, out.width, int(out.loss), residual);
      const samples s = make_samples({.kind = dataset_kind::blobs,
                                      .samples = 13,
                                      .noise = 0.4,
                                      .seed = 5,
                                      .classes = out.width == 1 ? 2 : out.width});
      const auto n = make({.widths = {2, 5, 5, 6, out.width},
                           .activation = A::info.id,
                           .loss = out.loss,
                           .residual = residual,
                           .seed = 11});
      // Biases that are not 0, so that no pre-activation sits at a kink.
      std::vector<float> start = parameters(*n);
      random_sequence random(1, random_stream::noise);
      for (float& p : start) p += float(random.uniform(-0.2, 0.2));
      n->set_parameters(start.data());
      const std::vector<double> p(start.begin(), start.end());

      const std::vector<double> exact = dual_gradients<A>(*n, p, s);
      REQUIRE(norm(exact) > 0.01);
      CHECK(distance(double_gradients<A>(*n, p, s), exact) < 1e-8);
      CHECK(distance(difference_gradients<A>(*n, p, s, 1e-4), exact) < 1e-6);
      CHECK(distance(gradients(*n, s), exact) < 1e-6);
    }
  }
}

TEST_CASE("gradients stay those of the loss while any optimizer trains") {
  using A = activations::prelu;
  const samples s = make_samples({.samples = 40});
  for (int kind = 0; kind < optimizer_kinds; ++kind) {
    CAPTURE(optimizer_names[kind]);
    const auto n = make({.activation = "prelu",
                         .optimizer = {.kind = optimizer_kind(kind), .learning_rate = 0.01},
                         .residual = true});
    for (int i = 0; i < 5; ++i) {
      train(*n, s, 7);
      const std::vector<float> now = parameters(*n);
      const std::vector<double> p(now.begin(), now.end());
      CHECK(distance(gradients(*n, s), dual_gradients<A>(*n, p, s)) < 1e-6);
    }
  }
}

TEST_CASE("penalties add l1 sign(w) + l2 w to weights, nothing to biases and alphas") {
  const samples s = make_samples({.samples = 40});
  const auto free = make({.activation = "prelu"});
  const auto bound = make({.activation = "prelu", .l1 = 0.5, .l2 = 0.25});
  const std::vector<float> a = gradients(*free, s), b = gradients(*bound, s);
  double penalty = 0;
  for (std::size_t l = 0; l < free->model.layer_count; ++l) {
    const layer<float>& layer = free->model.layers[l];
    for (std::size_t i = layer.weights; i < layer.weights + layer.parameters(); ++i) {
      const double w = i < layer.biases ? double(free->parameters()[i]) : 0;
      penalty += 0.5 * std::abs(w) + 0.125 * w * w;
      CHECK(std::abs(double(b[i]) - double(a[i]) - (0.5 * (w > 0) - 0.5 * (w < 0) + 0.25 * w)) <
            1e-6);
    }
  }
  CHECK(std::abs(loss(*bound, s) - loss(*free, s) - penalty) < 1e-5);
}
