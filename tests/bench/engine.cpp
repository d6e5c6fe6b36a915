// How fast the training engine is, alone: no boundary, no JavaScript. Rounds of all measurements
// are interleaved and the medians are printed, with the share of the machine's peak of f32x4
// multiplications and additions measured in the same rounds. Six operations a weight and sample in
// training, two in prediction; activations are not counted.
//
//   cmake --build --preset native --target engine_bench && build/native/tests/bench/engine_bench
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "boundary.h"
#include "dataset.h"
#include "registry.h"
#include "train.h"

using namespace activation_widgets;

namespace {

double now() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

// Ten independent chains of multiplications and additions.
constexpr std::size_t peak_rounds = 100'000;
constexpr double peak_work = double(peak_rounds) * 10 * 8;
void run_peak() {
  static volatile float factor = 0.999f, term = 0.001f;
  const f32x4 a = splat<f32x4>(factor), b = splat<f32x4>(term);
  f32x4 x[10];
  for (int i = 0; i < 10; ++i) x[i] = splat<f32x4>(term * float(i));
  for (std::size_t r = 0; r < peak_rounds; ++r) {
    for (f32x4& v : x) v = v * a + b;
  }
  f32x4 sum = {};
  for (const f32x4& v : x) sum += v;
  term = term + 0 * sum_of_lanes(sum);
}

struct problem {
  std::vector<float> points;
  std::vector<std::uint8_t> labels;
};

problem circles(std::size_t samples) {
  problem p{std::vector<float>(2 * samples), std::vector<std::uint8_t>(samples)};
  make_dataset({.samples = samples}, p.points.data(), p.labels.data());
  return p;
}

void create(network& n, const std::vector<int>& widths, const char* activation, int batch,
            optimizer_kind optimizer) {
  const std::vector<int> activations(widths.size() - 2, find_activation(activation));
  const std::vector<float> parameters(activations.size());
  const auto error = n.create({.widths = widths,
                               .activations = activations,
                               .parameters = parameters,
                               .init = initializer::xavier_normal,
                               .optimizer = {.kind = optimizer, .learning_rate = 0.01},
                               .batch_size = batch});
  if (error != network_error::none) std::abort();
}

struct measurement {
  const char* name;
  const char* unit;
  double work, operations;  // units, and floating-point operations, of one run
  void (*run)();
  std::vector<double> rates = {};
};

network small, wide, deep;
problem data, deep_data;
std::vector<float> picture(256 * 256);

std::vector<measurement> measurements() {
  return {
      {"peak", "operations", peak_work, peak_work, [] { run_peak(); }},
      {"A  train 2-8-8-1, tanh, SGD, batch 32", "samples", 32 * 800, 32 * 800 * 6 * 88,
       [] { train(small, data.points.data(), data.labels.data(), 512, 800); }},
      {"B  train 2-32-32-32-1, tanh, SGD, batch 128", "samples", 128 * 16, 128 * 16 * 6 * 2144,
       [] { train(wide, data.points.data(), data.labels.data(), 512, 16); }},
      {"C  predict 2-8-8-1 on 256 x 256", "points", 65536, 65536 * 2 * 88,
       [] { predict_grid(small, {-1, 1, -1, 1, 256, 256}, 0, 256, picture.data()); }},
      {"E  gradients, 64 samples, 50 sigmoid layers of 32", "passes", 1,
       1.0 * 64 * 6 * (50 * 1024 + 32),
       [] { deep.gradients(deep_data.points.data(), deep_data.labels.data(), 64); }},
  };
}

}  // namespace

int main() {
  create(small, {2, 8, 8, 1}, "tanh", 32, optimizer_kind::sgd);
  create(wide, {2, 32, 32, 32, 1}, "tanh", 128, optimizer_kind::sgd);
  std::vector<int> widths(51, 32);
  widths.push_back(1);
  create(deep, widths, "sigmoid", 64, optimizer_kind::sgd);
  data = circles(512);
  deep_data = circles(64 * 16);  // 64 samples of 32 coordinates

  std::vector<measurement> all = measurements();
  for (int round = 0; round < 300; ++round) {
    for (measurement& m : all) {
      const double start = now();
      m.run();
      m.rates.push_back(m.work / (now() - start));
    }
  }
  double peak = 0;
  for (measurement& m : all) {
    std::sort(m.rates.begin(), m.rates.end());
    const double best = m.rates.back(), median = m.rates[m.rates.size() / 2];
    if (peak == 0) peak = best;
    std::printf("%-50s best %10.4g, median %10.4g %s/s; %.2f of the peak\n", m.name, best, median,
                m.unit, best * m.operations / m.work / peak);
  }
}
