"""The trainer in numpy: whole batches at a time, results written into arrays that exist already."""

import numpy as np

from inputs import batches_of, flat, grid_points, layers_of

version = f"numpy {np.__version__}"


class Network:
    def __init__(self, description, rows):
        self.tanh = description["activation"] == "tanh"
        self.weights, self.biases = map(list, zip(*layers_of(description)))
        widths = description["layers"][1:]
        self.outputs = [np.empty((rows, width), np.float32) for width in widths]
        self.deltas = [np.empty((rows, width), np.float32) for width in widths]
        self.slopes = [np.empty((rows, width), np.float32) for width in widths]
        self.weight_gradients = [np.empty_like(w) for w in self.weights]
        self.bias_gradients = [np.empty_like(b) for b in self.biases]

    def forward(self, x):
        for weights, biases, y in zip(self.weights, self.biases, self.outputs):
            np.matmul(x, weights.T, out=y)
            y += biases
            if y is self.outputs[-1]:
                return sigmoid(y)
            x = np.tanh(y, out=y) if self.tanh else sigmoid(y)

    def backward(self, x, labels):
        np.subtract(self.forward(x), labels, out=self.deltas[-1])
        self.deltas[-1] /= len(x)
        for l in range(len(self.weights) - 1, -1, -1):
            below = self.outputs[l - 1] if l else x
            np.matmul(self.deltas[l].T, below, out=self.weight_gradients[l])
            np.sum(self.deltas[l], axis=0, out=self.bias_gradients[l])
            if l:
                np.matmul(self.deltas[l], self.weights[l], out=self.deltas[l - 1])
                slope = np.multiply(below, below, out=self.slopes[l - 1])
                np.subtract(1 if self.tanh else below, slope, out=slope)
                self.deltas[l - 1] *= slope

    def update(self, rate):
        for values, gradients in (
            (self.weights, self.weight_gradients),
            (self.biases, self.bias_gradients),
        ):
            for value, gradient in zip(values, gradients):
                gradient *= rate
                value -= gradient


def sigmoid(y):
    np.negative(y, out=y)
    np.exp(y, out=y)
    y += 1
    return np.reciprocal(y, out=y)


class train:
    def __init__(self, task):
        self.network = Network(task["network"], task["network"]["batch"])
        self.rate = np.float32(task["network"]["learningRate"])
        self.batches = batches_of(task["network"])
        self.next = 0

    def run(self, times):
        for _ in range(times):
            self.network.backward(*self.batches[self.next])
            self.network.update(self.rate)
            self.next = (self.next + 1) % len(self.batches)

    def outcome(self):
        return flat(zip(self.network.weights, self.network.biases))


class predict:
    def __init__(self, task):
        self.points = grid_points(task["grid"])
        self.network = Network(task["network"], len(self.points))

    def run(self, times):
        for _ in range(times):
            self.result = self.network.forward(self.points)

    def outcome(self):
        return self.result.ravel()


class gradients:
    def __init__(self, task):
        self.network = Network(task["network"], task["network"]["batch"])
        self.batch = batches_of(task["network"])[0]

    def run(self, times):
        for _ in range(times):
            self.network.backward(*self.batch)

    def outcome(self):
        return flat(zip(self.network.weight_gradients, self.network.bias_gradients))
