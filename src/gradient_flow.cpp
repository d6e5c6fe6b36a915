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

// Means over the samples that count; those beyond are padding.
struct layer_means {
  double slope, deviation;
};

layer_means means_of(const layer<float>& a, std::size_t batch, std::size_t samples) {
  double slopes = 0, sum = 0, square = 0;
  for (std::size_t o = 0; o < a.outputs; ++o) {
    for (std::size_t b = 0; b < batch; ++b) {
      const double y = a.value[o * samples + b];
      slopes += a.slope[o * samples + b];
      sum += y;
      square += y * y;
    }
  }
  const double count = double(a.outputs * batch), mean = sum / count;
  const double variance = square / count - mean * mean;
  return {slopes / count, square_root(variance < 0 ? 0 : variance)};
}

}  // namespace

bool flow_source::create(const flow_settings& settings) {
  if (!valid(settings)) return false;
  settings_ = settings;
  const auto width = std::size_t(settings.width), depth = std::size_t(settings.depth);
  samples_ = padded_samples<float>(std::size_t(settings.batch));
  drawn_ = 0;
  weights_ = random_sequence(settings.seed, random_stream::weights);
  const auto lay_out = [&](arena memory) {
    for (float** numbers : {&parameters_, &gradient_}) {
      *numbers = memory.take<float>(depth * width * (width + 1));
    }
    for (float** block : {&inputs_, &ends_}) *block = memory.take<float>(width * samples_);
    return memory.used();
  };
  if (!memory_.allocate(lay_out(arena()))) return false;
  lay_out(arena(memory_.data()));
  random_sequence inputs(settings.seed, random_stream::data);
  random_sequence ends(settings.seed, random_stream::gradient);
  for (std::size_t i = 0; i < width; ++i) {
    for (int b = 0; b < settings.batch; ++b) {
      inputs_[i * samples_ + std::size_t(b)] = float(inputs.normal());
      ends_[i * samples_ + std::size_t(b)] = float(ends.normal() / settings.batch);
    }
  }
  weight_gradient(ends_, inputs_, gradient_, width, width, samples_);
  linear_norm_ = norm(gradient_, width * width);
  return true;
}

void flow_source::draw(std::size_t layers) {
  const auto width = std::size_t(settings_.width);
  for (; drawn_ < layers; ++drawn_) {
    initialize_layer(settings_.init, width, width, parameters_ + drawn_ * width * (width + 1),
                     weights_);
  }
}

bool flow_networks::create(const flow_settings& s, flow_source& source) {
  if (!valid(s)) return false;
  source_ = &source;
  ready_ = 0;
  const activation& f = all_activations()[std::size_t(s.activation)];
  const auto width = std::size_t(s.width);
  model_.layer_count = std::size_t(source.settings_.depth);
  for (std::size_t l = 0; l < model_.layer_count; ++l) {
    model_.layers[l] = {.inputs = width,
                        .outputs = width,
                        .function = f.network,
                        .info = f.info,
                        .parameter = s.parameter,
                        .residual = s.residual};
  }
  const auto lay_out = [&](arena memory) {
    model_.lay_out(memory, source.samples_);
    return memory.used();
  };
  if (!memory_.allocate(lay_out(arena()))) return false;
  lay_out(arena(memory_.data()));
  model_.input = source.inputs_;
  return true;
}

void flow_networks::begin(std::size_t depth) { depth_ = left_ = depth; }

bool flow_networks::advance() {
  if (ready_ < depth_) {
    source_->draw(ready_ + 1);
    model_.layer_forward(ready_++, source_->parameters_, source_->samples_, true);
  } else if (left_ > 0) {
    if (left_ == depth_) start_at_top();
    take_back(--left_);
  }
  return left_ == 0;
}

void flow_networks::start_at_top() {
  const std::size_t top = depth_ - 1, n = model_.layers[top].outputs * source_->samples_;
  float *y_gradient = model_.value_gradient_of(top), *z_gradient = model_.sum_gradient_of(top);
  for (std::size_t i = 0; i < n; ++i) {
    y_gradient[i] = source_->ends_[i];
    z_gradient[i] = y_gradient[i] * model_.layers[top].slope[i];
  }
  exponent_ = 0;
  product_ = 1;
}

void flow_networks::take_back(std::size_t l) {
  const layer<float>& a = model_.layers[l];
  const std::size_t samples = source_->samples_;
  float* gradient = source_->gradient_;
  exponent_ += take_out_exponent(model_.value_gradient_of(l), model_.sum_gradient_of(l),
                                 a.outputs * samples);
  std::memset(gradient + a.weights, 0, a.parameters() * sizeof(float));
  model_.layer_backward(l, source_->parameters_, gradient, samples);
  const layer_means means = means_of(a, std::size_t(source_->settings_.batch), samples);
  product_ *= means.slope;
  // In two steps: 2^exponent alone may be too small for a normal number.
  const int half = exponent_ / 2;
  result_[l] = {norm(gradient + a.weights, a.inputs * a.outputs) * power_of_two(half) *
                    power_of_two(exponent_ - half),
                product_, means.deviation};
}

bool gradient_flow(const flow_settings& settings, flow_layer* result) {
  flow_source source;
  flow_networks networks;
  if (!source.create(settings) || !networks.create(settings, source)) return false;
  networks.begin(std::size_t(settings.depth));
  while (!networks.advance()) {
  }
  std::memcpy(result, networks.result(), std::size_t(settings.depth) * sizeof(flow_layer));
  return true;
}

}  // namespace activation_widgets
