// Memory that runs out when a test says so: at the n-th allocation from now, or at every one. The
// core has two sources of it, aligned_alloc and `new (std::nothrow)`; the first is exchanged by the
// linker (--wrap), the second by its definition in failing_memory.cpp, and so nothing in the core
// needs to know.
#pragma once

#include <cstddef>

namespace failing_memory {

// From now on: the n-th allocation fails, 1 is the next; 0 for none; `always` for each.
inline constexpr long always = -1;
void fail_at(long n);

// How many were asked for since the last fail_at().
long asked();

// How many are held.
std::size_t held();

}  // namespace failing_memory
