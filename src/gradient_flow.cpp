#include "gradient_flow.h"

#include "registry.h"

namespace activation_widgets {
namespace {

bool valid(const flow_settings& s) {
  const int init = int(s.init);
  return s.activation >= 0 && std::size_t(s.activation) < all_activations().size() &&
         s.parameter - s.parameter == 0 && s.depth >= 1 && std::size_t(s.depth) <= max_layers &&
         s.width >= 1 && std::size_t(s.width) <= max_width && init >= 0 && init < initializers &&
         s.batch >= 1 && s.batch <= 1024;
}

// 2^n as a double, n cut to the exponents of normal numbers.
double power_of_two(int n) {
  n = n < -1022 ? -1022 : n > 1023 ? 1023 : n;
  return bits_as<double>(std::int64_t(n + 1023) << 52);
}

// Brings the largest magnitude of both arrays together into [1, 2) by a power of two and returns
// its exponent. Zeros, infinities and NaN are left alone.
int take_out_exponent(float* a, float* b, std::size_t n) {
  float largest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    largest = abs(a[i]) > largest ? abs(a[i]) : largest;
    largest = abs(b[i]) > largest ? abs(b[i]) : largest;
  }
  if (largest == 0 || largest - largest != 0) return 0;
  const int exponent = int(bits_as<std::int64_t>(double(largest)) >> 52) - 1023;
  const double scale = power_of_two(-exponent);
  for (std::size_t i = 0; i < n; ++i) {
    a[i] = float(a[i] * scale);
    b[i] = float(b[i] * scale);
  }
  return exponent;
}

double norm(const float* x, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += double(x[i]) * x[i];
  return square_root(sum);
}

}  // namespace

bool gradient_flow(const flow_settings& s, flow_layer* result) {
  if (!valid(s)) return false;
  const activation& f = all_activations()[std::size_t(s.activation)];
  const auto width = std::size_t(s.width), batch = std::size_t(s.batch);
  const std::size_t samples = padded_samples<float>(batch), n = width * samples;

  mlp<float> model;
  model.layer_count = std::size_t(s.depth);
  for (std::size_t l = 0; l < model.layer_count; ++l) {
    model.layers[l] = {.inputs = width,
                       .outputs = width,
                       .function = f.network,
                       .info = f.info,
                       .parameter = s.parameter,
                       .residual = s.residual};
  }
  float *parameters = nullptr, *gradient = nullptr;
  const auto lay_out = [&](arena memory) {
    model.lay_out(memory, samples);
    parameters = memory.take<float>(model.parameter_count);
    gradient = memory.take<float>(model.parameter_count);
    return memory.used();
  };
  memory_block memory;
  if (!memory.allocate(lay_out(arena()))) return false;
  lay_out(arena(memory.data()));

  random_sequence weights(s.seed, random_stream::weights);
  for (std::size_t l = 0; l < model.layer_count; ++l) {
    initialize_layer(s.init, width, width, parameters + model.layers[l].weights, weights);
  }
  random_sequence inputs(s.seed, random_stream::data), ends(s.seed, random_stream::gradient);
  const std::size_t top = model.layer_count - 1;
  float *y_gradient = model.value_gradient_of(top), *z_gradient = model.sum_gradient_of(top);
  for (std::size_t i = 0; i < width; ++i) {
    for (std::size_t b = 0; b < batch; ++b) {
      model.input[i * samples + b] = float(inputs.normal());
      y_gradient[i * samples + b] = float(ends.normal() / double(batch));
    }
  }

  model.forward(parameters, samples, true);
  for (std::size_t i = 0; i < n; ++i) z_gradient[i] = y_gradient[i] * model.last().slope[i];

  int exponent = 0;
  double product = 1;
  for (std::size_t l = top + 1; l-- > 0;) {
    const layer<float>& a = model.layers[l];
    exponent += take_out_exponent(model.value_gradient_of(l), model.sum_gradient_of(l), n);
    model.layer_backward(l, parameters, gradient, samples);
    double slopes = 0, sum = 0, square = 0;
    for (std::size_t o = 0; o < width; ++o) {
      for (std::size_t b = 0; b < batch; ++b) {
        const double y = a.value[o * samples + b];
        slopes += a.slope[o * samples + b];
        sum += y;
        square += y * y;
      }
    }
    const double count = double(width * batch), mean = sum / count;
    const double variance = square / count - mean * mean;
    product *= slopes / count;
    // In two steps: 2^exponent alone may be too small for a normal number.
    const int half = exponent / 2;
    result[l] = {norm(gradient + a.weights, width * width) * power_of_two(half) *
                     power_of_two(exponent - half),
                 product, square_root(variance < 0 ? 0 : variance)};
  }
  return true;
}

}  // namespace activation_widgets
