// Arrays for JavaScript: views of memory that are valid until the next call.
#pragma once

#include <emscripten/bind.h>

#include <cstddef>

// Not inline: each caller would take the pointer and the length through memory for itself.
template <class T>
[[gnu::noinline]] emscripten::val view(const T* first, std::size_t n) {
  return emscripten::val(emscripten::typed_memory_view(n, first));
}
