// What surrounds networks: the areas, the names of the settings, data sets, gradient flow, and the
// collapse of linear layers.
#include <emscripten/bind.h>

#include "areas.h"
#include "dataset.h"
#include "gradient_flow.h"
#include "linear.h"
#include "loss.h"
#include "optimizer.h"
#include "text.h"
#include "view.h"

namespace {

using namespace activation_widgets;
using emscripten::val;

// Room for so many floats, labels and floats. False if there is not enough memory.
bool reserve(double input, double labels, double output) {
  const auto possible = [](double n) { return n >= 0 && n <= double(areas::largest); };
  return possible(input) && possible(labels) && possible(output) &&
         areas::input.reserve(std::size_t(input)) && areas::labels.reserve(std::size_t(labels)) &&
         areas::output.reserve(std::size_t(output));
}

val input_area() { return view(areas::input.data(), areas::input.size()); }
val label_area() { return view(areas::labels.data(), areas::labels.size()); }
val output_area() { return view(areas::output.data(), areas::output.size()); }

// Data sets, initialisers, losses and optimizers: a line each, names in the order of their numbers.
val training_names() {
  text lines;
  const auto add = [&](std::span<const char* const> names) {
    for (const char* name : names) (lines += name) += " ";
    lines += "\n";
  };
  add(dataset_names);
  add(initializer_names);
  add(loss_names);
  add(optimizer_names);
  return lines.view();
}

int dataset_classes(int kind) {
  return kind >= 0 && kind < datasets ? largest_class_count(dataset_kind(kind)) : 0;
}

// Points go to `output`, classes to `labels`.
void dataset(int kind, int samples, double noise, std::uint32_t seed, int classes) {
  if (classes < 2 || classes > dataset_classes(kind) || !areas::fits(areas::output, samples, 2) ||
      !areas::fits(areas::labels, samples)) {
    return;
  }
  make_dataset({dataset_kind(kind), std::size_t(samples), noise, seed, classes},
               areas::output.data(), areas::labels.data());
}

// Three numbers a layer, as in flow_layer; none if it does not fit into memory.
val gradient_flow_numbers(int activation, float parameter, int depth, int width, int init,
                          bool residual, std::uint32_t seed, int batch) {
  static flow_layer layers[max_layers];
  const bool done = gradient_flow(
      {activation, parameter, depth, width, initializer(init), residual, seed, batch}, layers);
  constexpr std::size_t each = sizeof(flow_layer) / sizeof(double);
  return view(reinterpret_cast<const double*>(layers), done ? each * std::size_t(depth) : 0);
}

// `input`, as doubles: the widths, then W and b of each layer. The result comes to `output`, as
// doubles; gives how many they are, 0 if the areas have no room.
int collapse_layers(int width_count) {
  if (width_count < 2 || std::size_t(width_count) > max_layers + 1 ||
      !areas::fits(areas::input, 2.0 * width_count)) {
    return 0;
  }
  const auto* numbers = reinterpret_cast<const double*>(areas::input.data());
  auto* result = reinterpret_cast<double*>(areas::output.data());
  int widths[max_layers + 1];
  int widest = 1;
  double count = width_count;
  for (int i = 0; i < width_count; ++i) {
    if (!(numbers[i] >= 1 && numbers[i] <= double(max_width))) return 0;
    widths[i] = int(numbers[i]);
    if (widths[i] > widest) widest = widths[i];
    if (i) count += double(widths[i]) * (widths[i - 1] + 1);
  }
  const int room = (widths[0] + 1) * widest;
  if (!areas::fits(areas::input, 2 * count) || !areas::fits(areas::output, 4.0 * room)) return 0;
  collapse({widths, std::size_t(width_count)}, numbers + width_count, result, result + room);
  return widths[width_count - 1] * (widths[0] + 1);
}

}  // namespace

EMSCRIPTEN_BINDINGS(training) {
  emscripten::function("reserve", &reserve);
  emscripten::function("inputArea", &input_area);
  emscripten::function("labelArea", &label_area);
  emscripten::function("outputArea", &output_area);
  emscripten::function("trainingNames", &training_names);
  emscripten::function("datasetClasses", &dataset_classes);
  emscripten::function("dataset", &dataset);
  emscripten::function("gradientFlow", &gradient_flow_numbers);
  emscripten::function("collapse", &collapse_layers);
}
