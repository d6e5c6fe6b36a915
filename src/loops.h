// How a kernel for packed numbers runs over arrays of any length. Input and output may be the same
// array.
#pragma once

#include "simd.h"

namespace activation_widgets {

// Calls body(x, first, second) for four numbers at a time; `second` may be null. The tail is filled
// up to four, so that one instance of the kernel serves every length.
template <class Body>
inline void by_fours(const float* x, float* first, float* second, std::size_t n, Body body) {
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) body(x + i, first + i, second ? second + i : nullptr);
  if (i == n) return;
  float filled[4] = {}, firsts[4], seconds[4];
  const std::size_t bytes = (n - i) * sizeof(float);
  std::memcpy(filled, x + i, bytes);
  body(filled, firsts, second ? seconds : nullptr);
  std::memcpy(first + i, firsts, bytes);
  if (second) std::memcpy(second + i, seconds, bytes);
}

}  // namespace activation_widgets
