#include "registry.h"

#include <array>

#include "random.h"

namespace activation_widgets {

template math::point<f64x2> math::sine_in_double(f64x2);
template void loop_of<activations::sigmoid>(const float*, float*, float*, std::size_t, float);

namespace {

template <class A>
struct in_network_of {
  template <class F>
  [[gnu::always_inline]] static math::point<F> at(F x, F parameter) {
    return A::in_network(x, parameter);
  }
};

template <class A>
constexpr activation_loop network_loop_of() {
  if constexpr (requires(f32x4 v) { A::in_network(v, v); }) {
    return loop_of<in_network_of<A>>;
  } else {
    return loop_of<A>;
  }
}

struct normal_density_and_distribution {
  template <class F>
  [[gnu::always_inline]] static math::point<F> at(F x, F) {
    const auto normal = math::normal(x);
    return {normal.pdf, normal.cdf};
  }
};

template <class... A>
constexpr auto table_of(std::tuple<A...>*) {
  return std::array{activation{&A::info, loop_of<A>, network_loop_of<A>()}...};
}

constexpr auto table = table_of(static_cast<activation_list*>(nullptr));

// The last ones, filled up to four, go through the same kernel.
void run(activation_loop loop, const float* x, float* first, float* second, std::size_t n,
         float parameter) {
  const std::size_t whole = n / 4 * 4, bytes = (n - whole) * sizeof(float);
  loop(x, first, second, whole, parameter);
  if (bytes == 0) return;
  float filled[4] = {}, seconds[4];
  std::memcpy(filled, x + whole, bytes);
  loop(filled, filled, second ? seconds : nullptr, 4, parameter);
  std::memcpy(first + whole, filled, bytes);
  if (second) std::memcpy(second + whole, seconds, bytes);
}

}  // namespace

std::span<const activation> all_activations() { return table; }

int find_activation(std::string_view id) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].info->id == id) return int(i);
  }
  return -1;
}

void evaluate(const activation& a, const float* x, float* value, float* slope, std::size_t n,
              float parameter) {
  run(a.loop, x, value, slope, n, parameter);
}

void evaluate_normal(const float* x, float* pdf, float* cdf, std::size_t n) {
  run(loop_of<normal_density_and_distribution>, x, pdf, cdf, n, 0);
}

}  // namespace activation_widgets
