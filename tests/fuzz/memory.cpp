// More than the memory of the WebAssembly module is refused, as there.
#include <cstdlib>

extern "C" {
void* __real_aligned_alloc(std::size_t alignment, std::size_t size);

void* __wrap_aligned_alloc(std::size_t alignment, std::size_t size) {
  return size > (std::size_t(1) << 27) ? nullptr : __real_aligned_alloc(alignment, size);
}
}
