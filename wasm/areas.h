// Three areas of memory through which arrays of any size travel: JavaScript asks for room, fills
// views of `input` and `labels`, calls, and copies `output` out. Views are valid until the next
// call. The functions of the boundary refuse counts for which the areas have no room.
#pragma once

#include <cstddef>
#include <cstdint>

#include "arena.h"

namespace areas {

template <class T>
class area {
 public:
  // Keeps what it has when it is enough; its content is not kept. False without memory.
  bool reserve(std::size_t count) {
    if (count <= size_) return true;
    size_ = block_.allocate(count * sizeof(T)) ? count : 0;
    return size_ == count;
  }
  T* data() const { return static_cast<T*>(block_.data()); }
  std::size_t size() const { return size_; }

 private:
  activation_widgets::memory_block block_;
  std::size_t size_ = 0;
};

inline area<float> input, output;
inline area<std::uint8_t> labels;

inline constexpr std::size_t largest = std::size_t(1) << 26;

// Whether a × b × c (any of them may be too large or negative) elements lie in an area.
template <class T>
bool fits(const area<T>& area, double a, double b = 1, double c = 1) {
  return a >= 0 && b >= 0 && c >= 0 && a * b * c <= double(area.size());
}

}  // namespace areas
