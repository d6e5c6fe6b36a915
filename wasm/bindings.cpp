// The whole boundary between JavaScript and C++: names and views, no arithmetic.
//
// Numbers travel in bulk through one scratch area of fixed size: JavaScript fills a view of it,
// calls, and copies the results out. A view is valid until the next call. Indices and sizes are
// checked by web/core, which is the only caller.
#include <emscripten/bind.h>

#include <string>

#include "registry.h"

namespace {

using namespace activation_widgets;

constexpr std::size_t scratch_floats = 3 << 14;
alignas(16) float scratch[scratch_floats];

// id, name, formula, slope formula, source and the parameter's name, one a line.
std::string activation_text(int index) {
  const activation_info& info = *all_activations()[index].info;
  std::string text;
  for (const char* line : {info.id, info.name, info.formula, info.slope_formula, info.source}) {
    text += line;
    text += '\n';
  }
  return text + info.parameter.name;
}

// lower, upper, maxUlp, networkMaxUlp, jump, kink, kink, and the parameter's default, min, max and
// whether it is learned. NaN where there is none.
emscripten::val activation_numbers(int index) {
  const activation_info& info = *all_activations()[index].info;
  static double numbers[11];
  const double values[] = {info.lower,
                           info.upper,
                           info.max_ulp,
                           info.network_max_ulp,
                           info.jump,
                           info.kinks[0],
                           info.kinks[1],
                           info.parameter.initial,
                           info.parameter.min,
                           info.parameter.max,
                           double(info.parameter.learnable)};
  std::memcpy(numbers, values, sizeof numbers);
  return emscripten::val(emscripten::typed_memory_view(std::size(numbers), numbers));
}

emscripten::val scratch_view() {
  return emscripten::val(emscripten::typed_memory_view(scratch_floats, scratch));
}

// Reads x from scratch[0, n), writes values to [n, 2n) and slopes to [2n, 3n).
void evaluate_scratch(int index, int n, float parameter) {
  evaluate(all_activations()[index], scratch, scratch + n, scratch + 2 * n, n, parameter);
}

// Reads x from scratch[0, n), writes the density to [n, 2n) and the distribution to [2n, 3n).
void gaussian(int n) { evaluate_normal(scratch, scratch + n, scratch + 2 * n, n); }

int activation_count() { return int(all_activations().size()); }

bool simd() {
#ifdef __wasm_simd128__
  return true;
#else
  return false;
#endif
}

}  // namespace

EMSCRIPTEN_BINDINGS(activation_widgets) {
  emscripten::function("activationCount", &activation_count);
  emscripten::function("activationText", &activation_text);
  emscripten::function("activationNumbers", &activation_numbers);
  emscripten::function("scratch", &scratch_view);
  emscripten::function("evaluate", &evaluate_scratch);
  emscripten::function("gaussian", &gaussian);
  emscripten::function("simd", &simd);
}
