// Networks, by handles. A call with a handle that does not exist, or with counts for which the
// areas have no room, does nothing and gives -1, an empty view or NaN.
#include <emscripten/bind.h>

#include <new>

#include "handles.h"
#include "registry.h"
#include "train.h"
#include "view.h"

namespace {

using namespace activation_widgets;
using namespace handles;
using emscripten::val;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// `input` holds the widths, then the index and the parameter of each hidden layer's activation.
// Gives a handle, 0 if there is not enough memory or a network too many, or minus the number of the
// broken rule (network_error).
int network_create(int width_count, bool residual, int init, std::uint32_t seed, int loss,
                   int optimizer, double learning_rate, double momentum, double beta1, double beta2,
                   double l1, double l2, int batch_size) {
  int handle = 1;
  while (handle <= most_networks && networks[handle - 1]) ++handle;
  if (handle > most_networks) return 0;
  if (width_count < 2 || std::size_t(width_count) > max_layers + 1 ||
      !areas::fits(areas::input, 3.0 * width_count - 4)) {
    return -int(network_error::layers);
  }
  const auto widths = std::size_t(width_count), hidden = widths - 2;
  const float* numbers = areas::input.data();
  int sizes[max_layers + 1], activations[max_layers];
  for (std::size_t i = 0; i < widths; ++i) sizes[i] = int(numbers[i]);
  for (std::size_t i = 0; i < hidden; ++i) activations[i] = int(numbers[widths + i]);
  auto* n = new (std::nothrow) network;
  if (!n) return 0;
  const network_error error =
      n->create({.widths = {sizes, widths},
                 .activations = {activations, hidden},
                 .parameters = {numbers + widths + hidden, hidden},
                 .residual = residual,
                 .init = initializer(init),
                 .seed = seed,
                 .loss = loss_kind(loss),
                 .optimizer = {optimizer_kind(optimizer), learning_rate, momentum, beta1, beta2},
                 .l1 = l1,
                 .l2 = l2,
                 .batch_size = batch_size});
  if (error != network_error::none) {
    delete n;
    return error == network_error::memory ? 0 : -int(error);
  }
  networks[handle - 1] = n;
  return handle;
}

void network_dispose(int handle) {
  network* n = at(handle);
  if (!n) return;
  delete n;
  networks[handle - 1] = nullptr;
}

int network_parameter_count(int handle) {
  const network* n = at(handle);
  return n ? int(n->parameter_count()) : -1;
}

// From `input` into the network.
void network_set_parameters(int handle) {
  network* n = at(handle);
  if (n && areas::fits(areas::input, double(n->parameter_count()))) {
    n->set_parameters(areas::input.data());
  }
}

val network_parameters(int handle) {
  const network* n = at(handle);
  return view(n ? n->parameters().data() : nullptr, n ? n->parameter_count() : 0);
}

void network_set_learning_rate(int handle, double rate) {
  network* n = at(handle);
  if (n && rate >= 0) n->optimize.settings.learning_rate = rate;
}

// step, loss, finite, out of memory
val network_train(int handle, int count, int steps) {
  static double report[4];
  network* n = with_points(handle, count, true);
  if (!n || steps < 0) return view(report, 0);
  const training_report r = train(*n, areas::input.data(), areas::labels.data(), std::size_t(count),
                                  std::uint64_t(steps));
  report[0] = double(r.step);
  report[1] = r.loss;
  report[2] = r.finite;
  report[3] = r.out_of_memory;
  return view(report, 4);
}

void network_predict(int handle, int count) {
  network* n = with_points(handle, count, false);
  if (n && areas::fits(areas::output, count, double(n->outputs()))) {
    n->predict(areas::input.data(), std::size_t(count), areas::output.data());
  }
}

void network_activations(int handle, int layer, int count) {
  network* n = with_points(handle, count, false);
  if (n && layer >= 0 && std::size_t(layer) < n->model.layer_count &&
      areas::fits(areas::output, count, double(n->model.layers[layer].outputs))) {
    n->activations(std::size_t(layer), areas::input.data(), std::size_t(count),
                   areas::output.data());
  }
}

double network_loss(int handle, int count) {
  network* n = with_points(handle, count, true);
  return n ? n->loss(areas::input.data(), areas::labels.data(), std::size_t(count)) : not_a_number;
}

double network_accuracy(int handle, int count) {
  network* n = with_points(handle, count, true);
  return n ? n->accuracy(areas::input.data(), areas::labels.data(), std::size_t(count))
           : not_a_number;
}

val network_gradients(int handle, int count) {
  network* n = with_points(handle, count, true);
  const std::span<const float> g =
      n ? n->gradients(areas::input.data(), areas::labels.data(), std::size_t(count))
        : std::span<const float>{};
  return view(g.data(), g.size());
}

// Five numbers a layer, as in layer_statistics.
val network_statistics(int handle, int count) {
  static layer_statistics layers[max_layers];
  network* n = with_points(handle, count, true);
  if (n) n->statistics(areas::input.data(), areas::labels.data(), std::size_t(count), layers);
  constexpr std::size_t each = sizeof(layer_statistics) / sizeof(double);
  return view(reinterpret_cast<const double*>(layers), n ? each * n->model.layer_count : 0);
}

void network_predict_grid(int handle, double x_min, double x_max, double y_min, double y_max,
                          int width, int height, int first_row, int rows) {
  const grid g = grid_of(x_min, x_max, y_min, y_max, width, height);
  const network* any = at(handle);
  if (network* n = with_grid(handle, g, first_row, rows, any ? any->outputs() : 0)) {
    predict_grid(*n, g, std::size_t(first_row), std::size_t(rows), areas::output.data());
  }
}

}  // namespace

EMSCRIPTEN_BINDINGS(network) {
  emscripten::function("networkCreate", &network_create);
  emscripten::function("networkDispose", &network_dispose);
  emscripten::function("networkParameterCount", &network_parameter_count);
  emscripten::function("networkParameters", &network_parameters);
  emscripten::function("networkSetParameters", &network_set_parameters);
  emscripten::function("networkSetLearningRate", &network_set_learning_rate);
  emscripten::function("networkTrain", &network_train);
  emscripten::function("networkPredict", &network_predict);
  emscripten::function("networkActivations", &network_activations);
  emscripten::function("networkLoss", &network_loss);
  emscripten::function("networkAccuracy", &network_accuracy);
  emscripten::function("networkGradients", &network_gradients);
  emscripten::function("networkStatistics", &network_statistics);
  emscripten::function("networkPredictGrid", &network_predict_grid);
}
