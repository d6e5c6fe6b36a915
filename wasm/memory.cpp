// Memory for networks and areas, in a quarter of the bytes of Emscripten's smallest allocator: the
// core asks for few blocks, and for large ones.
//
// First fit among free blocks in the order of their addresses, neighbours being joined (Kernighan
// and Ritchie 1988, 8.7). All lies on cache lines, so that aligned_alloc has nothing to do.
#include <cstdint>
#include <cstdlib>
#include <new>

#include "arena.h"

namespace {

// The line in front of each block, and what counts blocks: a pointer's step is a line.
struct alignas(activation_widgets::arena::alignment) line {
  line* next;         // free block behind this one
  std::size_t lines;  // this one included
};

line free_blocks;  // itself has no lines

void join_next(line* block) {
  if (block + block->lines != block->next) return;
  block->lines += block->next->lines;
  block->next = block->next->next;
}

void* take(std::size_t bytes) {
  const std::size_t lines = bytes / sizeof(line) + 2;
  line* before = &free_blocks;
  while (line* block = before->next) {
    if (block->lines >= lines) {
      line* rest = block->next;
      if (block->lines > lines) {
        rest = block + lines;
        *rest = {block->next, block->lines - lines};
        block->lines = lines;
      }
      before->next = rest;
      return block + 1;
    }
    before = block;
  }
  return nullptr;
}

void give_back(void* memory) {
  line *block = static_cast<line*>(memory) - 1, *before = &free_blocks;
  while (before->next && before->next < block) before = before->next;
  block->next = before->next;
  before->next = block;
  join_next(block);
  join_next(before);
}

// From the linker: what is neither the stack nor a variable.
extern "C" char __heap_base, __heap_end;

// Before the constructors of the bindings, which may ask for memory.
[[gnu::constructor(101)]] void begin_with_one_block() {
  const auto begin = reinterpret_cast<std::uintptr_t>(&__heap_base);
  auto* all = reinterpret_cast<line*>((begin + sizeof(line) - 1) / sizeof(line) * sizeof(line));
  all->lines = std::size_t(reinterpret_cast<line*>(&__heap_end) - all);
  give_back(all + 1);
}

}  // namespace

// The library's own would ask a handler for more.
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return take(bytes); }

extern "C" {

void* malloc(std::size_t bytes) { return take(bytes); }
void* aligned_alloc(std::size_t, std::size_t bytes) { return take(bytes); }
void free(void* memory) {
  if (memory) give_back(memory);
}
}
