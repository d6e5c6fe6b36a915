#include "registry.h"

#include <array>

namespace activation_widgets {
namespace {

// Runs `pair(f64x2) -> {first, second}` over x, rounding both results to float. A NaN in x comes
// out of both; `second` may be null.
template <class Kernel>
void rounded_loop(const float* x, float* first, float* second, std::size_t n, Kernel kernel) {
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    const f32x4 v = load<f32x4>(x + i);
    const f64x4 wide = widen(v);
    const auto low = kernel(wide.low), high = kernel(wide.high);
    store(first + i, select(v == v, narrow(low.value, high.value), v));
    if (second) store(second + i, select(v == v, narrow(low.slope, high.slope), v));
  }
  for (; i < n; ++i) {
    const float v = x[i];
    const auto result = kernel(double(v));
    first[i] = v == v ? float(result.value) : v;
    if (second) second[i] = v == v ? float(result.slope) : v;
  }
}

template <class A>
void exact_loop(const float* x, float* value, float* slope, std::size_t n, float parameter) {
  const auto kernel = [parameter]<class F>(F v) { return A::at(v, splat<F>(parameter)); };
  if (slope) {
    rounded_loop(x, value, slope, n, kernel);
  } else {
    rounded_loop(x, value, nullptr, n, kernel);
  }
}

template <class A>
void network_loop(const float* x, float* value, float* slope, std::size_t n, float parameter) {
  const f32x4 parameters = splat<f32x4>(parameter);
  std::size_t i = 0;
  if (slope) {
    for (; i + 4 <= n; i += 4) {
      const auto p = A::at(load<f32x4>(x + i), parameters);
      store(value + i, p.value);
      store(slope + i, p.slope);
    }
  } else {
    for (; i + 4 <= n; i += 4) store(value + i, A::at(load<f32x4>(x + i), parameters).value);
  }
  for (; i < n; ++i) {
    const auto p = A::at(x[i], parameter);
    value[i] = p.value;
    if (slope) slope[i] = p.slope;
  }
}

template <class... A>
constexpr auto table_of(std::tuple<A...>*) {
  return std::array{activation{&A::info, exact_loop<A>, network_loop<A>}...};
}

constexpr auto table = table_of(static_cast<activation_list*>(nullptr));

}  // namespace

std::span<const activation> all_activations() { return table; }

int find_activation(std::string_view id) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].info->id == id) return int(i);
  }
  return -1;
}

void evaluate_normal(const float* x, float* pdf, float* cdf, std::size_t n) {
  rounded_loop(x, pdf, cdf, n, []<class F>(F v) {
    const auto normal = math::normal(v);
    return math::point<F>{normal.pdf, normal.cdf};
  });
}

}  // namespace activation_widgets
