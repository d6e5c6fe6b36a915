// Hands on a widget, in any engine: where there is something to drag, and what came of it.

/** @typedef {import('../browsers/engines/engine.js').Tab} Tab */

/** Waits until the page's first widget of its kind is drawn, and listens to it from then on. */
export const start = (/** @type {Tab} */ tab, /** @type {string} */ tag) =>
  tab.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    await widget.ready;
    widget.scrollIntoView({ block: 'start' });
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    const heard = /** @type {any} */ (window);
    heard.events = [];
    for (const type of ['input', 'change']) {
      widget.addEventListener(type, (/** @type {any} */ { detail }) =>
        heard.events.push([type, typeof detail]),
      );
    }
  }, tag);

/** @returns {Promise<string>} */
export const state = (/** @type {Tab} */ tab, /** @type {string} */ tag) =>
  tab.evaluate(
    (tag) => JSON.stringify(/** @type {any} */ (document.querySelector(tag)).state),
    tag,
  );

/** @returns {Promise<string[]>} what the page has complained of */
export const problems = (/** @type {Tab} */ tab) =>
  tab.evaluate(() => /** @type {any} */ (window).problems);

/** How many of the pictures and sliders there are that one can see and use. */
export const surfaces = (/** @type {Tab} */ tab, /** @type {string} */ tag) =>
  tab.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const all = [...widget.shadowRoot.querySelectorAll('canvas, input[type=range]:not(.unseen)')];
    const shown = all.filter((node) => node.checkVisibility() && !node.disabled);
    /** @type {any} */ (window).surfaces = shown;
    return shown.length;
  }, tag);

/**
 * Drags across one of them, from its middle to the right; waits for what comes of it.
 * @returns {Promise<string[]>} the events the widget has sent
 */
export async function drag(/** @type {Tab} */ tab, /** @type {number} */ index) {
  const [x, y, width] = await tab.evaluate(async (index) => {
    const node = /** @type {any} */ (window).surfaces[index];
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    /** @type {any} */ (window).events.length = 0;
    const box = node.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2, box.width];
  }, index);
  await tab.drag([0, 0.05, 0.1, 0.2].map((share) => [x + share * width, y]));
  return tab.evaluate(async () => {
    const { events } = /** @type {any} */ (window);
    // Not everything that can be dragged across answers. A busy machine has fewer frames, too.
    for (let i = 0; i < 30 && events.at(-1)?.[0] !== 'change'; i++)
      await new Promise(requestAnimationFrame);
    return events.map((/** @type {string[]} */ event) => event.join());
  });
}
