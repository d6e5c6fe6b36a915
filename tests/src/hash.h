// Golden hashes: a number for the bits of many floats.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "simd.h"

namespace activation_widgets {

// FNV-1a over the bits of floats; all NaNs count as one, for their payloads are the processor's.
class hash {
 public:
  void add(const std::vector<float>& floats) {
    for (const float f : floats) {
      const std::uint32_t bits = f == f ? bits_as<std::uint32_t>(f) : 0x7fc00000;
      for (int shift = 0; shift < 32; shift += 8)
        state_ = (state_ ^ (bits >> shift & 255)) * 0x100000001b3;
    }
  }
  std::string text() const {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(state_));
    return text;
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace activation_widgets
