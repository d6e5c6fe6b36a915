// Networks and data sets by name, as the tests want them.
#pragma once

#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "dataset.h"
#include "registry.h"
#include "train.h"

// Where code runs ten times slower, the long tests do less.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_slow = true;
#elif defined(__has_feature)
inline constexpr bool is_slow = __has_feature(address_sanitizer);
#else
inline constexpr bool is_slow = false;
#endif

namespace activation_widgets {

struct samples {
  std::vector<float> points;
  std::vector<std::uint8_t> labels;
  std::size_t count() const { return labels.size(); }
};

inline samples make_samples(const dataset_settings& settings) {
  samples s{std::vector<float>(2 * settings.samples), std::vector<std::uint8_t>(settings.samples)};
  make_dataset(settings, s.points.data(), s.labels.data());
  return s;
}

struct description {
  std::vector<int> widths = {2, 8, 8, 1};
  std::string_view activation = "tanh";
  loss_kind loss = loss_kind::binary_cross_entropy;
  optimizer_settings optimizer = {};
  initializer init = initializer::xavier_normal;
  bool residual = false;
  std::uint32_t seed = 42;
  int batch_size = 32;
  double l1 = 0, l2 = 0;
};

inline network_error create(network& n, const description& d) {
  const int index = find_activation(d.activation);
  if (index < 0) throw std::invalid_argument("unknown activation");
  const double initial = all_activations()[std::size_t(index)].info->parameter.initial;
  const std::vector<int> activations(d.widths.size() - 2, index);
  const std::vector<float> parameters(activations.size(), float(initial));
  return n.create({.widths = d.widths,
                   .activations = activations,
                   .parameters = parameters,
                   .residual = d.residual,
                   .init = d.init,
                   .seed = d.seed,
                   .loss = d.loss,
                   .optimizer = d.optimizer,
                   .l1 = d.l1,
                   .l2 = d.l2,
                   .batch_size = d.batch_size});
}

inline std::unique_ptr<network> make(const description& d) {
  auto n = std::make_unique<network>();
  if (create(*n, d) != network_error::none) throw std::invalid_argument("broken description");
  return n;
}

inline training_report train(network& n, const samples& s, std::uint64_t steps) {
  return train(n, s.points.data(), s.labels.data(), s.count(), steps);
}

inline double loss(network& n, const samples& s) {
  return n.loss(s.points.data(), s.labels.data(), s.count());
}

inline double accuracy(network& n, const samples& s) {
  return n.accuracy(s.points.data(), s.labels.data(), s.count());
}

inline std::vector<float> gradients(network& n, const samples& s) {
  const auto g = n.gradients(s.points.data(), s.labels.data(), s.count());
  return {g.begin(), g.end()};
}

inline std::vector<float> parameters(const network& n) {
  return {n.parameters().begin(), n.parameters().end()};
}

inline std::vector<float> predict(network& n, const std::vector<float>& points) {
  const std::size_t count = points.size() / n.inputs();
  std::vector<float> result(count * n.outputs());
  n.predict(points.data(), count, result.data());
  return result;
}

template <std::size_t n>
int index_of(std::string_view name, const char* const (&names)[n]) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return int(i);
  }
  throw std::invalid_argument("unknown name");
}

}  // namespace activation_widgets
