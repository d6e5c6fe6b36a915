// Writes a network as an ONNX file: Gemm, Tanh or Sigmoid, … and a Sigmoid at the end. The few
// protocol-buffer fields it needs are written by hand; their numbers are those of onnx.proto.

/** @param {number} n */
function varint(n) {
  const bytes = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) + 128);
  return [...bytes, n];
}

/** @typedef {number[] | string | Uint8Array} Content */

/**
 * @param {number} number
 * @param {Content} content
 */
function bytesField(number, content) {
  const bytes = typeof content === 'string' ? [...new TextEncoder().encode(content)] : [...content];
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

/**
 * @param {number} number
 * @param {number} value
 */
const numberField = (number, value) => [...varint(number * 8), ...varint(value)];

/**
 * @param {string} name
 * @param {number[]} dimensions
 * @param {number[]} values
 */
const floatTensor = (name, dimensions, values) => [
  ...dimensions.flatMap((size) => numberField(1, size)),
  ...numberField(2, 1),
  ...bytesField(8, name),
  ...bytesField(9, new Uint8Array(Float32Array.from(values).buffer)),
];

/**
 * @param {string} operator
 * @param {string[]} inputs
 * @param {string} output
 * @param {number[]} [attribute]
 */
const node = (operator, inputs, output, attribute) => [
  ...inputs.flatMap((name) => bytesField(1, name)),
  ...bytesField(2, output),
  ...bytesField(4, operator),
  ...(attribute ? bytesField(5, attribute) : []),
];

const transposeB = [...bytesField(1, 'transB'), ...numberField(3, 1), ...numberField(20, 2)];

/**
 * @param {string} name
 * @param {number} columns
 */
const floatMatrix = (name, columns) => {
  const rows = bytesField(1, bytesField(2, 'points'));
  const shape = [...rows, ...bytesField(1, numberField(1, columns))];
  const type = bytesField(1, [...numberField(1, 1), ...bytesField(2, shape)]);
  return [...bytesField(1, name), ...bytesField(2, type)];
};

/**
 * @param {import('../workloads.mjs').Network} network
 * @returns {Uint8Array} takes x, gives the probabilities y
 */
export function onnxModel({ layers, activation, parameters }) {
  const nodes = [];
  const tensors = [];
  let at = 0;
  for (let l = 1; l < layers.length; l++) {
    const [inputs, width] = [layers[l - 1], layers[l]];
    const size = width * inputs;
    tensors.push(floatTensor(`W${l}`, [width, inputs], parameters.slice(at, at + size)));
    tensors.push(floatTensor(`b${l}`, [width], parameters.slice(at + size, at + size + width)));
    at += size + width;
    const isLast = l === layers.length - 1;
    const input = l === 1 ? 'x' : `f${l - 1}`;
    nodes.push(node('Gemm', [input, `W${l}`, `b${l}`], `z${l}`, transposeB));
    const f = isLast || activation === 'sigmoid' ? 'Sigmoid' : 'Tanh';
    nodes.push(node(f, [`z${l}`], isLast ? 'y' : `f${l}`));
  }
  const graph = [
    ...nodes.flatMap((bytes) => bytesField(1, bytes)),
    ...bytesField(2, 'network'),
    ...tensors.flatMap((bytes) => bytesField(5, bytes)),
    ...bytesField(11, floatMatrix('x', layers[0])),
    ...bytesField(12, floatMatrix('y', 1)),
  ];
  const operators = bytesField(8, numberField(2, 13));
  return Uint8Array.from([...numberField(1, 8), ...bytesField(7, graph), ...operators]);
}
