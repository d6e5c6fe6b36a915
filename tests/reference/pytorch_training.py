#!/usr/bin/env python3
"""Writes tests/reference/pytorch_training.h: what PyTorch makes of the same networks, in double.

First weights, points, batches and the inputs of deep random networks come from the generator of
src/random.h, written here a second time, so the order of the samples is checked as well.

    python3 tests/reference/pytorch_training.py > tests/reference/pytorch_training.h
    (needs python3-torch)
"""
import math

import torch
import torch.nn.functional as f

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

WEIGHTS, ORDER, DATA, NOISE, GRADIENT = range(1, 6)


class Random:
    """PCG32, as in src/random.h."""

    def __init__(self, seed, stream):
        self.state, self.increment, self.spare = 0, stream << 1 | 1, None
        self.next()
        self.state = (self.state + seed) % 2**64
        self.next()

    def next(self):
        old = self.state
        self.state = (old * 6364136223846793005 + self.increment) % 2**64
        mixed, turn = ((old >> 18 ^ old) >> 27) % 2**32, old >> 59
        return (mixed >> turn | mixed << (-turn % 32)) % 2**32

    def below(self, bound):
        return self.next() * bound >> 32

    def uniform(self):
        return (self.next() + 0.5) / 2**32

    def normal(self):
        if self.spare is not None:
            result, self.spare = self.spare, None
            return result
        radius, turn = math.sqrt(-2 * math.log(self.uniform())), 2 * math.pi * self.uniform()
        self.spare = radius * math.sin(turn)
        return radius * math.cos(turn)


def shuffle(order, random):
    for i in range(len(order), 1, -1):
        j = random.below(i)
        order[i - 1], order[j] = order[j], order[i - 1]


def single(x):
    """Rounded to float, as the C++ starts from."""
    return torch.tensor(x, dtype=torch.float32).to(torch.float64)


ACTIVATIONS = {
    "identity": lambda x: x,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "gelu": f.gelu,
    "swish": f.silu,
}
SEED, SAMPLES, BATCH, UPDATES = 7, 80, 32, 200


class Net:
    def __init__(self, widths, activation, residual=False):
        self.widths, self.activation, self.residual = widths, activation, residual
        random = Random(SEED, WEIGHTS)
        self.layers = []
        for fan_in, fan_out in zip(widths, widths[1:]):
            deviation = math.sqrt(2 / (fan_in + fan_out))
            w = single([[deviation * random.normal() for _ in range(fan_in)] for _ in range(fan_out)])
            layer = [w, torch.zeros(fan_out)]
            if activation == "prelu" and len(self.layers) < len(widths) - 2:
                layer.append(torch.tensor([0.25]))
            self.layers.append(layer)
        for p in self.parameters():
            p.requires_grad_(True)

    def in_float(self):
        self.layers = [[p.detach().float().requires_grad_(True) for p in layer] for layer in self.layers]
        return self

    def parameters(self):
        return [p for layer in self.layers for p in layer]

    def flat(self, of=lambda p: p.detach()):
        return torch.cat([of(p).reshape(-1) for p in self.parameters()]).tolist()

    def forward(self, x):
        for l, (w, b, *alpha) in enumerate(self.layers):
            z = x @ w.T + b
            if l == len(self.layers) - 1:
                return z
            y = f.prelu(z, alpha[0]) if alpha else ACTIVATIONS[self.activation](z)
            x = y + x if self.residual and y.shape == x.shape else y

    def loss(self, kind, x, labels, l1=0.0, l2=0.0):
        z = self.forward(x)
        if kind == "bce":
            data = f.binary_cross_entropy_with_logits(z[:, 0], labels.to(z.dtype))
        elif kind == "cross_entropy":
            data = f.cross_entropy(z, labels)
        elif z.shape[1] == 1:
            data = f.mse_loss(z[:, 0], labels.to(z.dtype))
        else:
            data = f.mse_loss(z, f.one_hot(labels, z.shape[1]).to(z.dtype))
        weights = [layer[0] for layer in self.layers]
        return data + sum(l1 * w.abs().sum() + l2 / 2 * (w**2).sum() for w in weights)

    def predict(self, kind, x):
        z = self.forward(x).detach()
        if kind == "mse":
            return z
        return torch.sigmoid(z) if kind == "bce" else torch.softmax(z, dim=1)


def problem(classes):
    random = Random(SEED, DATA)
    points = single([[2 * random.uniform() - 1, 2 * random.uniform() - 1] for _ in range(SAMPLES)])
    labels = torch.tensor([int(classes * (x * x + abs(y)) / 2.01) for x, y in points.tolist()])
    return points, labels


OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    # At higher rates the path is unstable: with 0.005 PyTorch in float is 3e-3 from PyTorch in double.
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.002),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01),
}


def rate(name):
    return OPTIMIZERS[name]([torch.zeros(1, requires_grad=True)]).defaults["lr"]


def train(net, kind, optimizer, penalties):
    points, labels = problem(max(2, net.widths[-1]))
    points = points.to(net.layers[0][0].dtype)
    optimizer = OPTIMIZERS[optimizer](net.parameters())
    random, order, position = Random(SEED, ORDER), list(range(SAMPLES)), SAMPLES
    for _ in range(UPDATES):
        if position == SAMPLES:
            shuffle(order, random)
            position = 0
        batch = order[position : position + BATCH]
        position += len(batch)
        optimizer.zero_grad()
        loss = net.loss(kind, points[batch], labels[batch], *penalties)
        loss.backward()
        optimizer.step()
    return float(loss)


