#!/usr/bin/env python3
"""Writes tests/reference/activation_table.h: every activation's value and slope at inputs that span
the floats, in 60-digit arithmetic straight from the definitions.

    python3 tests/reference/activations.py > tests/reference/activation_table.h   (python3-mpmath)
"""
import struct

from mpmath import mp, mpf, cos, cosh, erfc, exp, expm1, floor, isinf, log1p, pi, sin, sqrt, tanh

mp.dps = 60
SMALLEST = mpf(2) ** -149
BEYOND = mpf(2) ** 128


def sigma(x):
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def sigma_slope(x):
    return 1 / (2 * cosh(x / 2)) ** 2


def far(x, limit=mpf(4096)):
    # Beyond this nothing but 0 and 1 is left of a gate, at any precision used here; 60 digits of
    # exp(1e38) would still be a number, but cosh squared of it takes for ever.
    return max(-limit, min(limit, x))


def gated(x, gate, bend):
    return x * gate, gate + far(x) * bend


def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def capital_phi(x):
    return erfc(-x / sqrt(2)) / 2


def gelu(x):
    return gated(x, capital_phi(far(x)), phi(far(x)))


def gelu_tanh(x):
    c = far(x, mpf(64))
    u = sqrt(2 / pi) * (c + mpf("0.044715") * c**3)
    du = sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * c**2)
    return gated(x, sigma(2 * u), sigma_slope(2 * u) * 2 * du)


def mish(x):
    c = far(x)
    s = log1p(exp(c)) if c < 0 else c + log1p(exp(-c))
    return gated(x, tanh(s), sigma(c) / cosh(s) ** 2)


def exponential_below(x, alpha, scale):
    return (scale * x, scale) if x > 0 else (scale * alpha * expm1(far(x)), scale * alpha * exp(far(x)))


SELU_ALPHA = mpf("1.6732632423543772848170429916717")
SELU_SCALE = mpf("1.0507009873554804934193349852946")


def as_float(x):
    return mpf(struct.unpack("f", struct.pack("f", x))[0])


# id -> (value, slope), with the parameter as it starts, which kernels get as a float. Slopes at
# kinks are PyTorch's: see slopes_of_torch.py.
ACTIVATIONS = {
    "identity": lambda x: (x, mpf(1)),
    "sigmoid": lambda x: (sigma(far(x)), sigma_slope(far(x))),
    "tanh": lambda x: (tanh(far(x)), 1 / cosh(far(x)) ** 2),
    "relu": lambda x: (max(x, mpf(0)), mpf(x > 0)),
    "leaky_relu": lambda x: (x, mpf(1)) if x > 0 else (as_float(0.01) * x, as_float(0.01)),
    "prelu": lambda x: (x, mpf(1)) if x > 0 else (x / 4, mpf(1) / 4),
    "gelu": gelu,
    "gelu_tanh": gelu_tanh,
    "swish": lambda x: gated(x, sigma(far(x)), sigma_slope(far(x))),
    "elu": lambda x: exponential_below(x, 1, 1),
    "selu": lambda x: exponential_below(x, SELU_ALPHA, SELU_SCALE),
    "softplus": lambda x: (log1p(exp(far(x))) if x < 0 else x + log1p(exp(-far(x))), sigma(far(x))),
    "mish": mish,
    "hard_swish": lambda x: (
        (mpf(0), mpf(0)) if x < -3 else (x, mpf(1)) if x > 3 else (x * (x + 3) / 6, x / 3 + mpf(1) / 2)
    ),
    "softsign": lambda x: (x / (1 + abs(x)), 1 / (1 + abs(x)) ** 2),
    "sine": lambda x: (sin(x), cos(x)),
    "step": lambda x: (mpf(x >= 0), mpf(0)),
    "gaussian": lambda x: (phi(far(x)), capital_phi(far(x))),  # density and distribution
}


def inputs():
    """Bit patterns: every exponent, with more mantissas where functions bend, and the hard places."""
    patterns = []
    mantissa = 0x2A5F13

    def next_mantissa():
        nonlocal mantissa
        mantissa = (mantissa * 1664525 + 1013904223) & 0xFFFFFFFF
        return mantissa >> 9

    for exponent in range(255):
        middle = 102 <= exponent <= 138  # 2^-25 to 2^12
        for k in range(6 if middle else 1):
            sign = (k if middle else exponent) & 1
            patterns.append(sign << 31 | exponent << 23 | next_mantissa())
    for bit in range(23):  # subnormal numbers
        patterns.append((bit & 1) << 31 | 1 << bit | next_mantissa() & ((1 << bit) - 1))
    hard = [0.0, 1.0, 2.0, 0.5, 3.0, 2**-149, 2**-126, 2**-24, 2**-12, 3.4028234663852886e38]
    hard += [1.2784645, 0.75179152, 1.1924250, 2.3993573, 1.4142135]  # where slopes are 0 or largest
    hard += [2.9999998, 3.0000002]  # around the kinks of hard_swish
    hard += [5.0, 8.5, 9.01, 9.5, 14.0, 14.2, 16.6, 18.0, 36.7, 44.0, 46.0]  # saturation of gates, slopes in tails
    hard += [12.0, 13.0, 13.2, 10.0, 10.06, 80.0, 86.9, 87.1, 87.33654, 88.0, 88.7, 89.5, 92.0, 103.9, 104.1, 108.0]
    hard += [3.1415927, 1.5707964, 12867.9, 1048575.9, 1048576.1, 16367173 * 2.0**72]  # sine near its zeros
    for x in hard:
        for signed in (x, -x):
            patterns.append(struct.unpack("I", struct.pack("f", signed))[0])
    return list(dict.fromkeys(p for p in patterns if p != 0x80000000))


def value_of(pattern):
    return mpf(struct.unpack("f", struct.pack("I", pattern))[0])


def encode(y):
    """The float towards zero (8 hexadecimal digits), then 256ths of its unit in the last place (2)."""
    sign, y = (0x80000000, -y) if y < 0 else (0, y)
    if y >= BEYOND or isinf(y):
        return f"{sign | 0x7F800000:08x}00"
    if y == 0:
        return f"{0:010x}"
    exponent = max(mp.mag(y) - 1, -126)
    units = y / mpf(2) ** (exponent - 23)
    whole = int(floor(units))
    bits = whole + (0 if whole < 1 << 23 else (exponent + 126) << 23)
    return f"{sign | bits:08x}{int((units - whole) * 256):02x}"


def lines(rows, per_line):
    for i in range(0, len(rows), per_line):
        print(f'    "{"".join(rows[i : i + per_line])}"')


if __name__ == "__main__":
    patterns = inputs()
    print("""// Made by tests/reference/activations.py; change that script, not this file.
//
// Inputs are the bits of floats, 8 hexadecimal digits each. Results are 20 digits for each input:
// value, then slope, each as the bits of the float towards zero and the rest in 256ths of its last
// place.
#pragma once

// clang-format off
namespace activation_widgets::reference {

struct function {
  const char *id, *results;
};

inline constexpr char inputs[] =""")
    lines([f"{p:08x}" for p in patterns], 11)
    print("    ;\n\ninline constexpr function functions[] = {")
    for name, f in ACTIVATIONS.items():
        print(f'    {{"{name}",')
        lines(["".join(encode(y) for y in f(value_of(p))) for p in patterns], 4)
        print("    },")
    print("};\n\n}  // namespace activation_widgets::reference")
