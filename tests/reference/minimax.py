#!/usr/bin/env python3
"""Finds the polynomial and rational coefficients in src/coefficients.h.

Polynomials come from the Remez exchange on the relative error, rational functions from Lawson's
reweighted least squares (within a few per cent of minimax, and far steadier). Everything runs in
50-digit arithmetic; coefficients are printed as hexadecimal floats of the precision they are for.

    python3 tests/reference/minimax.py > src/coefficients.h        (needs python3-mpmath)
"""
from mpmath import mp, mpf, matrix, lu_solve, exp, log, sqrt, pi, erfc, sin, cos, tanh, atanh

mp.dps = 50


def chebyshev_nodes(a, b, n):
    return [(a + b) / 2 + (b - a) / 2 * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)][::-1]


def remez(f, weight, a, b, degree, rounds=12):
    """p of the given degree minimising max |weight (f - p)| on [a, b]: (coefficients, error)."""
    a, b = mpf(a), mpf(b)
    n = degree + 2
    nodes = [(a + b) / 2 - (b - a) / 2 * cos(pi * i / (n - 1)) for i in range(n)]
    grid = [(a + b) / 2 - (b - a) / 2 * cos(pi * i / 1200) for i in range(1201)]
    values = [(x, f(x), weight(x)) for x in grid]
    for _ in range(rounds):
        system, right = matrix(n, n), matrix(n, 1)
        for i, x in enumerate(nodes):
            for j in range(degree + 1):
                system[i, j] = x**j
            system[i, degree + 1] = (-1) ** i / weight(x)
            right[i] = f(x)
        solution = lu_solve(system, right)
        c = [solution[j] for j in range(degree + 1)]
        error = [(x, w * (v - horner(c, x))) for x, v, w in values]
        extremes = []  # the largest error of each run of one sign
        for x, e in error:
            if extremes and (e > 0) == (extremes[-1][1] > 0):
                if abs(e) > abs(extremes[-1][1]):
                    extremes[-1] = (x, e)
            else:
                extremes.append((x, e))
        while len(extremes) > n:
            extremes.pop(0 if abs(extremes[0][1]) < abs(extremes[-1][1]) else -1)
        if len(extremes) < n:
            break
        nodes = [x for x, _ in extremes]
    return c, max(abs(e) for _, e in error)


def horner(c, x):
    total = mpf(0)
    for k in reversed(c):
        total = total * x + k
    return total


def lawson(f, weight, nodes, p_degree, q_degree, rounds=60):
    """p/q with q(0) = 1 minimising max |weight (f - p/q)| over the nodes: (p, q, error)."""
    unknowns = p_degree + 1 + q_degree
    target = [(x, f(x), weight(x)) for x in nodes]
    emphasis = [mpf(1)] * len(nodes)
    q_before = [mpf(1)] * len(nodes)
    best = None
    for _ in range(rounds):
        normal, right = matrix(unknowns, unknowns), matrix(unknowns, 1)
        for (x, v, w), l, qb in zip(target, emphasis, q_before):
            row = [x**j for j in range(p_degree + 1)] + [-v * x**j for j in range(1, q_degree + 1)]
            s = l * (w / qb) ** 2
            for i in range(unknowns):
                si = s * row[i]
                right[i] += si * v
                for j in range(i, unknowns):
                    normal[i, j] += si * row[j]
        for i in range(unknowns):
            for j in range(i):
                normal[i, j] = normal[j, i]
        solution = lu_solve(normal, right)
        p = [solution[j] for j in range(p_degree + 1)]
        q = [mpf(1)] + [solution[p_degree + 1 + j] for j in range(q_degree)]
        q_before = [horner(q, x) for x, _, _ in target]
        errors = [abs(w * (v - horner(p, x) / qx)) for (x, v, w), qx in zip(target, q_before)]
        worst = max(errors)
        if best is None or worst < best[2]:
            best = (p, q, worst)
        emphasis = [l * (e / worst + mpf("1e-3")) for l, e in zip(emphasis, errors)]
        total = sum(emphasis) / len(emphasis)
        emphasis = [l / total for l in emphasis]
    return best


def literal(c, single):
    import struct
    value = float(c)
    if single:
        return struct.unpack("f", struct.pack("f", value))[0].hex() + "f"
    return value.hex()


def emit(name, c, error, what, single):
    kind = "float" if single else "double"
    print(f"// {what}: relative error below {mp.nstr(error * mpf('1.05'), 2)}.")
    print(f"inline {kind} {name}[] = {{{', '.join(literal(k, single) for k in c)}}};\n")


def to_float(x):
    import struct
    return mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def exponential(name, degree):
    # (e^r - 1 - r) / r^2 on half a binade either side, and a little more for arguments in two parts.
    f = lambda r: (exp(r) - 1 - r) / r**2 if abs(r) > mpf("1e-12") else mpf(1) / 2 + r / 6
    half = mpf("0.385")
    c, error = remez(f, lambda r: r**2 / exp(r) + mpf("1e-4"), -half, half, degree)
    emit(name, c, error, "(exp(r) - 1 - r) / r^2 for |r| <= 0.385", True)


