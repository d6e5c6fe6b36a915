#include "plane.h"

#include "random.h"
#include "registry.h"

namespace activation_widgets {
namespace {

double in_tenths(double x) { return int(x * 10 + (x < 0 ? -0.5 : 0.5)) / 10.0; }

}  // namespace

void make_grid(std::size_t lines, std::size_t points, float* grid) {
  for (int across = 0; across < 2; ++across) {
    for (std::size_t i = 0; i < lines; ++i) {
      for (std::size_t k = 0; k < points; ++k) {
        const float level = float(2 * double(i) / double(lines - 1) - 1);
        const float along = float(2 * double(k) / double(points - 1) - 1);
        *grid++ = across ? level : along;
        *grid++ = across ? along : level;
      }
    }
  }
}

void carry(const plane_layer& layer, const plane_settings& settings, bool last, const float* from,
           float* to, std::size_t n, float* work) {
  for (std::size_t i = 0; i < n; ++i) {
    const double x = from[2 * i], y = from[2 * i + 1];
    to[2 * i] = float(layer.w[0] * x + layer.w[1] * y + layer.b[0]);
    to[2 * i + 1] = float(layer.w[2] * x + layer.w[3] * y + layer.b[1]);
  }
  if (last || settings.blend == 0) return;
  const activation& f = all_activations()[std::size_t(settings.activation)];
  evaluate(f, to, work, nullptr, 2 * n, float(settings.parameter));
  for (std::size_t i = 0; i < 2 * n; ++i) {
    to[i] = float(to[i] + settings.blend * (double(work[i]) - to[i]));
  }
}

double bend(const float* grid, std::size_t lines, std::size_t points) {
  double low[2] = {grid[0], grid[1]}, high[2] = {grid[0], grid[1]}, farthest = 0;
  for (std::size_t line = 0; line < 2 * lines; ++line) {
    const float* first = grid + 2 * points * line;
    const float* end = first + 2 * (points - 1);
    const double dx = double(end[0]) - first[0], dy = double(end[1]) - first[1];
    const double length = square_root(dx * dx + dy * dy);
    for (std::size_t k = 0; k < points; ++k) {
      const double x = double(first[2 * k]) - first[0], y = double(first[2 * k + 1]) - first[1];
      const double away = length > 0 ? (x * dy - y * dx) / length : square_root(x * x + y * y);
      farthest = abs(away) > farthest ? abs(away) : farthest;
      for (int axis = 0; axis < 2; ++axis) {
        const double at = first[2 * k + std::size_t(axis)];
        low[axis] = at < low[axis] ? at : low[axis];
        high[axis] = at > high[axis] ? at : high[axis];
      }
    }
  }
  const double width = high[0] - low[0], height = high[1] - low[1];
  const double side = width > height ? width : height;
  return side > 0 ? farthest / side : 0;
}

double determinant(const plane_layer& layer) {
  return layer.w[0] * layer.w[3] - layer.w[1] * layer.w[2];
}

int rank(const plane_layer& layer) {
  double square = 0;
  for (double w : layer.w) square += w * w;
  // Rounding leaves about 1e-16 of the square where the determinant should be 0.
  if (abs(determinant(layer)) > 1e-13 * square) return 2;
  return square > 0 ? 1 : 0;
}

void random_layers(std::uint32_t seed, std::size_t count, plane_layer* layers) {
  random_sequence random(seed, random_stream::weights);
  for (std::size_t l = 0; l < count; ++l) {
    // A turn, a stretch along the axes, another turn.
    const auto first = turned(random.uniform());
    const auto second = turned(random.uniform());
    const double along = random.uniform(0.9, 1.5);
    const double across = random.uniform(0.7, 1.1) * (random.below(4) == 0 ? -1 : 1);
    const double s = first.value, c = first.slope, t = second.value, d = second.slope;
    const double w[] = {c * along * d - s * across * t, -c * along * t - s * across * d,
                        s * along * d + c * across * t, -s * along * t + c * across * d};
    for (int k = 0; k < 4; ++k) layers[l].w[k] = in_tenths(w[k]);
    for (double& b : layers[l].b) b = in_tenths(random.uniform(-0.5, 0.5));
  }
}

}  // namespace activation_widgets
