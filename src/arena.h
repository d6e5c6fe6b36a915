// One block of memory, cut into pieces once. A layout is a function that takes its pieces from an
// arena: run on an empty arena it only learns how many bytes it needs, run again on a block of that
// size it receives the pieces.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace activation_widgets {

class arena {
 public:
  static constexpr std::size_t alignment = 64;  // a cache line

  arena() = default;
  explicit arena(void* block) : block_(static_cast<char*>(block)) {}

  // `count` zeroed elements at the start of a cache line, or null when only measuring. The callers
  // bound their sizes so that the sum of all pieces stays far below 2^32.
  template <class T>
  T* take(std::size_t count) {
    return static_cast<T*>(take_bytes(count * sizeof(T)));
  }

  std::size_t used() const { return used_; }

 private:
  // Not inline: layouts take many pieces, and take them once.
  __attribute__((noinline)) void* take_bytes(std::size_t bytes) {
    const std::size_t start = used_;
    used_ += (bytes + alignment - 1) / alignment * alignment;
    if (!block_) return nullptr;
    return std::memset(block_ + start, 0, used_ - start);
  }

  char* block_ = nullptr;
  std::size_t used_ = 0;
};

// Owns the block of an arena. `allocate` is false, and the block empty, when there is no memory.
class memory_block {
 public:
  memory_block() = default;
  memory_block(const memory_block&) = delete;
  memory_block& operator=(const memory_block&) = delete;
  ~memory_block() { std::free(block_); }

  bool allocate(std::size_t bytes) {
    std::free(block_);
    const std::size_t rounded =
        (bytes + arena::alignment - 1) / arena::alignment * arena::alignment;
    block_ = std::aligned_alloc(arena::alignment, rounded);
    return block_ != nullptr;
  }
  void take(memory_block& other) {
    std::free(block_);
    block_ = other.block_;
    other.block_ = nullptr;
  }
  void* data() const { return block_; }

 private:
  void* block_ = nullptr;
};

}  // namespace activation_widgets
