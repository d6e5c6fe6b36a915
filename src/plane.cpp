#include "plane.h"

#include "linear.h"
#include "random.h"
#include "registry.h"

namespace activation_widgets {
namespace {

double in_tenths(double x) { return int(x * 10 + (x < 0 ? -0.5 : 0.5)) / 10.0; }

// What nobody sees on so large a picture, or rounding may have made of sums of so much.
double unseen(double side, double terms) { return 1e-5 * side + 1e-14 * terms; }

void apply(const plane_layer& layer, const double* from, double* to, std::size_t n) {
  const double* w = layer.w;
  for (std::size_t i = 0; i < 2 * n; i += 2) {
    const double x = from[i], y = from[i + 1];
    to[i] = w[0] * x + w[1] * y + layer.b[0];
    to[i + 1] = w[2] * x + w[3] * y + layer.b[1];
  }
}

// Of a picture: its larger side, and the largest distance of a point from the line through the ends
// of the line it is on.
struct picture {
  double away, side;
};
picture measure(const double* grid, std::size_t lines, std::size_t points) {
  double low[2] = {grid[0], grid[1]}, high[2] = {grid[0], grid[1]}, farthest = 0;
  for (; lines-- > 0; grid += 2 * points) {
    const double* end = grid + 2 * (points - 1);
    const double dx = end[0] - grid[0], dy = end[1] - grid[1];
    const double length = square_root(dx * dx + dy * dy);
    for (std::size_t k = 0; k < 2 * points; k += 2) {
      const double x = grid[k] - grid[0], y = grid[k + 1] - grid[1];
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
           float* stages, std::size_t n, double* ends, float* work) {
  const activation& f = all_activations()[std::size_t(settings.activation)];
  double *last = ends, *first = ends + 2 * n;
  for (std::size_t i = 0; i < 2 * n; ++i) first[i] = last[i] = stages[i];
  for (std::size_t l = 0; l <= count; ++l) {
    const bool bends = l < count && settings.blend != 0;
    double* now = l < count ? last : first;
    apply(bends ? layers[l] : product(layers, l < count ? l + 1 : count).one, bends ? last : first,
          now, n);
    stages += 2 * n;
    for (std::size_t i = 0; i < 2 * n; ++i) stages[i] = float(now[i]);
    if (!bends || l + 1 == count) continue;
    float* slope = work + 2 * n;
    evaluate(f, stages, work, slope, 2 * n, float(settings.parameter));
    for (std::size_t i = 0; i < 2 * n; ++i) {
      // What a float does not hold of z goes along the slope.
      const double z = last[i], rest = abs(double(stages[i])) < unbounded ? z - stages[i] : 0;
      last[i] = z + settings.blend * (work[i] + slope[i] * rest - z);
      stages[i] = float(last[i]);
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
  bool full = true;
  for (std::size_t l = 0; l < count; ++l) {
    result.determinant *= determinant(layers[l]);
    full = full && determinant(layers[l]) != 0;  // their product may be too small for a double
  }
  if (full) result.rank = 2;
  return result;
}

double determinant(const plane_layer& layer) {
  const double one = layer.w[0] * layer.w[3], other = layer.w[1] * layer.w[2];
  // 0.1 × 0.6 is not 0.2 × 0.3 to the last bit.
  return abs(one - other) > 1e-15 * abs(one) ? one - other : 0;
}

plane_change change(const plane_layer* layers, std::size_t count, const double* ends,
                    std::size_t lines, std::size_t points) {
  const std::size_t n = 2 * lines * points;
  const double *one = ends + 2 * n, terms = product(layers, count).terms;
  const picture own = measure(ends, 2 * lines, points), all = measure(ends, 1, n);
  const double side = own.side, least = unseen(side, terms);
  double both = measure(one, 1, n).side, apart = 0;
  both = side > both ? side : both;
  for (std::size_t i = 0; i < 2 * n; ++i) {
    const double away = abs(ends[i] - one[i]);
    if (!(away <= apart)) apart = away;  // what is not finite stays
  }
  if (apart < unbounded && apart <= unseen(both, terms)) apart = 0;
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
