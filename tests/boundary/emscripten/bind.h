// Stands in for Emscripten's header, so that wasm/bindings*.cpp can be compiled natively as they
// are, with sanitizers. What they bind ends up in a list of entries, each callable with numbers as
// JavaScript would call it; a new one needs no line here.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <iterator>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace emscripten {

// A view of memory, as JavaScript gets it: it may be read and filled until the next call.
struct view {
  void* data = nullptr;
  std::size_t count = 0, size_of_each = 0;
};

template <class T>
view typed_memory_view(std::size_t count, const T* data) {
  return {const_cast<T*>(data), count, sizeof(T)};
}

class val {
 public:
  explicit val(const view& v) : view_(v) {}
  const view& seen() const { return view_; }

 private:
  view view_;
};

enum class kind { whole, natural, real, single, truth };

struct result {
  double number = 0;
  view memory;
  std::string text;
};

struct entry {
  const char* module;
  std::string name;
  std::vector<kind> arguments;
  std::function<result(const double*)> call;
};

inline std::vector<entry>& entries() {
  static std::vector<entry> all;
  return all;
}

template <class T>
constexpr kind kind_of() {
  if constexpr (std::is_same_v<T, bool>) return kind::truth;
  if constexpr (std::is_same_v<T, std::uint32_t>) return kind::natural;
  if constexpr (std::is_same_v<T, float>) return kind::single;
  if constexpr (std::is_same_v<T, double>) return kind::real;
  static_assert(std::is_same_v<T, bool> || std::is_same_v<T, std::uint32_t> ||
                std::is_same_v<T, float> || std::is_same_v<T, double> || std::is_same_v<T, int>);
  return kind::whole;
}

template <class R, class... A, std::size_t... I>
result call_with(R (*f)(A...), const double* numbers, std::index_sequence<I...>) {
  if constexpr (std::is_void_v<R>) {
    f(static_cast<A>(numbers[I])...);
    return {};
  } else if constexpr (std::is_same_v<R, val>) {
    return {0, f(static_cast<A>(numbers[I])...).seen(), {}};
  } else if constexpr (std::is_same_v<R, std::string>) {
    return {0, {}, f(static_cast<A>(numbers[I])...)};
  } else {
    return {double(f(static_cast<A>(numbers[I])...)), {}, {}};
  }
}

inline const char*& module_being_bound() {
  static const char* name = "";
  return name;
}

template <class R, class... A>
void function(const char* name, R (*f)(A...)) {
  entries().push_back({module_being_bound(), name, {kind_of<A>()...}, [f](const double* numbers) {
                         return call_with(f, numbers, std::index_sequence_for<A...>());
                       }});
}

}  // namespace emscripten

#define EMSCRIPTEN_BINDINGS(name)                                      \
  static void bind_##name();                                           \
  static const bool bound_##name =                                     \
      (emscripten::module_being_bound() = #name, bind_##name(), true); \
  static void bind_##name()
