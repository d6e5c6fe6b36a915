// Four floats or two doubles at a time, and the few operations the kernels need, spelled the same
// for scalars. Compiler vector types serve gcc and clang natively and WebAssembly with or without
// SIMD, so one source gives the same bits everywhere (build with -ffp-contract=off).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace activation_widgets {

using f32x4 = float __attribute__((vector_size(16)));
using f64x2 = double __attribute__((vector_size(16)));
using i32x4 = std::int32_t __attribute__((vector_size(16)));
using i64x2 = std::int64_t __attribute__((vector_size(16)));
using f32x2 = float __attribute__((vector_size(8)));  // only on the way to and from doubles

// What a number type F is made of: its scalar, an integer of the same size, its number of lanes.
template <class F>
struct number;
template <>
struct number<std::int32_t> {
  using scalar = std::int32_t;
};
template <>
struct number<std::int64_t> {
  using scalar = std::int64_t;
};
template <>
struct number<i32x4> {
  using scalar = std::int32_t;
};
template <>
struct number<i64x2> {
  using scalar = std::int64_t;
};
template <>
struct number<float> {
  using scalar = float;
  using integer = std::int32_t;
  static constexpr std::size_t lanes = 1;
};
template <>
struct number<double> {
  using scalar = double;
  using integer = std::int64_t;
  static constexpr std::size_t lanes = 1;
};
template <>
struct number<f32x4> {
  using scalar = float;
  using integer = i32x4;
  static constexpr std::size_t lanes = 4;
};
template <>
struct number<f64x2> {
  using scalar = double;
  using integer = i64x2;
  static constexpr std::size_t lanes = 2;
};

// As many of the scalar S as fit into 16 bytes.
template <class S>
struct packed;
template <>
struct packed<float> {
  using type = f32x4;
};
template <>
struct packed<double> {
  using type = f64x2;
};
template <class S>
using pack = typename packed<S>::type;

template <class F>
using scalar_of = typename number<F>::scalar;
template <class F>
using integer_of = typename number<F>::integer;
template <class F>
inline constexpr bool is_single = sizeof(scalar_of<F>) == sizeof(float);

// a + b modulo 2^bits, where a sum beyond the range is meant.
inline std::int32_t wrapping_add(std::int32_t a, std::int32_t b) {
  return std::int32_t(std::uint32_t(a) + std::uint32_t(b));
}
inline std::int64_t wrapping_add(std::int64_t a, std::int64_t b) {
  return std::int64_t(std::uint64_t(a) + std::uint64_t(b));
}
inline i32x4 wrapping_add(i32x4 a, i32x4 b) {
  using unsigned_lanes = std::uint32_t __attribute__((vector_size(16)));
  return i32x4(unsigned_lanes(a) + unsigned_lanes(b));
}
inline i64x2 wrapping_add(i64x2 a, i64x2 b) {
  using unsigned_lanes = std::uint64_t __attribute__((vector_size(16)));
  return i64x2(unsigned_lanes(a) + unsigned_lanes(b));
}

// The same scalar in every lane.
template <class F>
inline F splat(scalar_of<F> s) {
  if constexpr (number<F>::lanes == 4) {
    return F{s, s, s, s};
  } else if constexpr (number<F>::lanes == 2) {
    return F{s, s};
  } else {
    return s;
  }
}

// A small rational constant. It lives in memory that the compiler must not fold: see
// coefficients.h.
template <class S, int numerator, int denominator>
inline S constant_cell = S(numerator) / S(denominator);
template <class F, int numerator, int denominator = 1>
inline F constant() {
  return splat<F>(constant_cell<scalar_of<F>, numerator, denominator>);
}

template <class F>
inline F load(const scalar_of<F>* p) {
  F v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

template <class F>
inline void store(scalar_of<F>* p, F v) {
  std::memcpy(p, &v, sizeof v);
}

template <class To, class From>
inline To bits_as(From v) {
  static_assert(sizeof(To) == sizeof(From));
  To t;
  std::memcpy(&t, &v, sizeof t);
  return t;
}

// Four floats as two pairs of doubles, and back (rounded).
struct f64x4 {
  f64x2 low, high;
};
inline f64x4 widen(f32x4 v) {
  return {__builtin_convertvector(__builtin_shufflevector(v, v, 0, 1), f64x2),
          __builtin_convertvector(__builtin_shufflevector(v, v, 2, 3), f64x2)};
}
inline f32x4 narrow(f64x2 low, f64x2 high) {
  return __builtin_shufflevector(__builtin_convertvector(low, f32x2),
                                 __builtin_convertvector(high, f32x2), 0, 1, 2, 3);
}

inline float select(bool mask, float a, float b) { return mask ? a : b; }
inline double select(bool mask, double a, double b) { return mask ? a : b; }
inline f32x4 select(i32x4 mask, f32x4 a, f32x4 b) { return mask ? a : b; }
inline f64x2 select(i64x2 mask, f64x2 a, f64x2 b) { return mask ? a : b; }

// x where it lies above (below) the bound; a NaN in x stays.
template <class F>
inline F at_least(F x, F bound) {
  return select(x < bound, bound, x);
}
template <class F>
inline F at_most(F x, F bound) {
  return select(x > bound, bound, x);
}

template <class F>
inline F abs(F x) {
  using I = integer_of<F>;
  constexpr int sign = 8 * sizeof(scalar_of<F>) - 1;
  return bits_as<F>(bits_as<I>(x) & ~(I{} + (scalar_of<I>(1) << sign)));
}

template <class F>
inline F copy_sign(F magnitude, F sign_of) {
  using I = integer_of<F>;
  const I mask = I{} + (scalar_of<I>(1) << (8 * sizeof(scalar_of<F>) - 1));
  return bits_as<F>((bits_as<I>(magnitude) & ~mask) | (bits_as<I>(sign_of) & mask));
}

inline float square_root(float x) { return __builtin_sqrtf(x); }
inline double square_root(double x) { return __builtin_sqrt(x); }
inline f32x4 square_root(f32x4 x) {
#if defined(__clang__)
  return __builtin_elementwise_sqrt(x);
#else
  return f32x4{square_root(x[0]), square_root(x[1]), square_root(x[2]), square_root(x[3])};
#endif
}

// The lanes added in the fixed order (0 + 2) + (1 + 3).
inline float sum_of_lanes(f32x4 v) { return (v[0] + v[2]) + (v[1] + v[3]); }
inline double sum_of_lanes(f64x2 v) { return v[0] + v[1]; }

// The sums of the lanes of each of four vectors, in the same order.
inline f32x4 sums_of_lanes(f32x4 a, f32x4 b, f32x4 c, f32x4 d) {
  const f32x4 ab =
      __builtin_shufflevector(a, b, 0, 4, 1, 5) + __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const f32x4 cd =
      __builtin_shufflevector(c, d, 0, 4, 1, 5) + __builtin_shufflevector(c, d, 2, 6, 3, 7);
  return __builtin_shufflevector(ab, cd, 0, 1, 4, 5) + __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
}

}  // namespace activation_widgets
