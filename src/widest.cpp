#include "widest.h"

#include "elementary.h"

namespace activation_widgets {

namespace {

// Enough for directions whose spreads differ by a few per cent; where they differ less, either
// direction is as good.
constexpr int iterations = 100;

// Makes v a unit vector whose largest component is positive, and returns its former length.
double normalize(double* v, std::size_t n) {
  double sum = 0;
  std::size_t largest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    sum += v[i] * v[i];
    if (v[i] * v[i] > v[largest] * v[largest]) largest = i;
  }
  const double length = square_root(sum);
  if (!(length > 0)) return 0;
  const double scale = v[largest] < 0 ? -1 / length : 1 / length;
  for (std::size_t i = 0; i < n; ++i) v[i] *= scale;
  return length;
}

// The eigenvector of the largest eigenvalue of a symmetric matrix, by the power method.
double strongest(const double* matrix, std::size_t n, double* v, double* next) {
  for (std::size_t i = 0; i < n; ++i) v[i] = 1 + double(i % 7) / 8;
  normalize(v, n);
  double value = 0;
  for (int k = 0; k < iterations; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      next[i] = 0;
      for (std::size_t j = 0; j < n; ++j) next[i] += matrix[i * n + j] * v[j];
    }
    value = normalize(next, n);
    if (value == 0) return 0;
    std::memcpy(v, next, n * sizeof(double));
  }
  return value;
}

}  // namespace

void widest_plane(const float* values, std::size_t count, std::size_t dimensions, float* result,
                  double* shares, double* work) {
  const std::size_t n = dimensions;
  double *matrix = work, *mean = matrix + n * n, *next = mean + n;
  double* direction[] = {next + n, next + 2 * n};
  std::memset(work, 0, (n + 1) * n * sizeof(double));  // matrix and mean
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t i = 0; i < n; ++i) mean[i] += double(values[k * n + i]) / double(count);
  }
  for (std::size_t k = 0; k < count; ++k) {
    const float* at = values + k * n;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        matrix[i * n + j] += (double(at[i]) - mean[i]) * (double(at[j]) - mean[j]);
      }
    }
  }
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) total += matrix[i * n + i];
  for (int d = 0; d < 2; ++d) {
    double* v = direction[d];
    double value = strongest(matrix, n, v, next);
    // Of points on a line, rounding leaves about 1e-16 of their spread, in any direction, the
    // line's own included.
    if (value <= 1e-12 * total) {
      value = 0;
      std::memset(v, 0, n * sizeof(double));
    }
    shares[d] = total > 0 ? value / total : 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) matrix[i * n + j] -= value * v[i] * v[j];
    }
  }
  for (std::size_t k = 0; k < count; ++k) {
    for (int d = 0; d < 2; ++d) {
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) {
        sum += (double(values[k * n + i]) - mean[i]) * direction[d][i];
      }
      result[2 * k + std::size_t(d)] = float(sum);
    }
  }
}

}  // namespace activation_widgets
