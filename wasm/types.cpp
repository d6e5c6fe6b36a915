// The types that cross the boundary, in the place of the part of Embind that registers every type
// it knows: two dozen integers, strings and views, with 2 kB of JavaScript that converts them. Text
// crosses as bytes, see text.h.
#include <emscripten/bind.h>

#include <cstring>

namespace {

using emscripten::internal::InitFunc;
using emscripten::internal::TypeID;

InitFunc* bindings = nullptr;

// As in bind.cpp of Embind: the place of each kind of array in a list of embind.js.
enum array_kind { uint8_array = 1, float32_array = 6, float64_array = 7 };

template <class T>
void register_integer(const char* name) {
  emscripten::internal::_embind_register_integer(TypeID<T>::get(), name, sizeof(T),
                                                 std::numeric_limits<T>::min(),
                                                 std::numeric_limits<T>::max());
}

template <class T>
void register_float(const char* name) {
  emscripten::internal::_embind_register_float(TypeID<T>::get(), name, sizeof(T));
}

template <class T>
void register_view(array_kind kind) {
  emscripten::internal::_embind_register_memory_view(TypeID<emscripten::memory_view<T>>::get(),
                                                     kind, "view");
}

}  // namespace

extern "C" {

void _embind_register_bindings(InitFunc* binding) {
  binding->next = bindings;
  bindings = binding;
}

void _embind_initialize_bindings() {
  for (const InitFunc* binding = bindings; binding; binding = binding->next) binding->init_func();
}

// Asked for the name of a type that is missing here; the caller frees it.
const char* __getTypeName(const std::type_info*) {
  constexpr char name[] = "missing in types.cpp";
  return static_cast<const char*>(std::memcpy(::operator new(sizeof name), name, sizeof name));
}
}

EMSCRIPTEN_BINDINGS(types) {
  emscripten::internal::_embind_register_void(TypeID<void>::get(), "void");
  emscripten::internal::_embind_register_bool(TypeID<bool>::get(), "bool", true, false);
  register_integer<int>("int");
  register_integer<unsigned>("unsigned");
  register_float<float>("float");
  register_float<double>("double");
  emscripten::internal::_embind_register_emval(TypeID<emscripten::val>::get());
  register_view<std::uint8_t>(uint8_array);
  register_view<float>(float32_array);
  register_view<double>(float64_array);
}
