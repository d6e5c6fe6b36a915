// The optimizers, as PyTorch defines them and with its defaults. One step reads the parameters p
// and their gradient g and writes the next parameters elsewhere, so that a step which leads out of
// the finite numbers can be dropped.
#pragma once

#include "simd.h"

namespace activation_widgets {

enum class optimizer_kind : int { sgd, momentum, nesterov, rmsprop, adam };
inline constexpr const char* optimizer_names[] = {"sgd", "momentum", "nesterov", "rmsprop", "adam"};
inline constexpr int optimizer_kinds = 5;

struct optimizer_settings {
  optimizer_kind kind = optimizer_kind::adam;
  double learning_rate = 0.03;
  double momentum = 0.9;              // of `momentum` and `nesterov`
  double beta1 = 0.9, beta2 = 0.999;  // of `adam`
};

class optimizer {
 public:
  static constexpr double rmsprop_alpha = 0.99, epsilon = 1e-8;

  optimizer_settings settings;

  // How many arrays as long as the parameters it remembers.
  static std::size_t memories(optimizer_kind kind) {
    return kind == optimizer_kind::sgd ? 0 : kind == optimizer_kind::adam ? 2 : 1;
  }

  // `first` and `second` hold n zeros each where memories() asks for them. All arrays here are as
  // long as n, a multiple of four.
  void start(float* first, float* second, std::size_t n) {
    first_ = first;
    second_ = second;
    n_ = n;
    beta1_power_ = beta2_power_ = 1;
  }

  // False if a parameter is no longer finite.
  bool step(const float* p, const float* g, float* next) {
    const f32x4 rate = splat<f32x4>(float(settings.learning_rate));
    const f32x4 momentum = splat<f32x4>(float(settings.momentum));
    const f32x4 small = splat<f32x4>(float(epsilon));
    float *const first = first_, *const second = second_;
    f32x4 watch = {};
    switch (settings.kind) {
      case optimizer_kind::sgd:
        watch = update(p, g, next, n_, [=](std::size_t, f32x4 slope) { return rate * slope; });
        break;
      case optimizer_kind::momentum:
        watch = update(p, g, next, n_, [=](std::size_t i, f32x4 slope) {
          return rate * replace(first + i, momentum * load<f32x4>(first + i) + slope);
        });
        break;
      case optimizer_kind::nesterov:
        watch = update(p, g, next, n_, [=](std::size_t i, f32x4 slope) {
          const f32x4 velocity = replace(first + i, momentum * load<f32x4>(first + i) + slope);
          return rate * (slope + momentum * velocity);
        });
        break;
      case optimizer_kind::rmsprop: {
        const f32x4 keep = splat<f32x4>(float(rmsprop_alpha));
        const f32x4 add = splat<f32x4>(float(1 - rmsprop_alpha));
        watch = update(p, g, next, n_, [=](std::size_t i, f32x4 slope) {
          const f32x4 square =
              replace(first + i, keep * load<f32x4>(first + i) + add * slope * slope);
          return rate * slope / (square_root(square) + small);
        });
        break;
      }
      case optimizer_kind::adam: {
        beta1_power_ *= settings.beta1;
        beta2_power_ *= settings.beta2;
        const f32x4 toward = splat<f32x4>(float(1 - settings.beta1));
        const f32x4 keep = splat<f32x4>(float(settings.beta2));
        const f32x4 add = splat<f32x4>(float(1 - settings.beta2));
        const f32x4 size = splat<f32x4>(float(settings.learning_rate / (1 - beta1_power_)));
        const f32x4 correction = splat<f32x4>(float(1 / square_root(1 - beta2_power_)));
        watch = update(p, g, next, n_, [=](std::size_t i, f32x4 slope) {
          const f32x4 old = load<f32x4>(first + i);
          const f32x4 mean = replace(first + i, old + toward * (slope - old));
          const f32x4 square =
              replace(second + i, keep * load<f32x4>(second + i) + add * slope * slope);
          return size * mean / (square_root(square) * correction + small);
        });
        break;
      }
    }
    const float sum = sum_of_lanes(watch);
    return sum == sum;
  }

 private:
  static f32x4 replace(float* memory, f32x4 value) {
    store(memory, value);
    return value;
  }

  // next = p − change(i, g); gives 0 unless a value is infinite or NaN. Inlined: a call takes what
  // the changes hold in registers through memory.
  template <class Change>
  [[gnu::always_inline]] static f32x4 update(const float* p, const float* g, float* next,
                                             std::size_t n, Change change) {
    f32x4 watch = {};
    for (std::size_t i = 0; i < n; i += 4) {
      const f32x4 value = load<f32x4>(p + i) - change(i, load<f32x4>(g + i));
      store(next + i, value);
      watch += value * f32x4{};
    }
    return watch;
  }

  float *first_ = nullptr, *second_ = nullptr;
  std::size_t n_ = 0;
  double beta1_power_ = 1, beta2_power_ = 1;
};

}  // namespace activation_widgets
