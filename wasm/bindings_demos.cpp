// What the smaller demos need: one neuron, a plane carried through layers, products of slopes, and
// gradient flow in pieces. Numbers go in through `demoNumbers` and come back as views, which are
// valid until the next call. A call with an index, a count or a handle that does not exist does
// nothing and gives an empty view, NaN or false.
#include <emscripten/bind.h>

#include <new>

#include "gradient_flow.h"
#include "linear.h"
#include "neuron.h"
#include "plane.h"
#include "registry.h"
#include "slopes.h"
#include "view.h"

namespace {

using namespace activation_widgets;
using emscripten::val;

bool within(int n, int low, std::size_t high) { return n >= low && std::size_t(n) <= high; }
bool is_activation(int index) { return within(index, 0, all_activations().size() - 1); }

double numbers[64];
val demo_numbers() { return view(numbers, std::size(numbers)); }

// One neuron.

constexpr std::size_t most_samples = 256;
double cloud_inputs[2 * most_samples], cloud_targets[most_samples];
float sums[most_samples], values[most_samples], slopes[most_samples];

struct {
  std::uint32_t seed;
  std::size_t samples = 0;
} cloud;

bool want_cloud(std::uint32_t seed, int count) {
  if (!within(count, 1, most_samples)) return false;
  const auto samples = std::size_t(count);
  if (cloud.seed == seed && cloud.samples == samples) return true;
  make_cloud(seed, samples, cloud_inputs, cloud_targets);
  cloud = {seed, samples};
  return true;
}

val neuron_inputs(std::uint32_t seed, int samples) {
  if (!want_cloud(seed, samples)) return view(numbers, 0);
  return view(cloud_inputs, 2 * cloud.samples);
}

// Weights, bias and shape from `demoNumbers`. Gives a neuron_report, 17 numbers.
val neuron_pass_numbers(int activation, double learning_rate, std::uint32_t seed, int samples) {
  static neuron_report report;
  if (!is_activation(activation) || !want_cloud(seed, samples)) return view(numbers, 0);
  report =
      neuron_pass({{numbers[0], numbers[1]}, numbers[2], numbers[3]}, activation, learning_rate,
                  cloud_inputs, cloud_targets, cloud.samples, sums, values, slopes);
  return view(reinterpret_cast<const double*>(&report), sizeof report / sizeof(double));
}

// Of the last pass.
val neuron_sums() { return view(sums, cloud.samples); }
val neuron_values() { return view(values, cloud.samples); }

// A plane through layers. Layers are six numbers each: W by rows, then b.

constexpr std::size_t most_plane_layers = 8, grid_lines = 13, grid_points = 49;
constexpr std::size_t grid_size = 2 * grid_lines * grid_points;
plane_layer plane_layers[most_plane_layers];
float stages[most_plane_layers + 2][2 * grid_size], plane_work[4 * grid_size];
double plane_ends[4 * grid_size];

val plane_random(std::uint32_t seed, int count) {
  if (!within(count, 0, most_plane_layers)) return view(numbers, 0);
  random_layers(seed, std::size_t(count), plane_layers);
  return view(plane_layers[0].w, 6 * std::size_t(count));
}

// The grid before the first layer, after each, and where their product has it, x y one after the
// other.
val plane_stages(int count, int activation, double parameter, double blend) {
  if (!within(count, 1, most_plane_layers) || !is_activation(activation)) {
    return view(plane_work, 0);
  }
  std::memcpy(plane_layers, numbers, std::size_t(count) * sizeof(plane_layer));
  make_grid(grid_lines, grid_points, stages[0]);
  carry(plane_layers, std::size_t(count), {activation, parameter, blend}, stages[0], grid_size,
        plane_ends, plane_work);
  return view(stages[0], std::size_t(count + 2) * 2 * grid_size);
}

// What the last plane_stages() have made of the grid. Gives a plane_change.
val plane_bends(int count) {
  static plane_change result;
  if (!within(count, 1, most_plane_layers)) return view(numbers, 0);
  result = change(plane_layers, std::size_t(count), plane_ends, grid_lines, grid_points);
  return view(&result.bend, sizeof result / sizeof(double));
}

// The one layer they collapse to: W, b, determinant, rank.
val plane_collapse(int count) {
  static plane_product result;
  if (!within(count, 1, most_plane_layers)) return view(numbers, 0);
  std::memcpy(plane_layers, numbers, std::size_t(count) * sizeof(plane_layer));
  result = product(plane_layers, std::size_t(count));
  return view(result.one.w, sizeof result / sizeof(double));
}

// Gradient flow, by handles from 1 on. Networks of the same width, initialiser, seed and batch
// share their weights.

constexpr int most_flows = 128;

struct shared_source {
  flow_settings settings;
  flow_source source;
  int users = 0;
};
struct open_flow {
  flow_networks networks;
  shared_source* shared;
  std::size_t depth;
};
shared_source* sources[most_flows];
open_flow* flows[most_flows];

bool same_source(const flow_settings& a, const flow_settings& b) {
  return a.width == b.width && a.init == b.init && a.seed == b.seed && a.batch == b.batch;
}

void release(shared_source* shared) {
  if (--shared->users > 0) return;
  for (shared_source*& slot : sources) {
    if (slot == shared) slot = nullptr;
  }
  delete shared;
}

shared_source* source_of(const flow_settings& settings) {
  shared_source** vacant = nullptr;
  for (shared_source*& slot : sources) {
    if (slot && same_source(slot->settings, settings)) return ++slot->users, slot;
    if (!slot) vacant = &slot;
  }
  auto* shared = vacant ? new (std::nothrow) shared_source{settings, {}, 1} : nullptr;
  if (shared && !shared->source.create(settings)) delete shared, shared = nullptr;
  if (shared) *vacant = shared;
  return shared;
}

// 0 if there is not enough memory, or too many are open.
int flow_create(int activation, float parameter, int width, int init, bool residual,
                std::uint32_t seed, int batch) {
  int handle = 1;
  while (handle <= most_flows && flows[handle - 1]) ++handle;
  if (handle > most_flows) return 0;
  const flow_settings settings{
      activation, parameter, int(max_layers), width, initializer(init), residual, seed, batch};
  shared_source* shared = source_of(settings);
  if (!shared) return 0;
  auto* opened = new (std::nothrow) open_flow{{}, shared, 0};
  if (!opened || !opened->networks.create(settings, shared->source)) {
    delete opened;
    release(shared);
    return 0;
  }
  flows[handle - 1] = opened;
  return handle;
}

open_flow* flow_at(int handle) {
  return within(handle, 1, most_flows) ? flows[handle - 1] : nullptr;
}

void flow_begin(int handle, int depth) {
  open_flow* flow = flow_at(handle);
  if (!flow || !within(depth, 1, max_layers)) return;
  flow->depth = std::size_t(depth);
  flow->networks.begin(flow->depth);
}

// Takes so many layers forward or backward; true when done.
bool flow_advance(int handle, int layers) {
  open_flow* flow = flow_at(handle);
  while (flow && layers-- > 0) {
    if (flow->networks.advance()) return true;
  }
  return false;
}

// Three numbers a layer, as in flow_layer, and then every layer's share.
val flow_result(int handle) {
  static double result[4 * max_layers];
  const open_flow* flow = flow_at(handle);
  if (!flow) return view(numbers, 0);
  std::memcpy(result, flow->networks.result(), flow->depth * sizeof(flow_layer));
  for (std::size_t l = 0; l < flow->depth; ++l) {
    result[3 * flow->depth + l] = flow->networks.share(l);
  }
  return view(result, 4 * flow->depth);
}

void flow_dispose(int handle) {
  open_flow* flow = flow_at(handle);
  if (!flow) return;
  release(flow->shared);
  delete flow;
  flows[handle - 1] = nullptr;
}

double greatest_slope_of(int activation, float parameter) {
  return is_activation(activation) ? greatest_slope(activation, parameter) : nowhere;
}

val slope_products_view(double slope, int depth) {
  static double products[max_layers];
  if (!within(depth, 0, max_layers)) return view(numbers, 0);
  slope_products(slope, std::size_t(depth), products);
  return view(products, std::size_t(depth));
}

}  // namespace

EMSCRIPTEN_BINDINGS(demos) {
  emscripten::function("demoNumbers", &demo_numbers);
  emscripten::function("neuronInputs", &neuron_inputs);
  emscripten::function("neuronPass", &neuron_pass_numbers);
  emscripten::function("neuronSums", &neuron_sums);
  emscripten::function("neuronValues", &neuron_values);
  emscripten::function("planeRandom", &plane_random);
  emscripten::function("planeStages", &plane_stages);
  emscripten::function("planeBends", &plane_bends);
  emscripten::function("planeCollapse", &plane_collapse);
  emscripten::function("flowCreate", &flow_create);
  emscripten::function("flowBegin", &flow_begin);
  emscripten::function("flowAdvance", &flow_advance);
  emscripten::function("flowResult", &flow_result);
  emscripten::function("flowDispose", &flow_dispose);
  emscripten::function("greatestSlope", &greatest_slope_of);
  emscripten::function("slopeProducts", &slope_products_view);
}
