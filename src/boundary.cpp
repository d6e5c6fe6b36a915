#include "boundary.h"

#include "registry.h"

namespace activation_widgets {
namespace {

using u32x4 = std::uint32_t __attribute__((vector_size(16)));

// Runs the network over rows of the grid, block by block.
class block_of_grid {
 public:
  std::size_t first = 0;  // pixel, counted from the slice's first one
  std::size_t count = 0, padded = 0;

  block_of_grid(network& network, const grid& g, std::size_t first_row, std::size_t rows)
      : network_(network), g_(g), first_row_(first_row), end_(rows * g.width) {}

  // False when there is none left.
  bool next() {
    first += count;
    if (first == end_) return false;
    const std::size_t row = first / g_.width, column = first % g_.width, rest = g_.width - column;
    count = rest < network::block ? rest : network::block;
    padded = padded_samples<float>(count);
    const double row_step = (g_.y_max - g_.y_min) / double(g_.height);
    const auto y = splat<f32x4>(float(g_.y_max - (double(first_row_ + row) + 0.5) * row_step));
    const f32x4 step = splat<f32x4>(float((g_.x_max - g_.x_min) / double(g_.width)));
    const f32x4 left = splat<f32x4>(float(g_.x_min)), offsets = {0.5f, 1.5f, 2.5f, 3.5f};
    float* x = network_.model.input;
    for (std::size_t b = 0; b < padded; b += 4) {
      store(x + b, left + step * (splat<f32x4>(float(column + b)) + offsets));
      store(x + padded + b, y);
    }
    network_.model.forward(network_.current, padded, false);
    return true;
  }

 private:
  network& network_;
  const grid& g_;
  std::size_t first_row_, end_;
};

}  // namespace

void predict_grid(network& network, const grid& g, std::size_t first_row, std::size_t rows,
                  float* result) {
  float* z = network.model.last().value;
  const std::size_t outputs = network.outputs();
  for (block_of_grid block(network, g, first_row, rows); block.next();) {
    probabilities_of_block(network.loss_of, z, outputs, block.padded);
    if (outputs == 1) {
      std::memcpy(result + block.first, z, block.count * sizeof(float));
      continue;
    }
    float* to = result + block.first * outputs;
    for (std::size_t b = 0; b < block.count; ++b) {
      for (std::size_t k = 0; k < outputs; ++k) *to++ = z[k * block.padded + b];
    }
  }
}

void activations_grid(network& network, std::size_t l, const grid& g, std::size_t first_row,
                      std::size_t rows, float* result) {
  const layer<float>& a = network.model.layers[l];
  const std::size_t n = rows * g.width;
  for (block_of_grid block(network, g, first_row, rows); block.next();) {
    for (std::size_t o = 0; o < a.outputs; ++o) {
      std::memcpy(result + o * n + block.first, a.value + o * block.padded,
                  block.count * sizeof(float));
    }
  }
}

void regions_grid(network& network, const grid& g, std::size_t first_row, std::size_t rows,
                  std::uint32_t* result) {
  for (block_of_grid block(network, g, first_row, rows); block.next();) {
    for (std::size_t b = 0; b < block.count; b += 4) {
      // FNV-1a over the units, four pixels at a time.
      u32x4 hash = u32x4{} + 2166136261u;
      for (std::size_t l = 0; l < network.model.layer_count; ++l) {
        const layer<float>& a = network.model.layers[l];
        if (!a.info) continue;
        for (const double bend : {a.info->kinks[0], a.info->kinks[1], a.info->jump}) {
          if (bend != bend) continue;
          const f32x4 at = splat<f32x4>(float(bend));
          for (std::size_t o = 0; o < a.outputs; ++o) {
            const f32x4 z = load<f32x4>(a.sum + o * block.padded + b);
            hash = (hash ^ bits_as<u32x4>((z > at) & 1)) * 16777619u;
          }
        }
      }
      const std::size_t rest = block.count - b;
      std::memcpy(result + block.first + b, &hash, (rest < 4 ? rest : 4) * sizeof(std::uint32_t));
    }
  }
}

std::size_t kink_lines(const network& network, const grid& g, float* result) {
  const layer<float>& a = network.model.layers[0];
  if (!a.info) return 0;
  std::size_t lines = 0;
  for (std::size_t o = 0; o < a.outputs; ++o) {
    const float* w = network.current + a.weights + 2 * o;
    const double wx = w[0], wy = w[1], bias = network.current[a.biases + o];
    int of_unit = 0;
    for (const double bend : {a.info->kinks[0], a.info->kinks[1], a.info->jump}) {
      if (bend != bend || of_unit == 2) continue;
      // The line meets the rectangle's sides at up to two different points of those four.
      double ends[2][2];
      int found = 0;
      const auto meet = [&](double x, double y) {
        if (found == 2 || (found == 1 && x == ends[0][0] && y == ends[0][1])) return;
        // Also where the rectangle is mirrored.
        if (!((x - g.x_min) * (x - g.x_max) <= 0 && (y - g.y_min) * (y - g.y_max) <= 0)) return;
        ends[found][0] = x;
        ends[found][1] = y;
        ++found;
      };
      for (const double x : {g.x_min, g.x_max}) meet(x, (bend - bias - wx * x) / wy);
      for (const double y : {g.y_min, g.y_max}) meet((bend - bias - wy * y) / wx, y);
      if (found < 2) continue;
      const double line[] = {double(o), ends[0][0], ends[0][1], ends[1][0], ends[1][1]};
      for (std::size_t i = 0; i < 5; ++i) result[5 * lines + i] = float(line[i]);
      ++lines;
      ++of_unit;
    }
  }
  return lines;
}

}  // namespace activation_widgets
