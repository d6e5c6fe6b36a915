#include "network.h"

#include "registry.h"

namespace activation_widgets {
namespace {

constexpr int largest_batch = 1 << 20;

bool finite(double x) { return x - x == 0; }
bool is_share(double x) { return x >= 0 && x < 1; }

network_error check(const network_settings& s) {
  const std::size_t layers = s.widths.size() - 1;
  if (s.widths.size() < 2 || layers > max_layers || s.activations.size() != layers - 1 ||
      s.parameters.size() != layers - 1) {
    return network_error::layers;
  }
  for (const int width : s.widths) {
    if (width < 1 || std::size_t(width) > max_width) return network_error::width;
  }
  for (const int index : s.activations) {
    if (index < 0 || std::size_t(index) >= all_activations().size()) {
      return network_error::activation;
    }
  }
  for (const float parameter : s.parameters) {
    if (!finite(parameter)) return network_error::activation;
  }
  const int init = int(s.init), loss = int(s.loss), kind = int(s.optimizer.kind);
  if (init < 0 || init >= initializers) return network_error::initializer;
  const bool one_output = s.widths.back() == 1;
  if (loss < 0 || loss >= loss_kinds ||
      (s.loss == loss_kind::binary_cross_entropy && !one_output) ||
      (s.loss == loss_kind::cross_entropy && one_output)) {
    return network_error::loss;
  }
  const optimizer_settings& o = s.optimizer;
  if (kind < 0 || kind >= optimizer_kinds || !(o.learning_rate >= 0) || !finite(o.learning_rate) ||
      !is_share(o.momentum) || !is_share(o.beta1) || !is_share(o.beta2)) {
    return network_error::optimizer;
  }
  if (!(s.l1 >= 0 && finite(s.l1) && s.l2 >= 0 && finite(s.l2))) return network_error::penalty;
  if (s.batch_size < 1 || s.batch_size > largest_batch) return network_error::batch_size;
  return network_error::none;
}

}  // namespace

network_error network::create(const network_settings& s) {
  if (const network_error error = check(s); error != network_error::none) return error;
  model.layer_count = s.widths.size() - 1;
  for (std::size_t l = 0; l < model.layer_count; ++l) {
    layer<float>& a = model.layers[l];
    a = {};
    a.inputs = std::size_t(s.widths[l]);
    a.outputs = std::size_t(s.widths[l + 1]);
    if (l + 1 == model.layer_count) break;
    const activation& f = all_activations()[std::size_t(s.activations[l])];
    a.function = f.network;
    a.info = f.info;
    a.parameter = s.parameters[l];
    a.learned = f.info->parameter.learnable;
    a.residual = s.residual && a.inputs == a.outputs;
  }
  loss_of = s.loss;
  optimize.settings = s.optimizer;
  l1 = float(s.l1);
  l2 = float(s.l2);
  batch_size = std::size_t(s.batch_size);
  seed = s.seed;

  arena measure;
  lay_out(measure);
  if (!memory_.allocate(measure.used())) return network_error::memory;
  arena memory(memory_.data());
  lay_out(memory);

  random_sequence random(seed, random_stream::weights);
  for (std::size_t l = 0; l < model.layer_count; ++l) {
    const layer<float>& a = model.layers[l];
    initialize_layer(s.init, a.inputs, a.outputs, current + a.weights, random);
    if (a.learned) current[a.alpha] = a.parameter;
  }
  restart();
  return network_error::none;
}

void network::lay_out(arena& memory) {
  model.lay_out(memory, block);
  const std::size_t n = (model.parameter_count + 3) / 4 * 4;
  current = memory.take<float>(n);
  next = memory.take<float>(n);
  gradient = memory.take<float>(n);
  for (std::size_t i = 0; i < 2; ++i) {
    memories_[i] =
        i < optimizer::memories(optimize.settings.kind) ? memory.take<float>(n) : nullptr;
  }
  labels = memory.take<float>(block);
}

void network::restart() {
  const std::size_t n = (model.parameter_count + 3) / 4 * 4;
  for (float* memory : memories_) {
    if (memory) std::memset(memory, 0, n * sizeof(float));
  }
  optimize.start(memories_[0], memories_[1], n);
  steps = 0;
  diverged = false;
  last_loss = 0;
  order_size = 0;
}

void network::set_parameters(const float* parameters) {
  std::memcpy(current, parameters, model.parameter_count * sizeof(float));
  restart();
}

std::size_t network::load_block(const float* points, const std::uint8_t* classes,
                                const std::uint32_t* chosen, std::size_t count) {
  const std::size_t padded = padded_samples<float>(count), width = inputs();
  for (std::size_t b = 0; b < count; ++b) {
    const std::size_t sample = chosen ? chosen[b] : b;
    const float* point = points + sample * width;
    for (std::size_t i = 0; i < width; ++i) model.input[i * padded + b] = point[i];
    if (classes) labels[b] = classes[sample];
  }
  for (std::size_t b = count; b < padded; ++b) {
    for (std::size_t i = 0; i < width; ++i) model.input[i * padded + b] = 0;
    labels[b] = no_label;
  }
  return padded;
}

template <class Use>
void network::for_each_block(const float* points, const std::uint8_t* classes, std::size_t count,
                             Use use) {
  for (std::size_t first = 0; first < count; first += block) {
    const std::size_t size = count - first < block ? count - first : block;
    use(first, size,
        load_block(points + first * inputs(), classes ? classes + first : nullptr, nullptr, size));
  }
}

void network::predict(const float* points, std::size_t count, float* result) {
  float* z = model.last().value;
  for_each_block(points, nullptr, count, [&](std::size_t first, std::size_t n, std::size_t padded) {
    model.forward(current, padded, false);
    probabilities_of_block(loss_of, z, outputs(), padded);
    float* to = result + first * outputs();
    for (std::size_t b = 0; b < n; ++b) {
      for (std::size_t k = 0; k < outputs(); ++k) *to++ = z[k * padded + b];
    }
  });
}

void network::activations(std::size_t l, const float* points, std::size_t count, float* result) {
  const layer<float>& a = model.layers[l];
  for_each_block(points, nullptr, count, [&](std::size_t first, std::size_t n, std::size_t padded) {
    model.forward(current, padded, false);
    float* to = result + first * a.outputs;
    for (std::size_t b = 0; b < n; ++b) {
      for (std::size_t o = 0; o < a.outputs; ++o) *to++ = a.value[o * padded + b];
    }
  });
}

double network::backpropagate(std::size_t samples, float share) {
  model.forward(current, samples, true);
  const double sum =
      loss_of_block(loss_of, model.last().value, labels,
                    model.sum_gradient_of(model.layer_count - 1), outputs(), samples, share);
  model.backward(current, gradient, samples);
  return sum;
}

double network::penalize() {
  if (l1 == 0 && l2 == 0) return 0;
  double absolute = 0, square = 0;
  for (std::size_t l = 0; l < model.layer_count; ++l) {
    const layer<float>& a = model.layers[l];
    for (std::size_t i = a.weights; i < a.biases; ++i) {
      const float w = current[i];
      absolute += double(abs(w));
      square += double(w) * double(w);
      gradient[i] += l2 * w + (w > 0 ? l1 : w < 0 ? -l1 : 0);
    }
  }
  return double(l1) * absolute + double(l2) / 2 * square;
}

double network::loss(const float* points, const std::uint8_t* classes, std::size_t count) {
  double sum = 0;
  for_each_block(points, classes, count, [&](std::size_t, std::size_t, std::size_t padded) {
    model.forward(current, padded, false);
    sum += loss_of_block(loss_of, model.last().value, labels,
                         model.sum_gradient_of(model.layer_count - 1), outputs(), padded, 0.0f);
  });
  return sum / double(count) + penalize();
}

double network::accuracy(const float* points, const std::uint8_t* classes, std::size_t count) {
  const float* z = model.last().value;
  const float threshold = loss_of == loss_kind::squared_error ? 0.5f : 0.0f;
  std::size_t right = 0;
  for_each_block(points, classes, count, [&](std::size_t, std::size_t n, std::size_t padded) {
    model.forward(current, padded, false);
    for (std::size_t b = 0; b < n; ++b) {
      std::size_t likeliest = 0;
      if (outputs() == 1) {
        likeliest = z[b] >= threshold ? 1 : 0;
      } else {
        for (std::size_t k = 1; k < outputs(); ++k) {
          if (z[k * padded + b] > z[likeliest * padded + b]) likeliest = k;
        }
      }
      const bool is_number = z[b] == z[b];
      if (is_number && float(likeliest) == labels[b]) ++right;
    }
  });
  return double(right) / double(count);
}

std::span<const float> network::gradients(const float* points, const std::uint8_t* classes,
                                          std::size_t count) {
  std::memset(gradient, 0, model.parameter_count * sizeof(float));
  const float share = float(1 / double(count));
  for_each_block(points, classes, count, [&](std::size_t, std::size_t, std::size_t padded) {
    backpropagate(padded, share);
  });
  penalize();
  return {gradient, model.parameter_count};
}

void network::statistics(const float* points, const std::uint8_t* classes, std::size_t count,
                         layer_statistics* result) {
  struct {
    double sum = 0, square = 0, saturated = 0;
    bool alive[max_width] = {};
  } tally[max_layers];
  std::memset(gradient, 0, model.parameter_count * sizeof(float));
  const float share = float(1 / double(count));
  for_each_block(points, classes, count, [&](std::size_t, std::size_t n, std::size_t padded) {
    backpropagate(padded, share);
    for (std::size_t l = 0; l < model.layer_count; ++l) {
      const layer<float>& a = model.layers[l];
      auto& t = tally[l];
      for (std::size_t o = 0; o < a.outputs; ++o) {
        for (std::size_t b = 0; b < n; ++b) {
          const double y = a.value[o * padded + b];
          const float slope = a.function ? a.slope[o * padded + b] : 1;
          t.sum += y;
          t.square += y * y;
          t.saturated += abs(slope) < saturated_slope;
          if (slope != 0) t.alive[o] = true;
        }
      }
    }
  });
  penalize();
  for (std::size_t l = 0; l < model.layer_count; ++l) {
    const layer<float>& a = model.layers[l];
    const auto& t = tally[l];
    const double n = double(count) * double(a.outputs), mean = t.sum / n;
    const double variance = t.square / n - mean * mean;
    double norm = 0, dead = 0;
    for (std::size_t i = a.weights; i < a.biases; ++i) norm += double(gradient[i]) * gradient[i];
    for (std::size_t o = 0; o < a.outputs; ++o) dead += !t.alive[o];
    result[l] = {square_root(norm), mean, square_root(variance < 0 ? 0 : variance),
                 dead / double(a.outputs), t.saturated / n};
  }
}

}  // namespace activation_widgets
