// The plane in which a layer's values spread the most.
#include <emscripten/bind.h>

#include "areas.h"
#include "view.h"
#include "widest.h"

namespace {

double shares[2];

// From `input` [count][dimensions] to `output` [count][2]; gives the shares of the variance.
emscripten::val widest(int count, int dimensions) {
  constexpr std::size_t most = activation_widgets::widest_dimensions;
  static double work[(most + 4) * most];
  const bool fits = count >= 1 && dimensions >= 1 && std::size_t(dimensions) <= most &&
                    areas::fits(areas::input, count, dimensions) &&
                    areas::fits(areas::output, count, 2);
  if (fits) {
    activation_widgets::widest_plane(areas::input.data(), std::size_t(count),
                                     std::size_t(dimensions), areas::output.data(), shares, work);
  }
  return view(shares, fits ? 2 : 0);
}

}  // namespace

EMSCRIPTEN_BINDINGS(widest) { emscripten::function("widest", &widest); }
