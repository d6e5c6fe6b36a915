// Made by tests/reference/minimax.py; change that script, not this file.
//
// `single` is for the float kernels of networks, `double` for the exact ones. The tables are
// mutable on purpose: engines rebuild a constant vector at every use, but load and splat a number
// from memory in one instruction.
#pragma once

namespace activation_widgets::coefficients {

// (exp(r) - 1 - r) / r^2 for |r| <= ln(2)/2: relative error below 1.5e-8.
inline float exp_single[] = {0x1.0000000000000p-1f, 0x1.5554b20000000p-3f, 0x1.55548a0000000p-5f,
                             0x1.1226f80000000p-7f, 0x1.6d977c0000000p-10f};

// (exp(r) - 1 - r) / r^2 for |r| <= ln(2)/2: relative error below 5.8e-12.
inline double exp_double[] = {0x1.fffffffff4f38p-2, 0x1.55555572e8a3bp-3,  0x1.5555557c2eab8p-5,
                              0x1.1110b2b6a57b0p-7, 0x1.6c163a00c5247p-10, 0x1.a16e9a7da63f4p-13,
                              0x1.a1743c836ec04p-16};

// atanh(s) / s as a polynomial in s^2, |s| <= 1/3: relative error below 4.2e-9.
inline float atanh_single[] = {0x1.0000000000000p+0f, 0x1.5554e00000000p-2f, 0x1.99dae60000000p-3f,
                               0x1.1e510a0000000p-3f, 0x1.208bd00000000p-3f};

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

// (1 - Phi(t)) exp(t^2/2) = p/q for 0 <= t <= 14: relative error below 5.8e-9.
inline float tail_numerator_single[] = {0x1.0000000000000p-1f, 0x1.bfc0860000000p-2f,
                                        0x1.75b13e0000000p-3f, 0x1.4abf020000000p-5f,
                                        0x1.0b3f280000000p-8f};

// its denominator: relative error below 5.8e-9.
inline float tail_denominator_single[] = {0x1.0000000000000p+0f, 0x1.ac22740000000p+0f,
                                          0x1.33061e0000000p+0f, 0x1.dea94a0000000p-2f,
                                          0x1.9e8e820000000p-4f, 0x1.4ef09c0000000p-7f};

// (1 - Phi(t)) exp(t^2/2) = p/q for 0 <= t <= 40: relative error below 4.4e-10.
inline double tail_numerator_double[] = {0x1.fffffffc704edp-2, 0x1.10406a2c04a9ep-1,
                                         0x1.1736e125ddc33p-2, 0x1.4b3e08cca1bb6p-4,
                                         0x1.c5fb0e47d324ep-7, 0x1.27da102e1d241p-10};

// its denominator: relative error below 4.4e-10.
inline double tail_denominator_double[] = {
    0x1.0000000000000p+0, 0x1.dc82932f4a005p+0, 0x1.87cead7638adcp+0, 0x1.6fb4990f8e9e5p-1,
    0x1.a4f281e5fd538p-3, 0x1.1c7d6d7faacfap-5, 0x1.72cb9833f83b2p-9};

// tanh(x)/x = p/q in x^2, |x| <= 9: relative error below 2.2e-8.
inline float tanh_numerator_single[] = {0x1.0000000000000p+0f, 0x1.120b020000000p-3f,
                                        0x1.ca2ba80000000p-9f, 0x1.59c1740000000p-16f,
                                        0x1.cad7100000000p-27f};

// its denominator: relative error below 2.2e-8.
inline float tanh_denominator_single[] = {0x1.0000000000000p+0f, 0x1.de5aca0000000p-2f,
                                          0x1.a7f78e0000000p-6f, 0x1.5884fa0000000p-12f,
                                          0x1.a17ca40000000p-21f};

}  // namespace activation_widgets::coefficients
