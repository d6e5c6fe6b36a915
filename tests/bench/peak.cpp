// What this machine gives a WebAssembly thread at most: four-lane multiplications and additions on
// numbers that never leave their registers. And the activation kernels alone, without the copies in
// and out that a call of the public API makes.
#include <array>
#include <cstddef>
#include <utility>

#include "registry.h"

namespace {

using namespace activation_widgets;

// As many independent chains as hide the latency of an addition after a multiplication: 8 are too
// few, and more than 12 would not fit the registers beside factor and term.
template <std::size_t... chain>
float multiply_add(int times, float factor, float term, std::index_sequence<chain...>) {
  const f32x4 f = splat<f32x4>(factor), t = splat<f32x4>(term);
  f32x4 sums[] = {splat<f32x4>(float(chain))...};
  for (int i = 0; i < times; ++i) ((sums[chain] = sums[chain] * f + t), ...);
  f32x4 total{};
  ((total += sums[chain]), ...);
  return sum_of_lanes(total);
}

constexpr std::size_t most_values = 1 << 20;
alignas(16) float inputs[most_values], outputs[most_values];

}  // namespace

#define EXPORTED(name) extern "C" __attribute__((export_name(#name)))

// `times` × 12 × 4 multiplications and as many additions.
EXPORTED(peak) float peak(int times, float factor, float term) {
  return multiply_add(times, factor, term, std::make_index_sequence<12>());
}

EXPORTED(inputs_at) float* inputs_at() { return inputs; }
EXPORTED(outputs_at) float* outputs_at() { return outputs; }

// The values of the activation with this index, as shown or as in networks. count is a multiple
// of 4.
EXPORTED(shown) void shown(int index, int count, float parameter) {
  all_activations()[index].loop(inputs, outputs, nullptr, count, parameter);
}
EXPORTED(network) void network(int index, int count, float parameter) {
  all_activations()[index].network(inputs, outputs, nullptr, count, parameter);
}
