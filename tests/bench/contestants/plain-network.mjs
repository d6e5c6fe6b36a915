// A trainer written by hand in JavaScript: flat Float64Arrays (Float32Arrays, converted at every
// access, were up to 15 % slower), nothing allocated while it runs, four samples at a time, so that
// each weight is read once for four independent sums and the processor need not wait for additions.

/**
 * @typedef {import('../workloads.mjs').Network} Network
 *
 * @typedef {object} Layer
 * @property {number} inputs
 * @property {number} width
 * @property {Float64Array} weights
 * @property {Float64Array} biases
 * @property {Float64Array} weightGradient
 * @property {Float64Array} biasGradient
 * @property {Float64Array} outputs of four samples, side by side for each neuron
 * @property {Float64Array} deltas the same way
 */

/**
 * Each entry file is bundled by itself, so that the engine sees one tanh here and inlines it.
 * @param {{ tanh: (x: number) => number, sigmoid: (x: number) => number }} functions
 */
export function plainNetwork({ tanh, sigmoid }) {
  /** @param {Network} network */
  return function build(network) {
    const isTanh = network.activation === 'tanh';
    const input = new Float64Array(4 * network.layers[0]);
    const layers = layersOf(network);
    const last = layers.length - 1;
    const points = Float64Array.from(network.points);
    const labels = Float64Array.from(network.labels);
    const { batch, learningRate } = network;
    const { outputs: logits, deltas: residuals } = layers[last];
    let next = 0;

    function forward() {
      /** @type {Float64Array} */
      let x = input;
      for (let l = 0; l <= last; l++) {
        const layer = layers[l];
        linear(layer, x);
        if (l < last) activate(layer.outputs);
        x = layer.outputs;
      }
    }

    /** @param {Float64Array} z */
    function activate(z) {
      if (isTanh) for (let i = 0; i < z.length; i++) z[i] = tanh(z[i]);
      else for (let i = 0; i < z.length; i++) z[i] = sigmoid(z[i]);
    }

    function backward() {
      for (let l = last; l > 0; l--) {
        const below = layers[l - 1];
        accumulate(layers[l], below.outputs);
        propagate(layers[l], below.deltas);
        if (isTanh) tanhSlopes(below);
        else sigmoidSlopes(below);
      }
      accumulate(layers[0], input);
    }

    /** Gradients of the next batch, summed. */
    function sumGradients() {
      for (let first = 0; first < batch; first += 4) {
        for (let s = 0; s < 4; s++) {
          input[s] = points[2 * (next + s)];
          input[4 + s] = points[2 * (next + s) + 1];
        }
        forward();
        for (let s = 0; s < 4; s++) residuals[s] = sigmoid(logits[s]) - labels[next + s];
        backward();
        next = next + 4 < labels.length ? next + 4 : 0;
      }
    }

    function update() {
      const rate = learningRate / batch;
      for (let l = 0; l <= last; l++) {
        const { weights, weightGradient, biases, biasGradient } = layers[l];
        for (let i = 0; i < weights.length; i++) {
          weights[i] -= rate * weightGradient[i];
          weightGradient[i] = 0;
        }
        for (let i = 0; i < biases.length; i++) {
          biases[i] -= rate * biasGradient[i];
          biasGradient[i] = 0;
        }
      }
    }

    return {
      /** @param {number} steps */
      train(steps) {
        for (let step = 0; step < steps; step++) {
          sumGradients();
          update();
        }
      },

      gradients() {
        for (const { weightGradient, biasGradient } of layers) {
          weightGradient.fill(0);
          biasGradient.fill(0);
        }
        sumGradients();
      },

      /**
       * @param {import('../workloads.mjs').Grid} grid its width a multiple of 4
       * @param {Float32Array} result
       */
      predictGrid({ xMin, xMax, yMin, yMax, width, height }, result) {
        const dx = (xMax - xMin) / width;
        const dy = (yMax - yMin) / height;
        for (let row = 0, k = 0; row < height; row++) {
          const y = yMax - dy * (row + 0.5);
          input[4] = input[5] = input[6] = input[7] = y;
          for (let column = 0; column < width; column += 4, k += 4) {
            for (let s = 0; s < 4; s++) input[s] = xMin + dx * (column + s + 0.5);
            forward();
            for (let s = 0; s < 4; s++) result[k + s] = sigmoid(logits[s]);
          }
        }
      },

      parameters: () => layers.flatMap((layer) => [...layer.weights, ...layer.biases]),
      meanGradient: () =>
        layers.flatMap((layer) =>
          [...layer.weightGradient, ...layer.biasGradient].map((g) => g / batch),
        ),
    };
  };
}

/**
 * @param {Layer} layer
 * @param {Float64Array} x
 */
function linear({ inputs, width, weights, biases, outputs }, x) {
  for (let o = 0, w = 0; o < width; o++) {
    let a = biases[o];
    let b = a;
    let c = a;
    let d = a;
    for (let i = 0; i < 4 * inputs; i += 4, w++) {
      const weight = weights[w];
      a += weight * x[i];
      b += weight * x[i + 1];
      c += weight * x[i + 2];
      d += weight * x[i + 3];
    }
    outputs[4 * o] = a;
    outputs[4 * o + 1] = b;
    outputs[4 * o + 2] = c;
    outputs[4 * o + 3] = d;
  }
}

/**
 * @param {Layer} layer
 * @param {Float64Array} x
 */
function accumulate({ inputs, width, weightGradient, biasGradient, deltas }, x) {
  for (let o = 0, w = 0; o < width; o++) {
    const a = deltas[4 * o];
    const b = deltas[4 * o + 1];
    const c = deltas[4 * o + 2];
    const d = deltas[4 * o + 3];
    biasGradient[o] += a + b + (c + d);
    for (let i = 0; i < 4 * inputs; i += 4, w++) {
      weightGradient[w] += a * x[i] + b * x[i + 1] + (c * x[i + 2] + d * x[i + 3]);
    }
  }
}

/**
 * @param {Layer} layer
 * @param {Float64Array} below the deltas of its inputs
 */
function propagate({ inputs, width, weights, deltas }, below) {
  for (let i = 0; i < inputs; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let o = 0, w = i; o < 4 * width; o += 4, w += inputs) {
      const weight = weights[w];
      a += weight * deltas[o];
      b += weight * deltas[o + 1];
      c += weight * deltas[o + 2];
      d += weight * deltas[o + 3];
    }
    below[4 * i] = a;
    below[4 * i + 1] = b;
    below[4 * i + 2] = c;
    below[4 * i + 3] = d;
  }
}

/** @param {Layer} layer */
function tanhSlopes({ outputs, deltas }) {
  for (let i = 0; i < deltas.length; i++) deltas[i] *= 1 - outputs[i] * outputs[i];
}

/** @param {Layer} layer */
function sigmoidSlopes({ outputs, deltas }) {
  for (let i = 0; i < deltas.length; i++) deltas[i] *= outputs[i] * (1 - outputs[i]);
}

/**
 * @param {Network} network
 * @returns {Layer[]}
 */
function layersOf({ layers, parameters }) {
  let at = 0;
  return layers.slice(1).map((width, l) => {
    const inputs = layers[l];
    const size = width * inputs;
    const weights = Float64Array.from(parameters.slice(at, at + size));
    const biases = Float64Array.from(parameters.slice(at + size, at + size + width));
    at += size + width;
    return {
      inputs,
      width,
      weights,
      biases,
      weightGradient: new Float64Array(weights.length),
      biasGradient: new Float64Array(width),
      outputs: new Float64Array(4 * width),
      deltas: new Float64Array(4 * width),
    };
  });
}
