// The loss of a network once more, sample by sample and straight from the formulas, in any number
// type F: in double for finite differences, in dual numbers for exact derivatives.
#pragma once

#include <cmath>
#include <vector>

#include "dual.h"
#include "networks.h"

namespace activation_widgets::naive {

template <class F>
F log(F x) {
  return std::log(x);
}
template <>
inline dual<double> log(dual<double> x) {
  return {std::log(x.value), x.slope / x.value};
}
template <class F>
F exp(F x) {
  return std::exp(x);
}
template <>
inline dual<double> exp(dual<double> x) {
  return {std::exp(x.value), std::exp(x.value) * x.slope};
}

// max(z, 0) + log(1 + e^-|z|) − z t
template <class F>
F logistic_loss(F z, int target) {
  const F size = z < F(0) ? -z : z;
  return (z > F(0) ? z : F(0)) + log(F(1) + exp(-size)) - (target ? z : F(0));
}

// The activation at(x, parameter) is given; its parameter is a number of F, so that α can be
// differentiated as well.
template <class F, class At>
F loss(const network& n, const std::vector<F>& p, const samples& s, At at) {
  F sum = F(0);
  for (std::size_t sample = 0; sample < s.count(); ++sample) {
    std::vector<F> x;
    for (std::size_t i = 0; i < n.inputs(); ++i) {
      x.push_back(F(double(s.points[sample * n.inputs() + i])));
    }
    for (std::size_t l = 0; l < n.model.layer_count; ++l) {
      const layer<float>& a = n.model.layers[l];
      std::vector<F> y;
      for (std::size_t o = 0; o < a.outputs; ++o) {
        F z = p[a.biases + o];
        for (std::size_t i = 0; i < a.inputs; ++i) z = z + p[a.weights + o * a.inputs + i] * x[i];
        if (a.function) z = at(z, a.learned ? p[a.alpha] : F(double(a.parameter)));
        y.push_back(a.residual ? z + x[o] : z);
      }
      x = y;
    }
    const int label = s.labels[sample], outputs = int(x.size());
    if (n.loss_of == loss_kind::binary_cross_entropy) {
      sum = sum + logistic_loss(x[0], label);
    } else if (n.loss_of == loss_kind::cross_entropy) {
      F total = F(0);
      for (const F& z : x) total = total + exp(z);
      sum = sum + log(total) - x[std::size_t(label)];
    } else {
      for (int k = 0; k < outputs; ++k) {
        const F error = x[std::size_t(k)] - F(outputs == 1 ? label : label == k);
        sum = sum + error * error / F(outputs);
      }
    }
  }
  return sum / F(double(s.count()));
}

}  // namespace activation_widgets::naive
