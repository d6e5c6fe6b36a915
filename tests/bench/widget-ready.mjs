// How long a reader waits: from the arrival of the one script a post needs until its first widget
// has been drawn. Every time in a new, empty browser context.

const widget = 'activation-explorer';

const script = 'build/bench/dist/activation-widgets.js';

const html = `<!doctype html>
<meta charset="utf-8">
<script src="/${script}" defer></script>
<script>
  addEventListener('DOMContentLoaded', async () => {
    await document.querySelector('${widget}').ready;
    globalThis.readyAt = performance.now();
  });
</script>
<${widget}></${widget}>`;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url of the project's root
 * @param {number} times
 * @returns {Promise<number[]>} milliseconds
 */
export async function widgetReady(browser, url, times) {
  const all = [];
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(`${url}article.html`, (route) =>
      route.fulfill({ body: html, contentType: 'text/html' }),
    );
    // A new window loads the browser's own parts first, on the same processor; a reader's is there.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await page.goto(`${url}article.html`);
    // Only then a question to the page: what asks is a script as well, and longer than ours.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await page.waitForFunction(() => 'readyAt' in globalThis);
    all.push(await page.evaluate(waited, script));
    await context.close();
  }
  return all;
}

/** In the page. @param {string} name of the script */
function waited(name) {
  const entry = performance.getEntriesByName(`${location.origin}/${name}`)[0];
  const arrived = /** @type {PerformanceResourceTiming} */ (entry).responseEnd;
  return /** @type {any} */ (globalThis).readyAt - arrived;
}
