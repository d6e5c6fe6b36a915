#include "slopes.h"

#include "registry.h"

namespace activation_widgets {

double greatest_slope(int index, float parameter) {
  // The steps are so small that a smooth maximum is met to 1e-6, and they meet 0 and the kinks.
  constexpr std::size_t block = 256;
  constexpr int steps_per_unit = 512, reach = 16 * steps_per_unit;
  float x[block], value[block], slope[block];
  double greatest = -unbounded;
  for (int start = -reach; start <= reach; start += int(block)) {
    std::size_t n = 0;
    for (; n < block && start + int(n) <= reach; ++n) x[n] = float(start + int(n)) / steps_per_unit;
    evaluate(all_activations()[std::size_t(index)], x, value, slope, n, parameter);
    for (std::size_t i = 0; i < n; ++i) greatest = slope[i] > greatest ? slope[i] : greatest;
  }
  return greatest;
}

void slope_products(double slope, std::size_t depth, double* products) {
  double product = 1;
  for (std::size_t l = 0; l < depth; ++l) products[l] = product *= slope;
}

}  // namespace activation_widgets
