// Ways about the article: a link leads to its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArticle } from './site.mjs';

test('a link leads to its place, also past sections that have not been laid out yet', async () => {
  for (const id of ['gelu', 'vanishing', 'sigmoid']) {
    const { page, close } = await openArticle({ viewport: { width: 1000, height: 800 } });
    const top = () =>
      page.locator(`#${id}`).evaluate((heading) => heading.getBoundingClientRect().top);
    await page.locator(`nav a[href="#${id}"]`).first().click();
    await page.waitForTimeout(1000);
    const clicked = await top();
    const { href } = await page.evaluate(() => location);
    await page.goto('about:blank');
    await page.goto(href);
    await page.waitForTimeout(1000);
    for (const y of [clicked, await top()]) assert.ok(y >= 0 && y < 60, `#${id} at ${y}`);
    await close();
  }
});
