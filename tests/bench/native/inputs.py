"""The inputs of inputs.mjs, made the same way."""

import numpy as np


def scattered_values(count):
    scattered = np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B1)
    return (12.0 * scattered.astype(np.float64) / 2**32 - 6).astype(np.float32)


def grid_points(grid):
    columns = (np.arange(grid["width"]) + 0.5) / grid["width"]
    rows = (np.arange(grid["height"]) + 0.5) / grid["height"]
    x = grid["xMin"] + (grid["xMax"] - grid["xMin"]) * columns
    y = grid["yMax"] - (grid["yMax"] - grid["yMin"]) * rows
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2).astype(np.float32)


def layers_of(network):
    """Weights [out][in] and biases of each layer."""
    at = 0
    for inputs, width in zip(network["layers"], network["layers"][1:]):
        block = np.array(network["parameters"][at : at + width * inputs + width], np.float32)
        at += block.size
        yield block[:-width].reshape(width, inputs), block[-width:]


def batches_of(network):
    points = np.array(network["points"], np.float32).reshape(-1, 2)
    labels = np.array(network["labels"], np.float32).reshape(-1, 1)
    size = network["batch"]
    return [(points[i : i + size], labels[i : i + size]) for i in range(0, len(labels), size)]


def flat(pairs):
    return np.concatenate([part.ravel() for pair in pairs for part in pair])
