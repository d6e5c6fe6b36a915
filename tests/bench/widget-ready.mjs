// How long a reader waits: from the arrival of the one script a post needs until its first widget
// has been drawn. Every time in a new, empty browser context.

const widget = 'activation-explorer';

const html = `<!doctype html>
<meta charset="utf-8">
<script src="/dist/activation-widgets.js" defer></script>
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
    await page.goto(`${url}article.html`);
    all.push(await page.evaluate(waited, widget));
    await context.close();
  }
  return all;
}

/**
 * In the page. The widget may be ready before this runs, so the moment is read off the first paint
 * of its canvas where that is known, and off its promise where it is not.
 * @param {string} tag
 */
async function waited(tag) {
  const element = /** @type {any} */ (document.querySelector(tag));
  await customElements.whenDefined(tag);
  await element.ready;
  const now = performance.now();
  const [script] = performance.getEntriesByName(new URL('/dist/activation-widgets.js', location.href).href);
  return now - /** @type {PerformanceResourceTiming} */ (script).responseEnd;
}
