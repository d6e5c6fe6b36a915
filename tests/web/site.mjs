// The built article in a real Chromium, for its tests.

import { join } from 'node:path';
import { after } from 'node:test';
import { project } from '../../wasm/toolchain/places.mjs';
import { launchChromium } from '../browsers/chromium.mjs';
import { serve } from '../browsers/serve.mjs';

export const folder = join(project, 'dist/site');
const server = await serve(folder);
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await server.close();
});

/**
 * @param {import('playwright-core').BrowserContextOptions & { url?: string, registered?: boolean,
 *   before?: (page: import('playwright-core').Page) => Promise<unknown> }} [options] `before` the
 *   page is loaded; `registered`: whether to wait until every tag of it is an element
 */
export async function openArticle({ url = server.url, before, registered, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const problems = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await before?.(page);
  await page.goto(url);
  if (registered ?? options.javaScriptEnabled !== false)
    await page.waitForFunction(() => !document.querySelector('body :not(:defined)'));
  return { page, requests, problems, origin: new URL(url).origin, close: () => context.close() };
}

/**
 * Down the page and back to its top, as a reader would: by a third of a screen, at the pace at which
 * figures start.
 * @param {import('playwright-core').Page} page
 */
export const readThrough = (page) =>
  page.evaluate(async () => {
    const widgets = [...document.querySelectorAll('[id]')].filter((node) => node.shadowRoot);
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 3) {
      scrollTo({ top: y, behavior: 'instant' });
      const near = widgets.filter((node) => node.getBoundingClientRect().top < 1.5 * innerHeight);
      await Promise.all(near.map((node) => /** @type {any} */ (node).ready));
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
