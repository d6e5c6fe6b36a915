// Keeps printf out of the wasm, 5 kB of it.
//
// What would have been an exception is reported by libc++ with a message. A trap says enough; its
// stack trace names the caller. So it is for a std::string grown beyond its limit, and for `new`
// without memory left. Embind prints the address of a type it was not told about, to name it in an
// error; the functions bound here have none such.
#include <__verbose_abort>
#include <cstdlib>
#include <new>

_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) noexcept { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD

void* operator new(std::size_t size) {
  void* memory = std::malloc(size);
  if (!memory) __builtin_trap();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

// What the compiler makes of a sprintf without floating-point numbers.
extern "C" int siprintf(char* text, const char*, ...) {
  *text = 0;
  return 0;
}
