#!/usr/bin/env python3
"""Holds the values and slopes of activations.py against PyTorch's, at kinks and elsewhere.

    python3 tests/reference/slopes_of_torch.py     (needs python3-torch and python3-mpmath)
"""
import torch
import torch.nn.functional as f
from mpmath import mpf

from activations import ACTIVATIONS

# step and sine have no counterpart with a slope of interest there (torch.heaviside has none).
TORCH = {
    "identity": lambda x: x * 1,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": f.relu,
    "leaky_relu": lambda x: f.leaky_relu(x, 0.01),
    "prelu": lambda x: f.prelu(x, torch.tensor([0.25], dtype=x.dtype)),
    "gelu": f.gelu,
    "gelu_tanh": lambda x: f.gelu(x, approximate="tanh"),
    "swish": f.silu,
    "elu": f.elu,
    "selu": f.selu,
    "softplus": lambda x: f.softplus(x, threshold=1000),
    "mish": f.mish,
    "hard_swish": f.hardswish,
    "softsign": f.softsign,
    "sine": torch.sin,
}
POINTS = [-20.0, -5.0, -3.0, -2.5, -1.0, -0.5, -0.0, 0.0, 0.25, 1.0, 2.0, 3.0, 4.0, 20.0]

failed = 0
for name, function in TORCH.items():
    x = torch.tensor(POINTS, dtype=torch.float64, requires_grad=True)
    y = function(x)
    y.sum().backward()
    worst = 0.0
    for p, value, slope in zip(POINTS, y.tolist(), x.grad.tolist()):
        ours = ACTIVATIONS[name](mpf(p))
        # The table takes the slope 0.01 as the float that kernels get.
        error = max(abs(float(ours[0]) - value), abs(float(ours[1]) - slope))
        if error > 1e-7 * max(1, abs(p)):
            print(f"{name} at {p}: {float(ours[0])}, {float(ours[1])}; PyTorch has {value}, {slope}")
            failed += 1
        worst = max(worst, error)
    print(f"{name:11} differs by at most {worst:.1e}")
raise SystemExit(failed > 0)
