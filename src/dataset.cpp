#include "dataset.h"

#include "random.h"

namespace activation_widgets {
namespace {

constexpr double free_strip = 0.06;  // half its width

struct place {
  double x, y;
};

place on_circle(double radius, double turns) {
  const math::point<double> turn = turned(turns);
  return {radius * turn.slope, radius * turn.value};
}

// A noiseless point of class k out of `classes`; `which` counts the samples of the class.
place place_of(dataset_kind kind, int k, int classes, std::size_t which, random_sequence& random) {
  const double part = double(k) / double(classes);
  switch (kind) {
    case dataset_kind::circles:
      return on_circle(0.9 * (1 - part), random.uniform());
    case dataset_kind::exclusive_or: {
      const double x = random.uniform(free_strip, 1), y = random.uniform(free_strip, 1);
      const double side = which % 2 ? -1 : 1;
      return {side * x, (k ? -side : side) * y};
    }
    case dataset_kind::moons: {
      const place p = on_circle(0.6, random.uniform() / 2);
      return k ? place{0.3 - p.x, 0.15 - p.y} : place{p.x - 0.3, p.y - 0.15};
    }
    case dataset_kind::spirals: {
      const double along = random.uniform();
      return on_circle(0.05 + 0.9 * along, 1.75 * along + part);
    }
    case dataset_kind::blobs: {
      const place centre = on_circle(0.6, part + 0.125);
      const double x = random.normal(), y = random.normal();
      return {centre.x + 0.12 * x, centre.y + 0.12 * y};
    }
    case dataset_kind::linear: {
      // Uniform in the square, moved across the line y = -x/2 and away from it where needed.
      const double x = random.uniform(-1, 1), y = random.uniform(-1, 1), line = -x / 2;
      const double reach = k ? 1 - line : line + 1;  // from the line to the edge, vertically
      const double away = free_strip + (reach - free_strip) * (y + 1) / 2;
      return {x, k ? line + away : line - away};
    }
  }
  return {};
}

}  // namespace

int largest_class_count(dataset_kind kind) {
  return kind == dataset_kind::circles || kind == dataset_kind::spirals ||
                 kind == dataset_kind::blobs
             ? 4
             : 2;
}

void make_dataset(const dataset_settings& s, float* points, std::uint8_t* labels) {
  random_sequence places(s.seed, random_stream::data), noise(s.seed, random_stream::noise);
  const auto classes = std::size_t(s.classes);
  for (std::size_t i = 0; i < s.samples; ++i) {
    const auto k = int(i % classes);
    const place p = place_of(s.kind, k, s.classes, i / classes, places);
    const double shift_x = noise.normal(), shift_y = noise.normal();
    points[2 * i] = float(p.x + s.noise * shift_x);
    points[2 * i + 1] = float(p.y + s.noise * shift_y);
    labels[i] = std::uint8_t(k);
  }
}

}  // namespace activation_widgets
