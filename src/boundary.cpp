#include "boundary.h"

#include "registry.h"

namespace activation_widgets {
namespace {

using u32x4 = std::uint32_t __attribute__((vector_size(16)));

// Runs the network over the rows; use(first, count, padded) for each block, `first` counted from
// the slice's first pixel.
template <class Use>
void for_each_block(network& network, const grid& g, std::size_t first_row, std::size_t rows,
                    Use use) {
  const f32x4 step = splat<f32x4>(float((g.x_max - g.x_min) / double(g.width)));
  const f32x4 left = splat<f32x4>(float(g.x_min)), offsets = {0.5f, 1.5f, 2.5f, 3.5f};
  const double row_step = (g.y_max - g.y_min) / double(g.height);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto y = splat<f32x4>(float(g.y_max - (double(first_row + row) + 0.5) * row_step));
    for (std::size_t column = 0; column < g.width; column += network::block) {
      const std::size_t rest = g.width - column;
      const std::size_t count = rest < network::block ? rest : network::block;
      const std::size_t padded = padded_samples<float>(count);
      float* x = network.model.input;
      for (std::size_t b = 0; b < padded; b += 4) {
        store(x + b, left + step * (splat<f32x4>(float(column + b)) + offsets));
        store(x + padded + b, y);
      }
      network.model.forward(network.current, padded, false);
      use(row * g.width + column, count, padded);
    }
  }
}

}  // namespace

void predict_grid(network& network, const grid& g, std::size_t first_row, std::size_t rows,
                  float* result) {
  float* z = network.model.last().value;
  const std::size_t outputs = network.outputs();
  for_each_block(network, g, first_row, rows,
                 [&](std::size_t first, std::size_t count, std::size_t padded) {
                   probabilities_of_block(network.loss_of, z, outputs, padded);
                   if (outputs == 1) {
                     std::memcpy(result + first, z, count * sizeof(float));
                     return;
                   }
                   float* to = result + first * outputs;
                   for (std::size_t b = 0; b < count; ++b) {
                     for (std::size_t k = 0; k < outputs; ++k) *to++ = z[k * padded + b];
                   }
                 });
}

void activations_grid(network& network, std::size_t l, const grid& g, std::size_t first_row,
                      std::size_t rows, float* result) {
  const layer<float>& a = network.model.layers[l];
  const std::size_t n = rows * g.width;
  for_each_block(
      network, g, first_row, rows, [&](std::size_t first, std::size_t count, std::size_t padded) {
        for (std::size_t o = 0; o < a.outputs; ++o) {
          std::memcpy(result + o * n + first, a.value + o * padded, count * sizeof(float));
        }
      });
}

void regions_grid(network& network, const grid& g, std::size_t first_row, std::size_t rows,
                  std::uint32_t* result) {
  for_each_block(
      network, g, first_row, rows, [&](std::size_t first, std::size_t count, std::size_t padded) {
        for (std::size_t b = 0; b < padded; b += 4) {
          // FNV-1a over the units, four pixels at a time.
          u32x4 hash = u32x4{} + 2166136261u;
          for (std::size_t l = 0; l < network.model.layer_count; ++l) {
            const layer<float>& a = network.model.layers[l];
            if (!a.info) continue;
            for (const double bend : {a.info->kinks[0], a.info->kinks[1], a.info->jump}) {
              if (bend != bend) continue;
              const f32x4 at = splat<f32x4>(float(bend));
              for (std::size_t o = 0; o < a.outputs; ++o) {
                const f32x4 z = load<f32x4>(a.sum + o * padded + b);
                hash = (hash ^ bits_as<u32x4>((z > at) & 1)) * 16777619u;
              }
            }
          }
          const std::size_t here = count - b < 4 ? count - b : 4;
          if (b < count) std::memcpy(result + first + b, &hash, here * sizeof(std::uint32_t));
        }
      });
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
        if (!(x >= g.x_min && x <= g.x_max && y >= g.y_min && y <= g.y_max) || found == 2) return;
        if (found == 1 && x == ends[0][0] && y == ends[0][1]) return;
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
