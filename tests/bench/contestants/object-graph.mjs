// A network as a graph of objects, the structure of TensorFlow Playground's network code: a node
// holds its incoming and outgoing links, a link its weight and what its gradient has summed up to;
// errors go back node by node, and an update walks all links. Written anew, after its algorithm.
import { gridPoints } from '../inputs.mjs';

const activations = {
  tanh: {
    output: (/** @type {number} */ x) => Math.tanh(x),
    slope: (/** @type {number} */ x) => {
      const y = Math.tanh(x);
      return 1 - y * y;
    },
  },
  sigmoid: {
    output: (/** @type {number} */ x) => 1 / (1 + Math.exp(-x)),
    slope: (/** @type {number} */ x) => {
      const y = 1 / (1 + Math.exp(-x));
      return y * (1 - y);
    },
  },
};

/** The slope of the cross-entropy with respect to a probability. */
const lossSlope = (/** @type {number} */ p, /** @type {number} */ label) =>
  p === label ? 0 : (p - label) / (p * (1 - p));

class Link {
  errorSlope = 0;
  slopeSum = 0;
  slopeCount = 0;

  /**
   * @param {Node} source
   * @param {Node} target
   * @param {number} weight
   */
  constructor(source, target, weight) {
    this.source = source;
    this.target = target;
    this.weight = weight;
  }
}

class Node {
  /** @type {Link[]} */
  incoming = [];
  /** @type {Link[]} */
  outgoing = [];
  totalInput = 0;
  output = 0;
  outputSlope = 0;
  inputSlope = 0;
  slopeSum = 0;
  slopeCount = 0;

  /**
   * @param {typeof activations.tanh} activation
   * @param {number} bias
   */
  constructor(activation, bias) {
    this.activation = activation;
    this.bias = bias;
  }

  updateOutput() {
    this.totalInput = this.bias;
    for (let i = 0; i < this.incoming.length; i++) {
      const link = this.incoming[i];
      this.totalInput += link.weight * link.source.output;
    }
    this.output = this.activation.output(this.totalInput);
    return this.output;
  }
}

/** @param {import('../workloads.mjs').Network} description */
function build({ layers, activation, parameters }) {
  let at = 0;
  /** @type {Node[][]} */
  const network = [Array.from({ length: layers[0] }, () => new Node(activations.tanh, 0))];
  for (let l = 1; l < layers.length; l++) {
    const below = network[l - 1];
    const isLast = l === layers.length - 1;
    const biases = at + layers[l] * below.length;
    network.push(
      Array.from({ length: layers[l] }, (_, o) => {
        const node = new Node(activations[isLast ? 'sigmoid' : activation], parameters[biases + o]);
        for (const source of below) {
          const link = new Link(source, node, parameters[at++]);
          source.outgoing.push(link);
          node.incoming.push(link);
        }
        return node;
      }),
    );
    at = biases + layers[l];
  }
  return network;
}

/**
 * @param {Node[][]} network
 * @param {ArrayLike<number>} point
 */
function forward(network, point) {
  for (let i = 0; i < network[0].length; i++) network[0][i].output = point[i];
  for (let l = 1; l < network.length; l++) {
    for (let i = 0; i < network[l].length; i++) network[l][i].updateOutput();
  }
  return network[network.length - 1][0].output;
}

/**
 * @param {Node[][]} network
 * @param {number} label
 */
function backward(network, label) {
  const output = network[network.length - 1][0];
  output.outputSlope = lossSlope(output.output, label);
  for (let l = network.length - 1; l >= 1; l--) {
    for (let i = 0; i < network[l].length; i++) {
      const node = network[l][i];
      node.inputSlope = node.outputSlope * node.activation.slope(node.totalInput);
      node.slopeSum += node.inputSlope;
      node.slopeCount++;
    }
    for (let i = 0; i < network[l].length; i++) {
      const node = network[l][i];
      for (let j = 0; j < node.incoming.length; j++) {
        const link = node.incoming[j];
        link.errorSlope = node.inputSlope * link.source.output;
        link.slopeSum += link.errorSlope;
        link.slopeCount++;
      }
    }
    if (l === 1) continue;
    for (let i = 0; i < network[l - 1].length; i++) {
      const node = network[l - 1][i];
      node.outputSlope = 0;
      for (let j = 0; j < node.outgoing.length; j++) {
        const link = node.outgoing[j];
        node.outputSlope += link.weight * link.target.inputSlope;
      }
    }
  }
}

/**
 * @param {Node[][]} network
 * @param {number} rate
 */
function update(network, rate) {
  for (let l = 1; l < network.length; l++) {
    for (let i = 0; i < network[l].length; i++) {
      const node = network[l][i];
      if (node.slopeCount > 0) {
        node.bias -= (rate * node.slopeSum) / node.slopeCount;
        node.slopeSum = 0;
        node.slopeCount = 0;
      }
      for (let j = 0; j < node.incoming.length; j++) {
        const link = node.incoming[j];
        if (link.slopeCount > 0) {
          link.weight -= (rate / link.slopeCount) * link.slopeSum;
          link.slopeSum = 0;
          link.slopeCount = 0;
        }
      }
    }
  }
}

/**
 * Something of every link and every bias, in the order of parameters.
 * @param {Node[][]} network
 * @param {(link: Link) => number} ofLink
 * @param {(node: Node) => number} ofNode
 */
const collect = (network, ofLink, ofNode) =>
  network
    .slice(1)
    .flatMap((layer) => [
      ...layer.flatMap((node) => node.incoming.map(ofLink)),
      ...layer.map(ofNode),
    ]);

/** @type {import('./contestant.d.ts').Start} */
export default async () => ({
  train({ network: description }) {
    const network = build(description);
    const { points, labels, batch, learningRate } = description;
    const samples = labels.map((label, i) => ({ point: points.slice(2 * i, 2 * i + 2), label }));
    let next = 0;
    return {
      run(times) {
        for (let k = 0; k < times * batch; k++) {
          const { point, label } = samples[next];
          forward(network, point);
          backward(network, label);
          next = (next + 1) % samples.length;
          if ((k + 1) % batch === 0) update(network, learningRate);
        }
      },
      outcome: () =>
        collect(
          network,
          (link) => link.weight,
          (node) => node.bias,
        ),
    };
  },

  predict({ network: description, grid }) {
    const network = build(description);
    const points = gridPoints(grid);
    const result = new Float32Array(grid.width * grid.height);
    const point = [0, 0];
    return {
      run(times) {
        for (let k = 0; k < times * result.length; k++) {
          const i = k % result.length;
          point[0] = points[2 * i];
          point[1] = points[2 * i + 1];
          result[i] = forward(network, point);
        }
      },
      outcome: () => result,
    };
  },

  gradients({ network: description }) {
    const network = build(description);
    const { points, labels, batch } = description;
    const samples = labels.map((_, i) => points.slice(2 * i, 2 * i + 2));
    return {
      run(times) {
        for (let k = 0; k < times * batch; k++) {
          if (k % batch === 0) update(network, 0);
          forward(network, samples[k % batch]);
          backward(network, labels[k % batch]);
        }
      },
      outcome: () =>
        collect(
          network,
          (link) => link.slopeSum / batch,
          (node) => node.slopeSum / batch,
        ),
    };
  },
});
