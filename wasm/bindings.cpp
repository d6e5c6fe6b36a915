// The whole boundary between JavaScript and C++: names and views, no arithmetic.
//
// Numbers travel in bulk through one scratch area of fixed size: JavaScript fills a view of it,
// calls, and copies the results out. A view is valid until the next call. A call with an index or a
// count that does not exist does nothing and gives an empty view.
#include <emscripten/bind.h>

#include "registry.h"
#include "text.h"
#include "view.h"

namespace {

using namespace activation_widgets;

constexpr std::size_t scratch_floats = 3 << 14;
alignas(16) float scratch[scratch_floats];

// The activation, or null.
const activation* at(int index) {
  const auto all = all_activations();
  return index >= 0 && std::size_t(index) < all.size() ? &all[std::size_t(index)] : nullptr;
}

bool fits(int n) { return n >= 0 && std::size_t(n) <= scratch_floats / 3; }

// id, name, formula, slope formula, source and the parameter's name, one a line.
emscripten::val activation_text(int index) {
  text lines;
  if (!at(index)) return lines.view();
  const activation_info& info = *at(index)->info;
  for (const char* line : {info.id, info.name, info.formula, info.slope_formula, info.source}) {
    (lines += line) += "\n";
  }
  return (lines += info.parameter.name).view();
}

// lower, upper, maxUlp, networkMaxUlp, jump, kink, kink, and the parameter's default, min, max and
// whether it is learned. NaN where there is none.
emscripten::val activation_numbers(int index) {
  static double numbers[11];
  if (!at(index)) return view(numbers, 0);
  const activation_info& info = *at(index)->info;
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
  return view(numbers, std::size(numbers));
}

emscripten::val scratch_view() { return view(scratch, scratch_floats); }

// Reads x from scratch[0, n), writes values to [n, 2n) and slopes to [2n, 3n).
void evaluate_scratch(int index, int n, float parameter) {
  if (!at(index) || !fits(n)) return;
  evaluate(*at(index), scratch, scratch + n, scratch + 2 * n, std::size_t(n), parameter);
}

// Reads x from scratch[0, n), writes the density to [n, 2n) and the distribution to [2n, 3n).
void gaussian(int n) {
  if (fits(n)) evaluate_normal(scratch, scratch + n, scratch + 2 * n, std::size_t(n));
}

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
