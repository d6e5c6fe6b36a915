import { counted } from './words.js';

/** The model as PyTorch code, with its weights. */

/** PyTorch's modules by the core's ids; functions where it has no module. @type {Record<string, string>} */
const modules = {
  identity: 'nn.Identity()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  leaky_relu: 'nn.LeakyReLU(0.01)',
  gelu: 'nn.GELU()',
  gelu_tanh: "nn.GELU(approximate='tanh')",
  swish: 'nn.SiLU()',
  elu: 'nn.ELU()',
  selu: 'nn.SELU()',
  softplus: 'nn.Softplus()',
  mish: 'nn.Mish()',
  hard_swish: 'nn.Hardswish()',
  softsign: 'nn.Softsign()',
  sine: 'torch.sin',
  step: 'lambda x: (x >= 0).to(x.dtype)',
};

/**
 * As many digits as tell one float from its neighbours. A number without a point is an integer to
 * Python, for which it may be too large; what has diverged is none at all.
 * @param {number} x
 */
function digits(x) {
  const text = String(Number(x.toPrecision(9)));
  if (!Number.isFinite(x)) return `float('${text}')`;
  return /[.e]/.test(text) ? text : `${text}.`;
}

/** @param {ArrayLike<number>} values */
const list = (values) => `[${Array.from(values, digits).join(', ')}]`;

/**
 * @param {import('./experiment.js').Learner} learner
 * @param {import('./experiment.js').Experiment} experiment
 */
export function pytorchCode({ network, activations }, { settings, total, data: { given } }) {
  const { layers, parameters } = network;
  let at = 0;
  const take = (/** @type {number} */ count) => {
    at += count;
    return parameters.subarray(at - count, at);
  };
  const rows = layers.slice(1).map((outputs, l) => {
    const inputs = layers[l];
    const weights = take(outputs * inputs);
    const biases = take(outputs);
    const matrix = Array.from({ length: outputs }, (_, o) =>
      list(weights.subarray(o * inputs, (o + 1) * inputs)),
    );
    const learned = activations[l] === 'prelu' ? `nn.PReLU(init=${digits(take(1)[0])})` : undefined;
    const last = l === layers.length - 2;
    const residual = settings.residual && !last && inputs === outputs;
    const activation = last ? 'nn.Identity()' : (learned ?? modules[activations[l]]);
    return `    (${matrix.length > 1 || inputs > 8 ? `[\n        ${matrix.join(',\n        ')},\n    ]` : `[${matrix}]`},\n     ${list(biases)},\n     ${activation}, ${residual ? 'True' : 'False'}),`;
  });
  const one = given?.classes?.[1] ? `: ${JSON.stringify(given.classes[1])}` : '';
  const { shift, scale } = given ?? {};
  const fitted = shift && scale;
  const output = settings.loss === 'mse' ? 'x' : 'torch.sigmoid(x)';
  return `"""A network of widths ${layers.join('-')} after ${counted(total, 'update')}.

model(points), with points of shape (n, 2), gives ${settings.loss === 'mse' ? 'the raw output' : 'P(class 1)'} for each.
Class 1 is blue${one}; x and y as in the ${fitted ? 'file' : 'picture, from -1.2 to 1.2'}.
"""
import torch
from torch import nn

# Weights, biases, activation, and whether the layer adds its input to its output.
LAYERS = [
${rows.join('\n')}
]


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.ModuleList()
        self.activation = []
        for i, (weights, biases, activation, _) in enumerate(LAYERS):
            layer = nn.Linear(len(weights[0]), len(weights))
            with torch.no_grad():
                layer.weight.copy_(torch.tensor(weights))
                layer.bias.copy_(torch.tensor(biases))
            self.linear.append(layer)
            self.activation.append(activation)
            if isinstance(activation, nn.Module):
                self.add_module(f'activation_{i}', activation)

    def forward(self, x):${
      fitted
        ? `
        x = (x - torch.tensor(${list(shift)})) / torch.tensor(${list(scale)})`
        : ''
    }
        for linear, activation, (*_, residual) in zip(self.linear, self.activation, LAYERS):
            y = activation(linear(x))
            x = y + x if residual else y
        x = x.squeeze(-1)
        return ${output}


model = Model()

if __name__ == '__main__':
    print(model(torch.tensor([[0.0, 0.0], [0.5, 0.5], [-1.0, 1.0]])))
`;
}
