const FRAMES = 20;

/**
 * Waits until what is read in the page stays the same for a third of a second, counted in frames: a
 * busy machine makes fewer of them. Something slow, as a transition, must have begun.
 * @template T
 * @param {import('playwright-core').Page} page
 * @param {() => T} read
 * @returns {Promise<T>}
 */
export async function steady(page, read) {
  let last = await page.evaluate(read);
  for (let same = 0; same < FRAMES; ) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const now = await page.evaluate(read);
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return last;
}
