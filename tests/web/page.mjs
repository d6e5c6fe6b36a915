// A page in a real Chromium with the built script, for the tests of the widgets.
import { after } from 'node:test';
import { project } from '../../wasm/toolchain/places.mjs';
import { launchChromium } from '../browsers/chromium.mjs';
import { serve } from '../browsers/serve.mjs';

const server = await serve(project);
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await server.close();
});

export const address = server.url;
const script = '<script src="/dist/activation-widgets.js"></script>';

/**
 * @param {string} body
 * @param {import('playwright-core').BrowserContextOptions & { head?: string,
 *   headers?: Record<string, string>, path?: string, wait?: boolean,
 *   before?: (page: import('playwright-core').Page) => Promise<unknown> }} [options]
 */
export async function open(
  body,
  { head = script, headers, path = 'test.html', wait = true, before, ...context } = {},
) {
  const page = await (await browser.newContext(context)).newPage();
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const warnings = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
    if (message.type() === 'warning') warnings.push(message.text());
  });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>test</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`;
  await page.route('**/test.html*', (route) =>
    route.fulfill({ contentType: 'text/html', headers, body: html }),
  );
  await before?.(page);
  await page.goto(server.url + path);
  if (wait) await settled(page);
  return { page, problems, warnings, close: () => page.context().close() };
}

/**
 * Waits until every widget is drawn and two more frames are over.
 * @param {import('playwright-core').Page} page
 */
export async function settled(page) {
  await page.evaluate(async () => {
    const widgets = [...document.querySelectorAll('*')].filter((node) => 'ready' in node);
    await Promise.allSettled(widgets.map((/** @type {any} */ widget) => widget.ready));
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  });
}

/**
 * What is drawn, as text: the pixels of a widget's canvas.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @returns {Promise<string>}
 */
export const pixels = (page, selector) =>
  page.evaluate((selector) => {
    const widget = /** @type {any} */ (document.querySelector(selector));
    return widget.picture.toDataURL();
  }, selector);

/**
 * How many pixels of a widget's canvas are of a colour, nearly.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @param {number[]} colour
 */
export const count = (page, selector, colour) =>
  page.evaluate(
    ({ selector, colour }) => {
      const { picture } = /** @type {any} */ (document.querySelector(selector));
      const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
      let found = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] > 200 && colour.every((c, k) => Math.abs(data[i + k] - c) < 6)) found++;
      }
      return found;
    },
    { selector, colour },
  );

/**
 * The texts and controls that stick out of widgets at the end of their lines.
 * @param {import('playwright-core').Page} page
 * @param {string} tag
 * @returns {Promise<string[]>}
 */
export const beyond = (page, tag) =>
  page.evaluate((tag) => {
    const range = document.createRange();
    return [...document.querySelectorAll(tag)].flatMap((widget) => {
      const { right } = widget.getBoundingClientRect();
      const root = /** @type {ShadowRoot} */ (widget.shadowRoot);
      return [...root.querySelectorAll('.root *:not(caption, option, details *)')]
        .filter((node) => {
          range.selectNodeContents(node);
          const ends = [node, ...(node.childElementCount ? [] : [range])];
          return ends.some((it) => it.getBoundingClientRect().right > right + 1);
        })
        .map((node) => `${node.localName}.${node.className} “${node.textContent}”`);
    });
  }, tag);
