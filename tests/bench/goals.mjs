// What is aimed at, as ratios within one run.

/**
 * @typedef {object} Goal
 * @property {string} workload
 * @property {string} [ours] the id of our contestant, `ours` if not given
 * @property {string[]} [against] ids; of several, the best in each round
 * @property {string} label
 * @property {number} atLeast times as fast, or the fraction of the peak where `against` is missing
 */

const plain = ['plain-js'];
const fast = ['plain-js-fast'];
const tensorflow = ['tensorflow-js-cpu', 'tensorflow-js-wasm'];

/** @type {Goal[]} */
export const goals = [
  { workload: 'A', against: plain, label: 'plain JavaScript', atLeast: 20 },
  { workload: 'A', against: fast, label: 'plain JavaScript with a fast tanh', atLeast: 5 },
  { workload: 'A', against: ['brain-js'], label: 'brain.js', atLeast: 20 },
  { workload: 'A', against: ['convnet-js'], label: 'ConvNetJS', atLeast: 40 },
  { workload: 'A', against: ['object-graph'], label: 'object graph', atLeast: 80 },
  { workload: 'A', against: tensorflow, label: 'TensorFlow.js', atLeast: 250 },
  { workload: 'A', against: ['pytorch'], label: 'PyTorch', atLeast: 200 },
  { workload: 'B', against: plain, label: 'plain JavaScript', atLeast: 25 },
  { workload: 'B', against: ['pytorch'], label: 'PyTorch', atLeast: 6 },
  { workload: 'B', against: ['numpy_network'], label: 'numpy', atLeast: 3 },
  { workload: 'B', label: 'the machine’s peak', atLeast: 0.5 },
  { workload: 'C', against: plain, label: 'plain JavaScript', atLeast: 15 },
  { workload: 'C', against: ['onnxruntime'], label: 'onnxruntime-web', atLeast: 2.5 },
  { workload: 'C', against: ['pytorch'], label: 'PyTorch', atLeast: 1.8 },
  ...[
    { workload: 'D sigmoid', atLeast: 5 },
    { workload: 'D tanh', atLeast: 9 },
    { workload: 'D gelu', atLeast: 6 },
  ].map((goal) => ({
    ...goal,
    ours: 'kernels-shown',
    against: plain,
    label: 'plain JavaScript (our kernel alone)',
  })),
  { workload: 'E', against: plain, label: 'plain JavaScript', atLeast: 15 },
  { workload: 'E', against: ['pytorch'], label: 'PyTorch', atLeast: 4 },
  { workload: 'E', against: ['numpy_network'], label: 'numpy', atLeast: 1.6 },
  { workload: 'E', label: 'the machine’s peak', atLeast: 0.5 },
];

/** @type {{ label: string, atMost: number }} milliseconds */
export const readyGoal = { label: 'first widget ready after its script arrived', atMost: 30 };

/**
 * Of three <decision-boundary> while they train, see frames.mjs.
 * @type {{ of: 'own' | 'longest' | 'rest', label: string, atMost: number, unit: string }[]} times are of
 *   a processor
 */
export const frameGoals = [
  {
    of: 'own',
    label: 'training and drawing of three, of the page’s thread a frame',
    atMost: 6,
    unit: ' ms',
  },
  { of: 'longest', label: 'the longest task of the page’s thread', atMost: 50, unit: ' ms' },
  {
    of: 'rest',
    label: 'until every device pixel is evaluated at rest',
    atMost: 18,
    unit: ' frames',
  },
];
