// The arithmetic of a dense layer on a block of samples, in the number type S.
//
// Shapes: I inputs, O outputs, B samples. A block is [unit][B], so that four (two) neighbouring
// samples fill a vector and every width is as good as any other; B is a multiple of
// `sample_step<S>`, what is beyond the last sample being zeros that add nothing. W is [O][I].
// Sums run over their index from first to last, those over samples lane by lane and then over the
// lanes: one fixed order, hence the same bits everywhere. No count is ever 0, so loops test at
// their end; and what takes lambdas is inlined, or their captures would go through memory.
#pragma once

#include <utility>

#include "simd.h"

namespace activation_widgets {

// body(0), …, body(n - 1) written out, so that what the indices select can live in registers.
template <std::size_t n, class Body>
inline __attribute__((always_inline)) void unrolled(Body body) {
  [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
    (body(std::integral_constant<std::size_t, i>{}), ...);
  }(std::make_index_sequence<n>{});
}

template <class S>
inline constexpr std::size_t sample_step = 2 * number<pack<S>>::lanes;

template <class S>
constexpr std::size_t padded_samples(std::size_t samples) {
  return (samples + sample_step<S> - 1) / sample_step<S> * sample_step<S>;
}

// `rows` rows of the product M x, two vectors of samples at a time so that the sums stay in
// registers: M[r][c] = m[r * row_step + c * column_step], x is [columns][B]. The sums begin with
// start(row, sample) and end in finish(row, sample, sum).
template <std::size_t rows, class S, class Start, class Finish>
[[gnu::always_inline]] inline void product_rows(const S* m, std::size_t row_step,
                                                std::size_t column_step, std::size_t columns,
                                                const S* x, std::size_t samples, std::size_t row,
                                                Start start, Finish finish) {
  using V = pack<S>;
  constexpr std::size_t lanes = number<V>::lanes;
  m += row * row_step;
  std::size_t b = 0;
  do {
    V sum[rows][2];
    unrolled<rows>([&](auto r) {
      sum[r][0] = start(row + r, b);
      sum[r][1] = start(row + r, b + lanes);
    });
    const S* column = m;
    const S* at = x + b;
    std::size_t c = columns;
    do {
      const V x0 = load<V>(at), x1 = load<V>(at + lanes);
      unrolled<rows>([&](auto r) {
        const V weight = splat<V>(column[r * row_step]);
        sum[r][0] += weight * x0;
        sum[r][1] += weight * x1;
      });
      column += column_step;
      at += samples;
    } while (--c);
    unrolled<rows>([&](auto r) {
      finish(row + r, b, sum[r][0]);
      finish(row + r, b + lanes, sum[r][1]);
    });
    b += 2 * lanes;
  } while (b < samples);
}

template <class S, class Start, class Finish>
[[gnu::always_inline]] inline void product(const S* m, std::size_t row_step,
                                           std::size_t column_step, std::size_t rows,
                                           std::size_t columns, const S* x, std::size_t samples,
                                           Start start, Finish finish) {
  std::size_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    product_rows<4>(m, row_step, column_step, columns, x, samples, row, start, finish);
  }
  for (; row < rows; ++row) {
    product_rows<1>(m, row_step, column_step, columns, x, samples, row, start, finish);
  }
}

// z = W x + b
template <class S>
void dense_forward(const S* weights, const S* biases, const S* x, S* z, std::size_t inputs,
                   std::size_t outputs, std::size_t samples) {
  using V = pack<S>;
  product(
      weights, inputs, 1, outputs, inputs, x, samples,
      [=](std::size_t o, std::size_t) { return splat<V>(biases[o]); },
      [=](std::size_t o, std::size_t b, V sum) { store(z + o * samples + b, sum); });
}

// ∂L/∂x = Wᵀ ∂L/∂z, plus `skipped` (∂L/∂x by the way around the layer) unless null; and through the
// slope of the activation that gave x, ∂L/∂z of the layer below.
template <class S>
void dense_backward(const S* weights, const S* z_gradient, const S* skipped, const S* slope,
                    S* x_gradient, S* below_gradient, std::size_t inputs, std::size_t outputs,
                    std::size_t samples) {
  using V = pack<S>;
  product(
      weights, 1, inputs, inputs, outputs, z_gradient, samples,
      [=](std::size_t i, std::size_t b) {
        return skipped ? load<V>(skipped + i * samples + b) : V{};
      },
      [=](std::size_t i, std::size_t b, V sum) {
        store(x_gradient + i * samples + b, sum);
        store(below_gradient + i * samples + b, sum * load<V>(slope + i * samples + b));
      });
}

