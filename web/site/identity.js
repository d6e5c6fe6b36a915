import { fixed } from '../shared/format.js';
import { GROUP_EVENT } from '../shared/group.js';

/** Shows 2 σ(2x) − 1 beside tanh(x), both from the core, for the x of the figure above. */
export async function watchIdentity() {
  const figure = document.getElementById('see-tanh');
  const output = document.getElementById('identity');
  const { activationWidgets } = /** @type {any} */ (globalThis);
  if (!figure || !output || !activationWidgets) return;
  const core = await activationWidgets.loadCore();
  const value = (/** @type {string} */ id, /** @type {number} */ x) =>
    core.evaluate(id, Float32Array.of(x)).value[0];

  // Not only what is done in the figure itself: a link, words and the table of its group set it too.
  document.addEventListener(GROUP_EVENT, (event) => {
    const { group, values } = /** @type {any} */ (event).detail;
    if (group !== figure.getAttribute('group') || values.x === undefined) return;
    const x = Number(values.x);
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
