#include "registry.h"

#include <array>

#include "loops.h"

namespace activation_widgets {
namespace {

template <class A>
void network_loop(const float* x, float* value, float* slope, std::size_t n, float parameter) {
  const f32x4 parameters = splat<f32x4>(parameter);
  by_fours(x, value, slope, n, [parameters](const float* from, float* first, float* second) {
    const auto p = A::at(load<f32x4>(from), parameters);
    store(first, p.value);
    if (second) store(second, p.slope);
  });
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

}  // namespace activation_widgets