// The lanes of rows × columns sums added to to[r * row_step + c].
template <std::size_t rows, std::size_t columns, class S, class V>
inline void add_sums(S* to, std::size_t row_step, const V (&sum)[rows][columns]) {
  unrolled<rows>([&](auto r) {
    S* row = to + r * row_step;
    if constexpr (columns == 4 && number<V>::lanes == 4) {
      store(row, load<V>(row) + sums_of_lanes(sum[r][0], sum[r][1], sum[r][2], sum[r][3]));
    } else {
      unrolled<columns>([&](auto c) { row[c] += sum_of_lanes(sum[r][c]); });
    }
  });
}

// to[r * row_step + c] += Σ_b a[r][b] x[c][b] for a tile of `rows` × `columns`.
template <std::size_t rows, std::size_t columns, class S>
inline void add_dot_products(S* to, std::size_t row_step, const S* a, const S* x,
                             std::size_t samples) {
  using V = pack<S>;
  V sum[rows][columns] = {};
  std::size_t b = 0;
  do {
    V left[rows];
    unrolled<rows>([&](auto r) { left[r] = load<V>(a + r * samples + b); });
    unrolled<columns>([&](auto c) {
      const V right = load<V>(x + c * samples + b);
      unrolled<rows>([&](auto r) { sum[r][c] += left[r] * right; });
    });
    b += number<V>::lanes;
  } while (b < samples);
  add_sums(to, row_step, sum);
}

// `rows` rows of ∂L/∂W += ∂L/∂z xᵀ
template <std::size_t rows, class S>
inline void weight_gradient_rows(const S* z_gradient, const S* x, S* gradient, std::size_t inputs,
                                 std::size_t samples) {
  std::size_t i = 0;
  for (; i + 4 <= inputs; i += 4) {
    add_dot_products<rows, 4>(gradient + i, inputs, z_gradient, x + i * samples, samples);
  }
  for (; i < inputs; ++i) {
    add_dot_products<rows, 1>(gradient + i, inputs, z_gradient, x + i * samples, samples);
  }
}

// ∂L/∂W += ∂L/∂z xᵀ
template <class S>
void weight_gradient(const S* z_gradient, const S* x, S* gradient, std::size_t inputs,
                     std::size_t outputs, std::size_t samples) {
  std::size_t o = 0;
  for (; o + 2 <= outputs; o += 2) {
    weight_gradient_rows<2>(z_gradient + o * samples, x, gradient + o * inputs, inputs, samples);
  }
  if (o < outputs) {
    weight_gradient_rows<1>(z_gradient + o * samples, x, gradient + o * inputs, inputs, samples);
  }
}

// `rows` elements of ∂L/∂b += Σ_b ∂L/∂z
template <std::size_t rows, class S>
inline void bias_gradient_rows(const S* z_gradient, S* gradient, std::size_t samples) {
  using V = pack<S>;
  V sum[1][rows] = {};
  std::size_t b = 0;
  do {
    unrolled<rows>([&](auto r) { sum[0][r] += load<V>(z_gradient + r * samples + b); });
    b += number<V>::lanes;
  } while (b < samples);
  add_sums(gradient, 0, sum);
}

template <class S>
void bias_gradient(const S* z_gradient, S* gradient, std::size_t outputs, std::size_t samples) {
  std::size_t o = 0;
  for (; o + 4 <= outputs; o += 4) {
    bias_gradient_rows<4>(z_gradient + o * samples, gradient + o, samples);
  }
  for (; o < outputs; ++o) {
    bias_gradient_rows<1>(z_gradient + o * samples, gradient + o, samples);
  }
}

// ∂L/∂α += Σ ∂L/∂y min(z, 0), for y = z where z > 0 and α z elsewhere; over n elements.
template <class S>
void alpha_gradient(const S* y_gradient, const S* z, S* gradient, std::size_t n) {
  using V = pack<S>;
  V sum = {};
  for (std::size_t i = 0; i < n; i += number<V>::lanes) {
    sum += load<V>(y_gradient + i) * at_most(load<V>(z + i), V{});
  }
  *gradient += sum_of_lanes(sum);
}

// For float in mlp.cpp, once.
extern template void weight_gradient(const float*, const float*, float*, std::size_t, std::size_t,
                                     std::size_t);

}  // namespace activation_widgets
