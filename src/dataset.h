// The toy problems: labelled points of the plane, in about [-1, 1]². Sample i has class
// i mod classes, so the classes are balanced; the same arguments give the same points.
#pragma once

#include <cstddef>
#include <cstdint>

namespace activation_widgets {

enum class dataset_kind : int {
  circles,       // concentric circles of radius 0.9, …, class 0 outside
  exclusive_or,  // class 1 where the signs of x and y differ; free strips along the axes
  moons,         // two interleaved half circles
  spirals,       // one arm a class, 1.75 turns, from the radius 0.05 to 0.95
  blobs,         // normal clouds of deviation 0.12, their centres on a circle of radius 0.6
  linear,        // on either side of a straight line, with a free strip along it
};
inline constexpr const char* dataset_names[] = {"circles", "xor",   "moons",
                                                "spirals", "blobs", "linear"};
inline constexpr int datasets = 6;

// The largest number of classes, 2 or 4; the smallest is 2.
int largest_class_count(dataset_kind kind);

struct dataset_settings {
  dataset_kind kind = dataset_kind::circles;
  std::size_t samples = 500;
  double noise = 0.1;  // standard deviation of a normal shift of each coordinate
  std::uint32_t seed = 42;
  int classes = 2;
};

// Writes points [samples][2] and labels [samples].
void make_dataset(const dataset_settings& settings, float* points, std::uint8_t* labels);

}  // namespace activation_widgets
