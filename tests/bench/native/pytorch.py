"""The trainer in PyTorch, eager, on one thread."""

import torch
from torch import nn

from inputs import batches_of, flat, grid_points, layers_of, scattered_values

torch.set_num_threads(1)
version = f"PyTorch {torch.__version__}"


def build(description):
    parts = []
    for weights, biases in layers_of(description):
        linear = nn.Linear(weights.shape[1], weights.shape[0])
        linear.weight.data, linear.bias.data = torch.from_numpy(weights), torch.from_numpy(biases)
        parts += [linear, nn.Tanh() if description["activation"] == "tanh" else nn.Sigmoid()]
    return nn.Sequential(*parts[:-1])


def linears(model):
    return [part for part in model if isinstance(part, nn.Linear)]


def tensors(batches):
    return [(torch.from_numpy(x.copy()), torch.from_numpy(y.copy())) for x, y in batches]


class train:
    def __init__(self, task):
        self.model = build(task["network"])
        rate = task["network"]["learningRate"]
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=rate)
        self.loss = nn.BCEWithLogitsLoss()
        self.batches = tensors(batches_of(task["network"]))
        self.next = 0

    def run(self, times):
        for _ in range(times):
            x, y = self.batches[self.next]
            self.optimizer.zero_grad(set_to_none=True)
            self.loss(self.model(x), y).backward()
            self.optimizer.step()
            self.next = (self.next + 1) % len(self.batches)

    def outcome(self):
        return flat((l.weight.data.numpy(), l.bias.data.numpy()) for l in linears(self.model))


class predict:
    def __init__(self, task):
        self.model = build(task["network"])
        self.points = torch.from_numpy(grid_points(task["grid"]))

    def run(self, times):
        with torch.inference_mode():
            for _ in range(times):
                self.result = torch.sigmoid(self.model(self.points))

    def outcome(self):
        return self.result.flatten()


class gradients:
    def __init__(self, task):
        self.model = build(task["network"])
        self.loss = nn.BCEWithLogitsLoss()
        self.batch = tensors(batches_of(task["network"]))[0]

    def run(self, times):
        x, y = self.batch
        for _ in range(times):
            self.model.zero_grad(set_to_none=True)
            self.loss(self.model(x), y).backward()

    def outcome(self):
        return flat((l.weight.grad.numpy(), l.bias.grad.numpy()) for l in linears(self.model))


functions = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "gelu": nn.functional.gelu,
    "swish": nn.functional.silu,
    "relu": torch.relu,
}


class elementwise:
    def __init__(self, task):
        self.function = functions[task["name"]]
        self.x = torch.from_numpy(scattered_values(task["count"]))

    def run(self, times):
        with torch.inference_mode():
            for _ in range(times):
                self.result = self.function(self.x)

    def outcome(self):
        return self.result
