// The loop of an activation's kernel over whole vectors, and the one way around it for arrays of
// any length.
#pragma once

#include "activations.h"

namespace activation_widgets {

// Writes value[i] and slope[i] for x[i], i < n, a multiple of four. A null `slope` asks for values
// alone. Input and output may be the same array.
using activation_loop = void (*)(const float* x, float* value, float* slope, std::size_t n,
                                 float parameter);

// The loop over A::at. All of it is inlined: a kernel's results would go through memory otherwise,
// and slopes would be computed where nobody asks for them.
template <class A>
[[gnu::flatten]] void loop_of(const float* x, float* value, float* slope, std::size_t n,
                              float parameter) {
  const f32x4 parameters = splat<f32x4>(parameter);
  for (std::size_t i = 0; i < n; i += 4) {
    const math::point<f32x4> p = A::at(load<f32x4>(x + i), parameters);
    if (slope) store(slope + i, p.slope);
    store(value + i, p.value);
  }
}

}  // namespace activation_widgets
