#include "plane.h"

#include "linear.h"
#include "random.h"
#include "registry.h"

namespace activation_widgets {
namespace {

double in_tenths(double x) { return int(x * 10 + (x < 0 ? -0.5 : 0.5)) / 10.0; }

// What nobody sees on so large a picture, or rounding so large numbers to floats may have made.
double unseen(double side, double numbers) { return 1e-5 * side + 1e-6 * numbers; }

// Where a layer without f has a point.
double at(const plane_layer& layer, int axis, const float* point) {
  return layer.w[2 * axis] * point[0] + layer.w[2 * axis + 1] * point[1] + layer.b[axis];
}

// Of a picture: its larger side, and the largest distance of a point from the line through the ends
// of the line it is on.
struct picture {
  double away, side;
};
picture measure(const float* grid, std::size_t lines, std::size_t points) {
  double low[2] = {grid[0], grid[1]}, high[2] = {grid[0], grid[1]}, farthest = 0;
  for (; lines-- > 0; grid += 2 * points) {
    const float* end = grid + 2 * (points - 1);
    const double dx = double(end[0]) - grid[0], dy = double(end[1]) - grid[1];
    const double length = square_root(dx * dx + dy * dy);
    for (std::size_t k = 0; k < 2 * points; k += 2) {
      const double x = double(grid[k]) - grid[0], y = double(grid[k + 1]) - grid[1];
      const double away = length > 0 ? (x * dy - y * dx) / length : square_root(x * x + y * y);
      farthest = abs(away) > farthest ? abs(away) : farthest;
      for (int axis = 0; axis < 2; ++axis) {
        const double at = grid[k + std::size_t(axis)];
        low[axis] = at < low[axis] ? at : low[axis];
        high[axis] = at > high[axis] ? at : high[axis];
      }
    }
  }
  const double width = high[0] - low[0], height = high[1] - low[1];
  return {farthest, width > height ? width : height};
}

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

void carry(const plane_layer* layers, std::size_t count, const plane_settings& settings,
           float* stages, std::size_t n, float* work) {
  const float* from = stages;
  for (std::size_t l = 1; l <= count + 1; ++l) {
    float* to = stages + 2 * n * l;
    const bool one = l > count || settings.blend == 0;
    const plane_layer layer = one ? product(layers, l > count ? count : l).one : layers[l - 1];
    if (one) from = stages;
    for (std::size_t i = 0; i < 2 * n; ++i) to[i] = float(at(layer, i & 1, from + (i & ~1u)));
    from = to;
    if (one || l == count) continue;
    const activation& f = all_activations()[std::size_t(settings.activation)];
    evaluate(f, to, work, nullptr, 2 * n, float(settings.parameter));
    for (std::size_t i = 0; i < 2 * n; ++i) {
      to[i] = float(to[i] + settings.blend * (double(work[i]) - to[i]));
    }
  }
}

plane_product product(const plane_layer* layers, std::size_t count) {
  static constexpr int widths[] = {2, 2, 2, 2, 2, 2, 2, 2, 2};
  plane_product result{{}, 1, 0, 0};
  double positive[6 * 8], sizes[6], work[6];
  const double* given = layers[0].w;
  for (std::size_t i = 0; i < 6 * count; ++i) positive[i] = abs(given[i]);
  collapse({widths, count + 1}, given, result.one.w, work);
  collapse({widths, count + 1}, positive, sizes, work);
  double* sum = result.one.w;
  for (int k = 0; k < 6; ++k) {
    if (abs(sum[k]) <= 1e-14 * sizes[k]) sum[k] = 0;
    if (k < 4 && sum[k] != 0) result.rank = 1;
    result.terms += sizes[k];
  }
  for (std::size_t l = 0; l < count; ++l) result.determinant *= determinant(layers[l]);
  if (result.determinant != 0) result.rank = 2;
  return result;
}

double determinant(const plane_layer& layer) {
  const double one = layer.w[0] * layer.w[3], other = layer.w[1] * layer.w[2];
  // 0.1 × 0.6 is not 0.2 × 0.3 to the last bit.
  return abs(one - other) > 1e-15 * abs(one) ? one - other : 0;
}

plane_change change(const plane_layer* layers, std::size_t count, const float* stages,
                    std::size_t lines, std::size_t points) {
  const std::size_t n = 2 * lines * points;
  const float *last = stages + 2 * n * count, *one = last + 2 * n;
  const picture own = measure(last, 2 * lines, points), all = measure(last, 1, n);
  const double side = own.side, least = unseen(side, side + abs(last[0]) + abs(last[1]));
  double both = measure(one, 1, n).side, apart = 0;
  both = side > both ? side : both;
  for (std::size_t i = 0; i < 2 * n; ++i) {
    const double away = abs(double(last[i]) - one[i]);
    if (away > apart || !(away < unbounded)) apart = away;  // what is not finite stays
  }
  if (apart <= unseen(both, product(layers, count).terms)) apart = 0;
  return {own.away > least ? own.away / side : 0, apart / (apart > both ? apart : both + !both),
          side > 0 ? 1. + (all.away > least) : 0};
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
