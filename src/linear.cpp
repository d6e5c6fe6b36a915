#include "linear.h"

#include <cstring>

namespace activation_widgets {

void collapse(std::span<const int> widths, const double* layers, double* result, double* work) {
  const auto inputs = std::size_t(widths[0]);
  std::size_t middle = std::size_t(widths[1]);
  std::memcpy(result, layers, middle * (inputs + 1) * sizeof(double));
  layers += middle * (inputs + 1);
  for (std::size_t l = 2; l < widths.size(); ++l) {
    const auto outputs = std::size_t(widths[l]);
    const double *biases = layers + outputs * middle, *first_biases = result + middle * inputs;
    for (std::size_t o = 0; o < outputs; ++o) {
      const double* row = layers + o * middle;
      for (std::size_t i = 0; i < inputs; ++i) {
        double sum = 0;
        for (std::size_t m = 0; m < middle; ++m) sum += row[m] * result[m * inputs + i];
        work[o * inputs + i] = sum;
      }
      double sum = biases[o];
      for (std::size_t m = 0; m < middle; ++m) sum += row[m] * first_biases[m];
      work[outputs * inputs + o] = sum;
    }
    std::memcpy(result, work, outputs * (inputs + 1) * sizeof(double));
    layers += outputs * (middle + 1);
    middle = outputs;
  }
}

}  // namespace activation_widgets
