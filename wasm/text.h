// Text for JavaScript: its bytes, as a view that is valid until the next call that gives a text.
#pragma once

#include <emscripten/bind.h>

#include <cstdint>
#include <cstring>

#include "view.h"

class text {
 public:
  text() { size_ = 0; }
  text& operator+=(const char* part) {
    for (; *part && size_ < sizeof bytes_; ++part) bytes_[size_++] = std::uint8_t(*part);
    return *this;
  }
  emscripten::val view() const { return ::view(bytes_, size_); }

 private:
  static inline std::uint8_t bytes_[512];
  static inline std::size_t size_ = 0;
};
