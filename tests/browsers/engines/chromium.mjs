import { launchChromium } from '../chromium.mjs';

/** @returns {Promise<import('./engine.js').Engine>} */
export async function launch() {
  const browser = await launchChromium();
  return {
    name: 'Chromium',
    version: browser.version(),
    async open() {
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
      const page = await context.newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        evaluate: (run, argument) => page.evaluate(/** @type {any} */ (run), argument),
        async drag([start, ...rest]) {
          await page.mouse.move(...start);
          await page.mouse.down();
          for (const point of rest) await page.mouse.move(...point);
          await page.mouse.up();
        },
        press: (key) => page.keyboard.press(key),
        screenshot: () => page.screenshot(),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
