// Who takes part, in the order of the tables.

/**
 * @typedef {object} Entry
 * @property {string} id names the entry file here (page) or the module in native/ (native)
 * @property {string} label
 * @property {'page' | 'native'} where
 * @property {import('../reference.mjs').Variant} [variant] what it trains, where that is not the
 *   usual cross-entropy in batches
 * @property {string} [note]
 */

/** @type {Entry[]} */
export const contestants = [
  {
    id: 'ours',
    label: 'activation-widgets',
    where: 'page',
    note: 'in D evaluate() with slopes, into arrays of the caller; TensorFlow.js makes new ones',
  },
  {
    id: 'kernels-shown',
    label: 'our kernel alone',
    where: 'page',
    note: 'values without slopes, in WebAssembly memory, where evaluate() copies in and out',
  },
  {
    id: 'kernels-network',
    label: 'our kernel in networks',
    where: 'page',
    note: 'the same, but for a faster tanh, 6.5 ULP',
  },
  { id: 'plain-js', label: 'plain JavaScript, Math.tanh', where: 'page' },
  { id: 'plain-js-fast', label: 'plain JavaScript, a fast tanh', where: 'page' },
  { id: 'object-graph', label: 'object graph, as in TensorFlow Playground', where: 'page' },
  { id: 'tensorflow-js-cpu', label: 'TensorFlow.js, cpu', where: 'page' },
  { id: 'tensorflow-js-wasm', label: 'TensorFlow.js, wasm', where: 'page' },
  {
    id: 'brain-js',
    label: 'brain.js',
    where: 'page',
    variant: { output: 'activated', eachSample: true },
    note: 'trains on the squared error of a tanh output, with an update after each sample; E updates too',
  },
  {
    id: 'convnet-js',
    label: 'ConvNetJS',
    where: 'page',
    variant: { output: 'raw', eachSample: false },
    note: 'trains on the squared error of a linear output',
  },
  { id: 'onnxruntime', label: 'onnxruntime-web', where: 'page' },
  { id: 'pytorch', label: 'PyTorch, native', where: 'native', note: 'eager' },
  { id: 'numpy_network', label: 'numpy, native', where: 'native' },
];
