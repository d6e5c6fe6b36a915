// libc++ reports what would have been an exception (std::string grown beyond its limit) by printing
// a message, which brings all of printf along: 5 kB of wasm. A trap says enough; its stack trace
// names the caller.
#include <__verbose_abort>

_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) noexcept { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD
