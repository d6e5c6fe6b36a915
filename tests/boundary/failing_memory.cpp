#include "failing_memory.h"

#include <cstdlib>
#include <new>

namespace {

long asked_for = 0, fails_at = 0;
std::size_t holding = 0;

bool fails() {
  ++asked_for;
  return fails_at == failing_memory::always || asked_for == fails_at;
}

}  // namespace

namespace failing_memory {

void fail_at(long n) {
  asked_for = 0;
  fails_at = n;
}
long asked() { return asked_for; }
std::size_t held() { return holding; }

}  // namespace failing_memory

extern "C" {

void* __real_aligned_alloc(std::size_t alignment, std::size_t size);
void __real_free(void* block);

void* __wrap_aligned_alloc(std::size_t alignment, std::size_t size) {
  if (fails()) return nullptr;
  ++holding;
  return __real_aligned_alloc(alignment, size);
}

// Only of the core's own objects; it frees nothing but what aligned_alloc gave.
void __wrap_free(void* block) {
  if (block) --holding;
  __real_free(block);
}
}

// Those of the core alone are `nothrow`. Both kinds end in the same delete, so a mark before the
// object tells them apart.
namespace {

constexpr std::size_t room = alignof(std::max_align_t);

void* marked(std::size_t size, char mark) {
  auto* block = static_cast<char*>(std::malloc(size + room));
  if (!block) std::abort();
  *block = mark;
  return block + room;
}

void unmark(void* object) {
  if (!object) return;
  char* block = static_cast<char*>(object) - room;
  if (*block == 'c') --holding;
  __real_free(block);
}

}  // namespace

void* operator new(std::size_t size) { return marked(size, 't'); }
void* operator new[](std::size_t size) { return marked(size, 't'); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  if (fails()) return nullptr;
  ++holding;
  return marked(size, 'c');
}
void operator delete(void* object) noexcept { unmark(object); }
void operator delete[](void* object) noexcept { unmark(object); }
void operator delete(void* object, std::size_t) noexcept { unmark(object); }
void operator delete[](void* object, std::size_t) noexcept { unmark(object); }