def distance(a, b):
    """The largest difference relative to each parameter, or to 0.01 where it nearly vanishes."""
    return max(abs(x - y) / max(abs(y), 0.01) for x, y in zip(a, b))


def flow(activation, deviation, residual, depth, width, batch, seed):
    """Norms of ∂L/∂W by layer, as gradient_flow.h defines them."""
    random, inputs, ends = Random(seed, WEIGHTS), Random(seed, DATA), Random(seed, GRADIENT)
    weights = [
        single([[deviation * random.normal() for _ in range(width)] for _ in range(width)])
        for _ in range(depth)
    ]
    x = single([[inputs.normal() for _ in range(batch)] for _ in range(width)])
    r = single([[ends.normal() / batch for _ in range(batch)] for _ in range(width)])
    for w in weights:
        w.requires_grad_(True)
        y = ACTIVATIONS[activation](w @ x)
        x = x + y if residual else y
    (r * x).sum().backward()
    return [float(w.grad.norm()) for w in weights]


def array(values, digits=9):
    numbers = [f"{v:.{digits}g}" for v in values]
    numbers = [n if any(c in n for c in ".en") else n + "." for n in numbers]
    lines, line = [], "   "
    for n in numbers:
        if len(line) + len(n) + 2 > 98:
            lines.append(line)
            line = "   "
        line += f" {n},"
    return "\n".join([*lines, line])


NETS = [
    ("small", [2, 8, 8, 1], "tanh", False, "bce"),
    ("wide", [2, 16, 16, 3], "tanh", False, "cross_entropy"),
    ("wide_gelu", [2, 16, 16, 3], "gelu", False, "cross_entropy"),
    ("squared", [2, 8, 8, 1], "swish", False, "mse"),
    ("one_hot", [2, 8, 8, 3], "relu", False, "mse"),
    ("learned", [2, 8, 8, 1], "prelu", True, "bce"),
]
FLOWS = [
    ("sigmoid", "xavier_normal", 1 / math.sqrt(32), False, 50, 32, 64, 42),
    ("sigmoid", "lecun_normal", 1 / math.sqrt(16), False, 64, 16, 8, 3),
    ("tanh", "xavier_normal", 1 / math.sqrt(32), False, 64, 32, 64, 42),
    ("relu", "he_normal", math.sqrt(2 / 32), False, 64, 32, 64, 42),
    ("gelu", "he_normal", math.sqrt(2 / 32), True, 20, 32, 64, 42),
]


def main():
    print("// Made by tests/reference/pytorch_training.py with PyTorch " + torch.__version__ + ".")
    print("// Change that script, not this file.\n#pragma once\n\n#include <vector>\n")
    print("// clang-format off\nnamespace pytorch {\n")
    print(f"inline constexpr int seed = {SEED}, batch_size = {BATCH}, updates = {UPDATES};\n")
    print("struct network {\n  const char *name, *activation, *loss;\n  bool residual;")
    print("  std::vector<int> widths;\n  std::vector<double> points;\n  std::vector<int> labels;")
    print("  std::vector<double> first_parameters, probabilities, gradients;\n  double first_loss;\n};\n")
    print("inline const std::vector<network> networks = {")
    for name, widths, activation, residual, kind in NETS:
        net = Net(widths, activation, residual)
        points, labels = problem(max(2, widths[-1]))
        loss = net.loss(kind, points, labels)
        first = net.flat()
        loss.backward()
        print(f'  {{"{name}", "{activation}", "{kind}", {str(residual).lower()},')
        print("   {" + ", ".join(map(str, widths)) + "},")
        print("   {\n" + array(points.reshape(-1).tolist()) + "},")
        print("   {" + ",".join(map(str, labels.tolist())) + "},")
        print("   {\n" + array(first) + "},")
        print("   {\n" + array(net.predict(kind, points).reshape(-1).tolist()) + "},")
        print("   {\n" + array(net.flat(lambda p: p.grad)) + "},")
        print(f"   {float(loss):.12g}}},")
    print("};\n")

    print("// Parameters after `updates` updates, and how far from them PyTorch in float ends.")
    print("struct run {\n  const char *network, *optimizer;")
    print("  double learning_rate, l1, l2, last_loss, distance_in_float;\n  std::vector<double> parameters;\n};\n")
    print("inline const std::vector<run> runs = {")
    for name, widths, activation, residual, kind in NETS:
        several = name in ("small", "wide", "wide_gelu")
        for optimizer in OPTIMIZERS if several else ["adam"]:
            for penalties in [(0, 0), (0.001, 0.01)] if optimizer == "sgd" else [(0, 0)]:
                net = Net(widths, activation, residual)
                in_float = Net(widths, activation, residual).in_float()
                last = train(net, kind, optimizer, penalties)
                train(in_float, kind, optimizer, penalties)
                off = distance(in_float.flat(), net.flat())
                print(f'  {{"{name}", "{optimizer}", {rate(optimizer)}, {penalties[0]}, {penalties[1]}, {last:.12g}, {off:.3g}, {{')
                print(array(net.flat()) + "}},")
    print("};\n")

    print("struct flow {\n  const char *activation, *init;\n  bool residual;\n  int depth, width, batch, seed;")
    print("  std::vector<double> norms;\n};\n\ninline const std::vector<flow> flows = {")
    for activation, init, deviation, residual, depth, width, batch, seed in FLOWS:
        norms = flow(activation, deviation, residual, depth, width, batch, seed)
        print(f'  {{"{activation}", "{init}", {str(residual).lower()}, {depth}, {width}, {batch}, {seed}, {{')
        print(array(norms, 6) + "}},")
    print("};\n\n}  // namespace pytorch\n// clang-format on")


main()