def area_tangent(name, degree):
    # log((1 + s) / (1 - s)) = 2 s g(s^2), s^2 up to (1/3)^2 so that log1p(y) is one piece on [0, 1].
    f = lambda u: atanh(sqrt(u)) / sqrt(u) if u > mpf("1e-20") else 1 + u / 3
    c, error = remez(f, lambda u: 1 / f(u), mpf(0), mpf(1) / 9, degree)
    emit(name, c, error, "atanh(s) / s as a polynomial in s^2, |s| <= 1/3", False)


def area_tangent_rest(name, degree):
    f = lambda u: (atanh(sqrt(u)) / sqrt(u) - 1) / u if u > mpf("1e-15") else mpf(1) / 3 + u / 5
    c, error = remez(f, lambda u: u + mpf("1e-6"), mpf(0), mpf(1) / 9, degree)
    emit(name, c, error, "(atanh(s)/s - 1) / s^2 in s^2, |s| <= 1/3", True)


def hyperbolic_tangent_near(name, degree, top):
    f = lambda u: (tanh(sqrt(u)) / sqrt(u) - 1) / u if u > mpf("1e-15") else 2 * u / 15 - mpf(1) / 3
    c, error = remez(f, lambda u: u + mpf("1e-6"), mpf(0), mpf(top) ** 2, degree)
    emit(name, c, error, f"(tanh(x)/x - 1) / x^2 in x^2, |x| <= {top}", True)


def sine_cosine(name, degree_sine, degree_cosine, single):
    top = (pi / 4) ** 2 * mpf("1.0001")
    s = lambda u: (sin(sqrt(u)) / sqrt(u) - 1) / u if u > mpf("1e-20") else -mpf(1) / 6 + u / 120
    c, error = remez(s, lambda u: u + mpf("1e-5"), mpf(0), top, degree_sine)
    emit(f"sine_{name}", c, error, "(sin(r)/r - 1) / r^2 in r^2, |r| <= pi/4", single)
    k = lambda u: (cos(sqrt(u)) - 1 + u / 2) / u**2 if u > mpf("1e-12") else mpf(1) / 24 - u / 720
    c, error = remez(k, lambda u: u**2 + mpf("1e-5"), mpf(0), top, degree_cosine)
    emit(f"cosine_{name}", c, error, "(cos(r) - 1 + r^2/2) / r^4 in r^2, |r| <= pi/4", single)


def mills(degree, shift, top):
    # (t + shift) times Mills' ratio (1 - Phi(t)) / phi(t), which runs from 2.35 at 0 to 1 far out, as a
    # polynomial in v = t / (t + shift) - centre. The centre is moved by steps of 2^-24 to where the
    # first coefficient, which carries the result, is a float.
    def h(v):
        t = shift * v / (1 - v)
        return (t + shift) * sqrt(pi / 2) * erfc(t / sqrt(mpf(2))) * exp(t * t / 2)

    end = mpf(top) / (mpf(top) + shift)
    fit = lambda c: remez(lambda v: h(v + c), lambda v: 1 / h(v + c), -c, end - c, degree, 8)
    middle = mpf(7) / 16
    offset = fit(middle)[0][0] - h(middle)
    miss = lambda c: abs(h(c) + offset - to_float(h(c) + offset))
    centre = min((middle + mpf(i) / 2**24 for i in range(-300, 300)), key=miss)
    c, error = fit(centre)
    what = f"(t + {mp.nstr(shift)}) (1 - Phi(t)) / phi(t) in t / (t + {mp.nstr(shift)}) - mills_centre, t <= {top}"
    emit("mills", c, error, what, True)
    print(f"inline float mills_shift = {literal(shift, True)}, mills_centre = {literal(centre, True)};\n")


def half_log_two_pi(bits):
    # In two parts, the first a multiple of 2^-bits: what 1/sqrt(2 pi) adds to an exponent.
    whole = log(2 * pi) / 2
    high = mpf(int(whole * 2**bits)) / 2**bits
    print("// log(sqrt(2 pi)) in two parts; the first has few bits, so that sums with it are exact.")
    print(f"inline float half_log_two_pi_high = {literal(high, True)},")
    print(f"             half_log_two_pi_low = {literal(whole - high, True)};\n")


def hyperbolic_tangent(name, p_degree, q_degree, top):
    f = lambda u: tanh(sqrt(u)) / sqrt(u) if u > mpf("1e-20") else 1 - u / 3
    nodes = [mpf(top) ** 2 * ((1 + u) / 2) ** 2 for u in chebyshev_nodes(mpf(-1), mpf(1), 160)]
    p, q, error = lawson(f, lambda u: 1 / f(u), nodes, p_degree, q_degree)
    emit(f"{name}_numerator", p, error, f"tanh(x)/x = p/q in x^2, |x| <= {top}", True)
    emit(f"{name}_denominator", q, error, "its denominator", True)


if __name__ == "__main__":
    print("""// Made by tests/reference/minimax.py; change that script, not this file.
//
// The tables are mutable on purpose: engines rebuild a constant vector at every use, but load and splat
// a number from memory in one instruction.
#pragma once

namespace activation_widgets::coefficients {
""")
    exponential("exp", 4)
    area_tangent_rest("atanh_rest", 3)
    area_tangent("atanh_double", 6)
    sine_cosine("double", 3, 3, False)
    mills(9, mpf(15) / 8, "13.3")
    half_log_two_pi(15)
    hyperbolic_tangent_near("tanh_near", 3, "0.55")
    hyperbolic_tangent("fast_tanh", 4, 4, 9)
    print("}  // namespace activation_widgets::coefficients")
