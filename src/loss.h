// Losses with their gradients, on the last layer's values z [K][samples] of a block.
//
//   binary cross-entropy on logits (K = 1):  max(z, 0) − z t + log(1 + e^−|z|),  t = 0 or 1
//   cross-entropy on logits:                 log Σ_k e^{z_k} − z_label
//   squared error on raw values:             Σ_k (z_k − t_k)² / K,  t one-hot (K = 1: the label)
//
// The loss of a batch is the mean over its samples, as PyTorch's is by default.
#pragma once

#include "loops.h"

namespace activation_widgets {

enum class loss_kind : int { binary_cross_entropy, cross_entropy, squared_error };
inline constexpr const char* loss_names[] = {"bce", "cross_entropy", "mse"};
inline constexpr int loss_kinds = 3;

// Labels are numbers of the block's type. This one stands beyond the last sample: such a lane has
// no loss and no gradient.
inline constexpr int no_label = -1;

// Writes e^(z_k - highest z) for one vector of samples, and gives their sum. `exponentials` may be
// z.
template <class V>
struct softmax {
  V highest, total;
};
template <class S>
softmax<pack<S>> exponentials_of(const S* z, S* exponentials, std::size_t outputs,
                                 std::size_t samples) {
  using V = pack<S>;
  V highest = load<V>(z), total = {};
  for (std::size_t k = 1; k < outputs; ++k) highest = at_least(highest, load<V>(z + k * samples));
  for (std::size_t k = 0; k < outputs; ++k) {
    const V e = math::exp(load<V>(z + k * samples) - highest);
    total += e;
    store(exponentials + k * samples, e);
  }
  return {highest, total};
}

// Both loops write ∂L/∂z = share ∂(loss of the sample)/∂z and return the sum of the losses.

// For one output: the logistic or the squared loss.
template <class S>
double one_output_loss(loss_kind kind, const S* z, const S* labels, S* gradient,
                       std::size_t samples, S share) {
  using V = pack<S>;
  V sum = {};
  for (std::size_t b = 0; b < samples; b += number<V>::lanes) {
    const V logit = load<V>(z + b), target = load<V>(labels + b);
    V loss, slope;
    if (kind == loss_kind::binary_cross_entropy) {
      const auto p = math::softplus(logit);
      loss = p.value - logit * target;
      slope = p.slope - target;
    } else {
      const V error = logit - target;
      loss = error * error;
      slope = error + error;
    }
    const auto counts = target >= V{};
    sum += select(counts, loss, V{});
    store(gradient + b, select(counts, slope * splat<V>(share), V{}));
  }
  return double(sum_of_lanes(sum));
}

// For any number of outputs: softmax with cross-entropy, or the squared loss against one-hot.
template <class S>
double many_outputs_loss(loss_kind kind, const S* z, const S* labels, S* gradient,
                         std::size_t outputs, std::size_t samples, S share) {
  using V = pack<S>;
  V sum = {};
  for (std::size_t b = 0; b < samples; b += number<V>::lanes) {
    const V label = load<V>(labels + b), one = constant<V, 1>();
    const auto counts = label >= V{};
    const V weight = select(counts, splat<V>(share), V{});
    V loss = {};
    if (kind == loss_kind::cross_entropy) {
      const softmax<V> e = exponentials_of(z + b, gradient + b, outputs, samples);
      V of_label = {};
      const V reciprocal = one / e.total;
      for (std::size_t k = 0; k < outputs; ++k) {
        const auto is_label = label == splat<V>(S(k));
        of_label = select(is_label, load<V>(z + k * samples + b) - e.highest, of_label);
        const V probability = load<V>(gradient + k * samples + b) * reciprocal;
        store(gradient + k * samples + b, (probability - select(is_label, one, V{})) * weight);
      }
      loss = math::log(e.total) - of_label;
    } else {
      const V per_output = one / splat<V>(S(outputs));
      for (std::size_t k = 0; k < outputs; ++k) {
        const V target = select(label == splat<V>(S(k)), one, V{});
        const V error = load<V>(z + k * samples + b) - target;
        loss += error * error * per_output;
        store(gradient + k * samples + b, (error + error) * per_output * weight);
      }
    }
    sum += select(counts, loss, V{});
  }
  return double(sum_of_lanes(sum));
}

template <class S>
double loss_of_block(loss_kind kind, const S* z, const S* labels, S* gradient, std::size_t outputs,
                     std::size_t samples, S share) {
  return outputs == 1 ? one_output_loss(kind, z, labels, gradient, samples, share)
                      : many_outputs_loss(kind, z, labels, gradient, outputs, samples, share);
}

// What `predict` shows for z, in place: P(class 1), the probability of each class, or z itself.
template <class S>
void probabilities_of_block(loss_kind kind, S* z, std::size_t outputs, std::size_t samples) {
  using V = pack<S>;
  if (kind == loss_kind::squared_error) return;
  if (outputs == 1) return loop_of<activations::sigmoid, S>(z, z, nullptr, samples, 0);
  for (std::size_t b = 0; b < samples; b += number<V>::lanes) {
    const V reciprocal = constant<V, 1>() / exponentials_of(z + b, z + b, outputs, samples).total;
    for (std::size_t k = 0; k < outputs; ++k) {
      store(z + k * samples + b, load<V>(z + k * samples + b) * reciprocal);
    }
  }
}

// For float in loss.cpp, once.
extern template double loss_of_block(loss_kind, const float*, const float*, float*, std::size_t,
                                     std::size_t, float);
extern template softmax<f32x4> exponentials_of(const float*, float*, std::size_t, std::size_t);
extern template void probabilities_of_block(loss_kind, float*, std::size_t, std::size_t);

}  // namespace activation_widgets
