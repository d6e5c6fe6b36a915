// One neuron with two inputs, taught by gradient descent on the mean squared error: small enough to
// watch every number of an update, and to see what kills it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace activation_widgets {

// What is learned: the neuron's value is f(weights · x + bias).
struct neuron_parameters {
  double weights[2], bias;
  double shape;  // the parameter of the activation; learned where the activation says so
};

struct neuron_report {
  double loss;                   // mean of (f(z) - target)²
  double firing;                 // how many samples have z > 0
  double least, mean, greatest;  // of z
  neuron_parameters gradient;    // of the loss
  neuron_parameters update;      // -learning_rate × gradient
  neuron_parameters next;        // after the update
};

// Inputs with positive components, as they come from a ReLU layer, x1 x2 one after the other, and
// the targets x1 + x2 / 2.
void make_cloud(std::uint32_t seed, std::size_t n, double* inputs, double* targets);

// Writes z, f(z) and f′(z) of each sample to arrays of n. `activation` is an index in
// all_activations().
neuron_report neuron_pass(const neuron_parameters& neuron, int activation, double learning_rate,
                          const double* inputs, const double* targets, std::size_t n, float* sums,
                          float* values, float* slopes);

}  // namespace activation_widgets
