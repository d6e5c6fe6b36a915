#include "exact.h"

#include <array>

#include "loops.h"

namespace activation_widgets {
namespace {

// Runs kernel(f64x2) -> {value, slope} over x, rounding both to float. A NaN in x comes out of
// both.
template <class Kernel>
inline void rounded_loop(const float* x, float* value, float* slope, std::size_t n, Kernel kernel) {
  by_fours(x, value, slope, n, [kernel](const float* from, float* first, float* second) {
    const f32x4 v = load<f32x4>(from);
    const f64x4 wide = widen(v);
    const auto low = kernel(wide.low), high = kernel(wide.high);
    store(first, select(v == v, narrow(low.value, high.value), v));
    if (second) store(second, select(v == v, narrow(low.slope, high.slope), v));
  });
}

}  // namespace

template <class A>
void exact_loop(const float* x, float* value, float* slope, std::size_t n, float parameter) {
  const f64x2 parameters = splat<f64x2>(parameter);
  rounded_loop(x, value, slope, n, [parameters](f64x2 v) { return A::at(v, parameters); });
}

namespace {

template <class... A>
constexpr auto table_of(std::tuple<A...>*) {
  return std::array{exact_activation{&A::info, exact_loop<A>}...};
}

constexpr auto table = table_of(static_cast<activation_list*>(nullptr));

}  // namespace

std::span<const exact_activation> exact_activations() { return table; }

void evaluate_normal(const float* x, float* pdf, float* cdf, std::size_t n) {
  rounded_loop(x, pdf, cdf, n, [](f64x2 v) {
    const auto normal = math::normal(v);
    return math::point<f64x2>{normal.pdf, normal.cdf};
  });
}

}  // namespace activation_widgets
