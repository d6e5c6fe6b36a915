// Made by tests/reference/minimax.py; change that script, not this file.
//
// The tables are mutable on purpose: engines rebuild a constant vector at every use, but load and
// splat a number from memory in one instruction.
#pragma once

namespace activation_widgets::coefficients {

// (exp(r) - 1 - r) / r^2 for |r| <= 0.385: relative error below 6.7e-9.
inline float exp[] = {0x1.fffff80000000p-2f, 0x1.55542c0000000p-3f, 0x1.555acc0000000p-5f,
                      0x1.127efa0000000p-7f, 0x1.69b37a0000000p-10f};

// (atanh(s)/s - 1) / s^2 in s^2, |s| <= 1/3: relative error below 4.8e-9.
inline float atanh_rest[] = {0x1.5555000000000p-2f, 0x1.99d27c0000000p-3f, 0x1.1eb6160000000p-3f,
                             0x1.1ef8580000000p-3f};

// atanh(s) / s as a polynomial in s^2, |s| <= 1/3: relative error below 2.6e-12.
inline double atanh_double[] = {0x1.0000000002c3bp+0, 0x1.5555552f97f2cp-2, 0x1.9999c391ef650p-3,
                                0x1.24899122eb889p-3, 0x1.c8d30b1b7f68ap-4, 0x1.5e8bd515e9fe4p-4,
                                0x1.c0133ddce3596p-4};

// (sin(r)/r - 1) / r^2 in r^2, |r| <= pi/4: relative error below 5.1e-12.
inline double sine_double[] = {-0x1.5555554cba23ap-3, 0x1.111108966b821p-7, -0x1.a00f9dbbd8186p-13,
                               0x1.6cd85cce19059p-19};

// (cos(r) - 1 + r^2/2) / r^4 in r^2, |r| <= pi/4: relative error below 1.0e-13.
inline double cosine_double[] = {0x1.5555554f4ec60p-5, -0x1.6c16b8993cd16p-10,
                                 0x1.a0112066f910ap-16, -0x1.242ae1806c43fp-22};

// (t + 1.875) (1 - Phi(t)) / phi(t) in t / (t + 1.875) - mills_centre, t <= 13.3: relative error
// below 2.7e-8.
inline float mills[] = {0x1.c0563a0000000p+0f,  -0x1.8131020000000p+0f, -0x1.6e41cc0000000p-4f,
                        0x1.571a920000000p-1f,  0x1.4a54d20000000p-2f,  -0x1.146b380000000p-2f,
                        -0x1.df7ff60000000p-2f, -0x1.52f9620000000p-3f, 0x1.3306e80000000p-2f,
                        0x1.4af0ee0000000p-2f};

inline float mills_shift = 0x1.e000000000000p+0f, mills_centre = 0x1.c002a40000000p-2f;

// log(sqrt(2 pi)) in two parts; the first has few bits, so that sums with it are exact.
inline float half_log_two_pi_high = 0x1.d67c000000000p-1f,
             half_log_two_pi_low = 0x1.8e43260000000p-16f;

// (tanh(x)/x - 1) / x^2 in x^2, |x| <= 0.55: relative error below 3.7e-8.
inline float tanh_near[] = {-0x1.55545a0000000p-2f, 0x1.10d01a0000000p-3f, -0x1.af96ac0000000p-5f,
                            0x1.0da9180000000p-6f};

// tanh(x)/x = p/q in x^2, |x| <= 9: relative error below 2.2e-8.
inline float fast_tanh_numerator[] = {0x1.0000000000000p+0f, 0x1.120b020000000p-3f,
                                      0x1.ca2ba80000000p-9f, 0x1.59c1740000000p-16f,
                                      0x1.cad7100000000p-27f};

// its denominator: relative error below 2.2e-8.
inline float fast_tanh_denominator[] = {0x1.0000000000000p+0f, 0x1.de5aca0000000p-2f,
                                        0x1.a7f78e0000000p-6f, 0x1.5884fa0000000p-12f,
                                        0x1.a17ca40000000p-21f};

}  // namespace activation_widgets::coefficients
