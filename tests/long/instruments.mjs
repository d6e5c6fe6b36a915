// Counts what a page holds: frames asked for, timers, observers, and memory of both kinds.

/** Runs before any script of the page. */
export const counting = `<script>
  window.held = { frames: new Set(), observers: new Map() };
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
  window.requestAnimationFrame = (run) => {
    const id = request.call(window, (time) => { held.frames.delete(id); run(time); });
    held.frames.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => { held.frames.delete(id); cancel.call(window, id); };
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) {
    const Observer = window[name];
    window[name] = class extends Observer {
      observe(...what) { held.observers.set(this, name); super.observe(...what); }
      disconnect() { held.observers.delete(this); super.disconnect(); }
    };
  }
</script><script src="/dist/activation-widgets.js"></script>`;

/**
 * How much of the module's memory is free, in networks that fit into it: large ones first, then
 * smaller ones into what is left, and how many handles there are.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ bytes: number, handles: number }>}
 */
const freeMemory = (page) =>
  page.evaluate(async () => {
    const core = await /** @type {any} */ (window).activationWidgets.loadCore();
    /** @param {number[][]} shapes */
    const fill = (shapes) => {
      /** @type {any[]} */
      const networks = [];
      let parameters = 0;
      for (const layers of shapes) {
        try {
          while (true) {
            networks.push(core.createNetwork({ layers }));
            parameters += networks[networks.length - 1].parameters.length;
          }
        } catch {}
      }
      for (const network of networks) network.dispose();
      return { networks: networks.length, parameters };
    };
    const wide = (/** @type {number} */ n) => [2, ...Array(20).fill(n), 1];
    return {
      // With Adam: parameters, the next ones, gradients and two memories, four bytes each.
      bytes: fill([wide(200), wide(100), wide(50), wide(25), wide(8)]).parameters * 20,
      handles: fill([[1, 1]]).networks,
    };
  });

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} client
 */
export async function measure(page, client) {
  let heap = Infinity;
  for (let i = 0; i < 4; i++) {
    await client.send('HeapProfiler.collectGarbage');
    heap = Math.min(heap, (await client.send('Runtime.getHeapUsage')).usedSize);
  }
  const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
  const held = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { frames, observers } = /** @type {any} */ (window).held;
    return { frames: frames.size, observers: observers.size };
  });
  return { heap, nodes, jsEventListeners, ...held, ...(await freeMemory(page)) };
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Held */

/**
 * What is held now and was not before.
 * @param {Held} first before anything was done: counts may not grow at all
 * @param {Held} before the last round: memory may differ by 1 %
 * @param {Held} after it
 * @returns {string[]}
 */
function leftOver(first, before, after) {
  const left = [];
  if (after.heap > before.heap * 1.01) left.push(`JS heap: ${before.heap} → ${after.heap}`);
  if (after.bytes < first.bytes * 0.99) left.push(`wasm: ${first.bytes} → ${after.bytes} free`);
  if (after.handles < first.handles) left.push(`handles: ${first.handles} → ${after.handles}`);
  for (const name of /** @type {const} */ (['frames', 'observers', 'nodes', 'jsEventListeners'])) {
    if (after[name] > first[name] + (name === 'nodes' ? 5 : 0)) {
      left.push(`${name}: ${first[name]} → ${after[name]}`);
    }
  }
  return left;
}

/**
 * Does the same over and over until a round leaves nothing. The first ones leave the engine's own
 * knowledge of the code; what leaks does so in every one.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} round
 */
export async function untilNothingIsLeft(page, round) {
  const client = await page.context().newCDPSession(page);
  await measure(page, client); // what measuring itself leaves
  const first = await measure(page, client);
  let before = first;
  for (let rounds = 1; ; rounds++) {
    await round();
    const after = await measure(page, client);
    const left = leftOver(first, before, after);
    if (left.length === 0 || rounds === 8) return { left, rounds, first, before, after };
    before = after;
  }
}

/** The full length is for `npm run robustness`. */
export const long = process.env.LONG === '1';
