// Firefox through WebDriver BiDi, which it speaks by itself.
import { firefox } from '../engines-setup.mjs';

/** @returns {Promise<import('./engine.js').Engine>} */
export async function launch() {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox(),
    headless: true,
    defaultViewport: { width: 1000, height: 800 },
    extraPrefsFirefox: { 'datareporting.policy.dataSubmissionEnabled': false },
  });
  return {
    name: 'Firefox',
    version: (await browser.version()).replace('firefox/', ''),
    async open() {
      const page = await browser.newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        evaluate: (run, argument) => page.evaluate(run, argument),
        async drag([start, ...rest]) {
          await page.mouse.move(...start);
          await page.mouse.down();
          for (const point of rest) await page.mouse.move(...point);
          await page.mouse.up();
        },
        press: (key) => page.keyboard.press(key),
        screenshot: async () => Buffer.from(await page.screenshot()),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
