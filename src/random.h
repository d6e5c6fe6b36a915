// Random numbers that are the same on every machine: the generator PCG32 (O'Neill 2014, "PCG: a
// family of simple fast space-efficient statistically good algorithms for random number
// generation"), and normal deviates from the library's own logarithm and sine.
#pragma once

#include <cstddef>
#include <cstdint>

#include "trigonometry.h"

namespace activation_widgets {

// What a seed is used for. Each purpose draws from a sequence of its own, so that, for example, the
// order of the samples does not depend on how many weights were drawn before.
enum class random_stream : std::uint64_t { weights = 1, order, data, noise, gradient };

// For vectors in registry.cpp, once, and as fast as an activation's.
namespace math {
extern template point<f64x2> sine_in_double(f64x2);
}

// sin and cos of so many turns, by the kernel of vectors: one for a scalar would be there for this
// alone.
inline math::point<double> turned(double turns) {
  const math::point<f64x2> p = math::sine_in_double(splat<f64x2>(4 * math::pi_half * turns));
  return {p.value[0], p.slope[0]};
}

class random_sequence {
 public:
  random_sequence(std::uint64_t seed, random_stream stream)
      : increment_(static_cast<std::uint64_t>(stream) << 1 | 1) {
    next();
    state_ += seed;
    next();
  }

  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005u + increment_;
    const auto mixed = static_cast<std::uint32_t>((old >> 18 ^ old) >> 27);
    const auto turn = static_cast<int>(old >> 59);
    return mixed >> turn | mixed << (-turn & 31);
  }

  // 0 ≤ result < bound, by a multiplication in place of a division; the bias is below bound / 2^32.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(next()) * bound >> 32);
  }

  // In the open interval (0, 1), in steps of 2^-32.
  double uniform() { return (next() + 0.5) * 0x1p-32; }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  // Standard normal deviates by Box and Muller (1958), which come in pairs.
  double normal() {
    if (has_spare_) {
      has_spare_ = false;
      return spare_;
    }
    const double radius = square_root(-2 * math::log(uniform()));
    const math::point<double> turn = turned(uniform());
    spare_ = radius * turn.value;
    has_spare_ = true;
    return radius * turn.slope;
  }

 private:
  std::uint64_t state_ = 0, increment_;
  double spare_ = 0;
  bool has_spare_ = false;
};

// Fisher and Yates, Durstenfeld's form.
inline void shuffle(std::uint32_t* order, std::uint32_t n, random_sequence& random) {
  for (std::uint32_t i = n; i > 1; --i) {
    const std::uint32_t j = random.below(i);
    const std::uint32_t last = order[i - 1];
    order[i - 1] = order[j];
    order[j] = last;
  }
}

}  // namespace activation_widgets
