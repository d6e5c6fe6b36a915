// A finger on the page, as the browser's own gesture recognition sees it.
import { steady } from './steady.mjs';

/**
 * @param {import('playwright-core').Page} page
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 */
export async function swipe(page, from, to) {
  const client = await page.context().newCDPSession(page);
  const steps = 15;
  /** @param {number} i */
  const at = (i) => [
    { x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps },
  ];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let i = 1; i <= steps; i++) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(i) });
    await page.waitForTimeout(16);
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
  await steady(page, () => scrollY);
}
