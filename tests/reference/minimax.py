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


def exponential(name, degree, single):
    # (e^r - 1 - r) / r^2 on half a binade either side; the error counts relative to e^r - 1, so that
    # one polynomial serves exp and expm1.
    f = lambda r: (exp(r) - 1 - r) / r**2 if abs(r) > mpf("1e-12") else mpf(1) / 2 + r / 6
    half = log(2) / 2 * mpf("1.0001")
    c, error = remez(f, lambda r: abs(r) + mpf("0.01"), -half, half, degree)
    emit(name, c, error, "(exp(r) - 1 - r) / r^2 for |r| <= ln(2)/2", single)


def area_tangent(name, degree, single):
    # log((1 + s) / (1 - s)) = 2 s g(s^2), s^2 up to (1/3)^2 so that log1p(y) is one piece on [0, 1].
    f = lambda u: atanh(sqrt(u)) / sqrt(u) if u > mpf("1e-20") else 1 + u / 3
    c, error = remez(f, lambda u: 1 / f(u), mpf(0), mpf(1) / 9, degree)
    emit(name, c, error, "atanh(s) / s as a polynomial in s^2, |s| <= 1/3", single)


def sine_cosine(name, degree_sine, degree_cosine, single):
    top = (pi / 4) ** 2 * mpf("1.0001")
    s = lambda u: (sin(sqrt(u)) / sqrt(u) - 1) / u if u > mpf("1e-20") else -mpf(1) / 6 + u / 120
    c, error = remez(s, lambda u: u + mpf("1e-5"), mpf(0), top, degree_sine)
    emit(f"sine_{name}", c, error, "(sin(r)/r - 1) / r^2 in r^2, |r| <= pi/4", single)
    k = lambda u: (cos(sqrt(u)) - 1 + u / 2) / u**2 if u > mpf("1e-12") else mpf(1) / 24 - u / 720
    c, error = remez(k, lambda u: u**2 + mpf("1e-5"), mpf(0), top, degree_cosine)
    emit(f"cosine_{name}", c, error, "(cos(r) - 1 + r^2/2) / r^4 in r^2, |r| <= pi/4", single)


def normal_tail(name, p_degree, q_degree, top, single):
    # The upper tail of the normal distribution over exp(-t^2/2): 1/2 at 0, about 1/(t sqrt(2 pi)) far out.
    f = lambda t: erfc(t / sqrt(2)) / 2 * exp(t * t / 2)
    k = mpf(2)  # nodes crowd where the function bends
    nodes = [k * (1 + u) / (1 - u) for u in chebyshev_nodes(mpf(-1), (mpf(top) - k) / (mpf(top) + k), 160)]
    p, q, error = lawson(f, lambda t: 1 / f(t), nodes, p_degree, q_degree)
    emit(f"tail_numerator_{name}", p, error, f"(1 - Phi(t)) exp(t^2/2) = p/q for 0 <= t <= {top}", single)
    emit(f"tail_denominator_{name}", q, error, "its denominator", single)


def hyperbolic_tangent(name, p_degree, q_degree, top):
    f = lambda u: tanh(sqrt(u)) / sqrt(u) if u > mpf("1e-20") else 1 - u / 3
    nodes = [mpf(top) ** 2 * ((1 + u) / 2) ** 2 for u in chebyshev_nodes(mpf(-1), mpf(1), 160)]
    p, q, error = lawson(f, lambda u: 1 / f(u), nodes, p_degree, q_degree)
    emit(f"tanh_numerator_{name}", p, error, f"tanh(x)/x = p/q in x^2, |x| <= {top}", True)
    emit(f"tanh_denominator_{name}", q, error, "its denominator", True)


if __name__ == "__main__":
    print("""// Made by tests/reference/minimax.py; change that script, not this file.
//
// `single` is for the float kernels of networks, `double` for the exact ones. The tables are mutable
// on purpose: engines rebuild a constant vector at every use, but load and splat a number from memory
// in one instruction.
#pragma once

namespace activation_widgets::coefficients {
""")
    exponential("exp_single", 4, True)
    exponential("exp_double", 6, False)
    area_tangent("atanh_single", 4, True)
    area_tangent("atanh_double", 6, False)
    sine_cosine("double", 3, 3, False)
    normal_tail("single", 4, 5, 14, True)
    normal_tail("double", 5, 6, 40, False)
    hyperbolic_tangent("single", 4, 4, 9)
    print("}  // namespace activation_widgets::coefficients")
