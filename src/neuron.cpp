#include "neuron.h"

#include "random.h"
#include "registry.h"

namespace activation_widgets {

void make_cloud(std::uint32_t seed, std::size_t n, double* inputs, double* targets) {
  random_sequence random(seed, random_stream::data);
  for (std::size_t i = 0; i < n; ++i) {
    inputs[2 * i] = random.uniform();
    inputs[2 * i + 1] = random.uniform();
    targets[i] = inputs[2 * i] + 0.5 * inputs[2 * i + 1];
  }
}

neuron_report neuron_pass(const neuron_parameters& neuron, int activation, double learning_rate,
                          const double* inputs, const double* targets, std::size_t n, float* sums,
                          float* values, float* slopes) {
  const auto& f = all_activations()[std::size_t(activation)];
  for (std::size_t i = 0; i < n; ++i) {
    sums[i] = float(neuron.weights[0] * inputs[2 * i] + neuron.weights[1] * inputs[2 * i + 1] +
                    neuron.bias);
  }
  evaluate(f, sums, values, slopes, n, float(neuron.shape));

  neuron_report report{};
  neuron_parameters& gradient = report.gradient;
  report.least = report.greatest = sums[0];
  for (std::size_t i = 0; i < n; ++i) {
    const double z = sums[i], error = values[i] - targets[i];
    const double back = 2 * error / double(n);  // ∂loss/∂f(z)
    report.loss += error * error / double(n);
    report.mean += z / double(n);
    report.firing += z > 0;
    report.least = z < report.least ? z : report.least;
    report.greatest = z > report.greatest ? z : report.greatest;
    gradient.weights[0] += back * slopes[i] * inputs[2 * i];
    gradient.weights[1] += back * slopes[i] * inputs[2 * i + 1];
    gradient.bias += back * slopes[i];
    if (f.info->parameter.learnable && z <= 0) gradient.shape += back * z;  // α z is α's share
  }

  const auto step = [&](double now, double slope, double& update, double& next) {
    update = slope == 0 ? 0 : -learning_rate * slope;  // not -0
    next = now + update;
  };
  for (int k = 0; k < 2; ++k) {
    step(neuron.weights[k], gradient.weights[k], report.update.weights[k], report.next.weights[k]);
  }
  step(neuron.bias, gradient.bias, report.update.bias, report.next.bias);
  step(neuron.shape, gradient.shape, report.update.shape, report.next.shape);
  // Learning stays within the bounds that the activation gives its parameter.
  const parameter_info& bounds = f.info->parameter;
  if (bounds.learnable) {
    report.next.shape = report.next.shape < bounds.min   ? bounds.min
                        : report.next.shape > bounds.max ? bounds.max
                                                         : report.next.shape;
  }
  return report;
}

}  // namespace activation_widgets
