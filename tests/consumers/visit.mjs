// Opens a consumer's page in a real Chromium, and keeps count of what it says and loads.

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
export async function visit(browser, url) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const problems = [];
  /** @type {Promise<{ url: string, text: string }>[]} */
  const scripts = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && host !== new URL(url).host) {
      problems.push(`a request elsewhere: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    if (/javascript/.test(response.headers()['content-type'] ?? '')) {
      const text = response.text().catch(() => '');
      scripts.push(text.then((content) => ({ url: response.url(), text: content })));
    }
  });
  await page.addInitScript(() => {
    /** @type {number[]} */
    const started = [];
    Object.assign(globalThis, { started });
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = /** @type {any} */ (
      (/** @type {[any, any]} */ ...args) => {
        started.push(args[0].byteLength);
        return instantiate(...args);
      }
    );
  });
  await page.goto(url);
  return { page, problems, scripts: () => Promise.all(scripts), close: () => page.close() };
}

/**
 * What the explorer in a consumer's page answers: to the page's own properties, a key, a drag.
 * @param {import('playwright-core').Page} page
 */
export async function tryExplorer(page) {
  await page.waitForFunction(() => customElements.get('activation-explorer'));
  const explorer = page.locator('activation-explorer');
  const given = await explorer.evaluate(async (/** @type {any} */ node) => {
    await node.ready;
    const { activation, x, preview } = node;
    return { activation, x, preview };
  });
  const fallback = await page.getByText('a soft gate').isVisible();
  await page.getByRole('slider', { name: 'x' }).press('ArrowRight');
  const key = await page.locator('output').textContent();
  const picture = page.locator('activation-explorer [part=picture]');
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (
    await picture.boundingBox()
  );
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.up();
  const drag = await page.locator('output').textContent();
  return {
    given,
    fallback,
    key,
    drag: Number(/^x = (.*)$/.exec(drag ?? '')?.[1]),
    started: await page.evaluate(() => /** @type {any} */ (globalThis).started),
  };
}
