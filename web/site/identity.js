import { fixed } from '../shared/format.js';

/** Shows 2 σ(2x) − 1 beside tanh(x), both from the core, for the x of the figure above. */
export async function watchIdentity() {
  const figure = document.getElementById('see-tanh');
  const output = document.getElementById('identity');
  const { activationWidgets } = /** @type {any} */ (globalThis);
  if (!figure || !output || !activationWidgets) return;
  const core = await activationWidgets.loadCore();
  const value = (/** @type {string} */ id, /** @type {number} */ x) =>
    core.evaluate(id, Float32Array.of(x)).value[0];

  figure.addEventListener('input', (event) => {
    const { x } = /** @type {any} */ (event).detail;
    const sigmoid = value('sigmoid', 2 * x);
    show('x', x, 2);
    show('sigmoid', sigmoid, 4);
    show('stretched', 2 * sigmoid - 1, 4);
    show('tanh', value('tanh', x), 4);
  });

  /** @param {string} name @param {number} number @param {number} digits */
  function show(name, number, digits) {
    const place = output?.querySelector(`[data-show="${name}"]`);
    if (place) place.textContent = fixed(number, digits);
  }
}
