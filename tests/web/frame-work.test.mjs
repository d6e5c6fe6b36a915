// What a frame costs while something is dragged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './page.mjs';

const limit = 4;

/** @type {[tag: string, attributes: string, input: string][]} */
const drags = [
  ['gaussian-gate', 'compare', 'input'],
  ['activation-table', 'activation="gelu" compare="swish"', 'label input'],
  ['dead-neuron', 'activation="prelu"', '.sliders label:nth-child(3) input'],
  ['linear-collapse', 'layers="8" activation="tanh"', '.menus input'],
  ['vanishing-gradient', 'depth="64" width="64"', 'label input'],
];

for (const [tag, attributes, input] of drags) {
  test(`${tag}: a frame of work while dragging stays under ${limit} ms`, async () => {
    const { page, close } = await open(`<${tag} ${attributes}></${tag}>`);
    /** @type {number[]} */
    const medians = [];
    // Whatever else runs on the machine can only add: the best of some rounds counts.
    while (medians.length < 5 && !(Math.min(...medians) < limit)) {
      medians.push(await page.evaluate(medianWork, { tag, input }));
    }
    console.log(`${tag}: median ${medians.map((median) => median.toFixed(2)).join(', ')} ms`);
    assert.ok(Math.min(...medians) < limit);
    await close();
  });
}

/**
 * Runs in the page.
 * @param {{ tag: string, input: string }} what
 * @returns {Promise<number>} milliseconds
 */
async function medianWork({ tag, input }) {
  const widget = /** @type {any} */ (document.querySelector(tag));
  const slider = widget.shadowRoot.querySelector(input);
  const [min, max] = [Number(slider.min), Number(slider.max)];
  const times = [];
  for (let i = 0; i < 90; i++) {
    slider.value = String(max - ((max - min) * (i % 45)) / 90);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    const begin = performance.now();
    widget.flush();
    // The first ones warm up the compiler, and draw weights that later ones share.
    if (i >= 30) times.push(performance.now() - begin);
    await new Promise(requestAnimationFrame);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
