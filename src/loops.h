// The loop of an activation's kernel over whole vectors, and the one way around it for arrays of
// any length.
#pragma once

#include "activations.h"

namespace activation_widgets {

// Writes value[i] and slope[i] for x[i], i < n, a multiple of four. A null `slope` asks for values
// alone. Input and output may be the same array.
using activation_loop = void (*)(const float* x, float* value, float* slope, std::size_t n,
                                 float parameter);

// The loop over A::at, in the number type S. All of it is inlined: a kernel's results would go
// through memory otherwise, and slopes would be computed where nobody asks for them.
template <class A, class S>
[[gnu::flatten]] void loop_of(const S* x, S* value, S* slope, std::size_t n, S parameter) {
  using V = pack<S>;
  const V parameters = splat<V>(parameter);
  for (std::size_t i = 0; i < n; i += number<V>::lanes) {
    const math::point<V> p = A::at(load<V>(x + i), parameters);
    if (slope) store(slope + i, p.slope);
    store(value + i, p.value);
  }
}

// In registry.cpp, once.
extern template void loop_of<activations::sigmoid>(const float*, float*, float*, std::size_t,
                                                   float);

}  // namespace activation_widgets
