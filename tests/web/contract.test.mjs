// What holds for every widget, tried on every widget's example page: a new one needs no entry.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { open, settled } from './page.mjs';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/**
 * Changes what sliders and menus can change.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} widget
 */
async function layHandsOn(page, widget) {
  const enabled = ':enabled:not([hidden] *)';
  for (const range of await widget.locator(`input[type=range]${enabled}`).all()) {
    if (await range.isVisible()) await range.press('End'); // a choice may hide another
  }
  for (const menu of await widget.locator(`select${enabled}`).all()) {
    if (await menu.isVisible()) await menu.selectOption({ index: 1 });
  }
  await settled(page);
}

for (const { tag } of widgets()) {
  const path = `web/widgets/${tag}/example.html`;

  /** @param {any} [options] */
  const mount = (options) => open('', { path, ...options });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark': { colorScheme: 'dark' },
    'in forced colours': { forcedColors: 'active' },
    'with reduced motion': { reducedMotion: 'reduce' },
    'on a phone': phone,
    'on a wide screen, at ratio 2': {
      viewport: { width: 1200, height: 900 },
      deviceScaleFactor: 2,
    },
  })) {
    test(`${tag}: the example runs without a complaint, ${name}`, async () => {
      const { page, problems, warnings, close } = await mount(options);
      const ready = await page
        .locator(tag)
        .evaluateAll((nodes) => nodes.map((node) => 'ready' in node));
      assert.ok(ready.length > 0 && ready.every(Boolean), 'it is on the page and defined');
      assert.deepEqual([...problems, ...warnings], []);
      await close();
    });
  }

  test(`${tag}: nothing is wider than a phone`, async () => {
    const { page, close } = await mount(phone);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    await close();
  });

  test(`${tag}: on a phone held sideways, every picture is seen with what is beside it`, async () => {
    const { page, close } = await mount({ ...phone, viewport: { width: 667, height: 375 } });
    const heights = await page
      .locator(`${tag} .picture:visible`)
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
    assert.deepEqual(
      heights.filter((height) => height > 0.75 * 375),
      [],
    );
    await close();
  });

  test(`${tag}: every control has a name, and can be reached by keyboard`, async () => {
    const { page, close } = await mount();
    const nameless = await page
      .locator(`${tag} :is(input, select, button, summary, textarea, canvas)`)
      .evaluateAll((nodes) =>
        nodes
          .filter((node) => node.checkVisibility() && !node.closest('[aria-hidden=true]'))
          .filter((/** @type {any} */ node) => {
            const own = /^(BUTTON|SUMMARY)$/.test(node.tagName) ? node.textContent : '';
            const label = node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? own;
            return (
              !label?.trim() ||
              (node.tabIndex < 0 && node.localName !== 'canvas' && node.type !== 'radio')
            );
          })
          .map(({ outerHTML }) => outerHTML),
      );
    assert.deepEqual(nameless, []);
    await close();
  });

  test(`${tag}: each of its attributes is a property, and any text in any of them does no harm`, async () => {
    const { page, problems, close } = await mount();
    const missing = await page.evaluate(async (tag) => {
      const Class = /** @type {any} */ (customElements.get(tag));
      const names = Class.observedAttributes;
      const widget = /** @type {any} */ (document.createElement(tag));
      document.body.append(widget);
      await widget.ready;
      for (const name of names) {
        for (const text of [
          '',
          ' ',
          '0',
          '-1',
          '1e999',
          'NaN',
          'null',
          '<img src=x onerror=alert(1)>',
          '🙂',
          '__proto__',
          'x'.repeat(1e5),
        ]) {
          widget.setAttribute(name, text);
          widget.flush();
        }
        widget.removeAttribute(name);
      }
      await widget.ready;
      widget.remove();
      const camel = (/** @type {string} */ name) =>
        name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
      return names.filter((/** @type {string} */ name) => {
        let owner = Class.prototype;
        while (owner && !Object.hasOwn(owner, camel(name))) owner = Object.getPrototypeOf(owner);
        const property = owner && Object.getOwnPropertyDescriptor(owner, camel(name));
        return !property?.get || !property.set;
      });
    }, tag);
    assert.deepEqual(missing, []);
    assert.deepEqual(problems, []);
    await close();
  });

  test(`${tag}: state and link bring another one to the same state`, async () => {
    const { page, problems, close } = await mount();
    await layHandsOn(page, page.locator(tag).first());
    const [first, second, third] = await page.evaluate(async (tag) => {
      const source = /** @type {any} */ (document.querySelector(tag));
      const texts = (/** @type {any} */ state) => JSON.stringify(state);
      const copy = /** @type {any} */ (document.createElement(tag));
      document.body.append(copy);
      await copy.ready;
      copy.state = JSON.parse(JSON.stringify(source.state));
      const linked = /** @type {any} */ (document.createElement(tag));
      linked.id = 'linked';
      location.hash = source.link().replace(/^#[^?]*/, '#linked');
      document.body.append(linked);
      await linked.ready;
      return [source, copy, linked].map(({ state }) => texts(state));
    }, tag);
    assert.equal(second, first);
    assert.equal(third, first);
    assert.deepEqual(problems, []);
    await close();
  });

  test(`${tag}: a hand on anything, then reset, and it is what it was`, async () => {
    const { page, problems, close } = await mount();
    const widget = page.locator(tag).first();
    const states = async () =>
      JSON.stringify(await widget.evaluate((/** @type {any} */ { state }) => state));
    const start = await states();
    await layHandsOn(page, widget);
    assert.notEqual(await states(), start);
    await widget.evaluate((/** @type {any} */ node) => node.reset());
    assert.equal(await states(), start);
    assert.deepEqual(problems, []);
    await close();
  });

  test(`${tag}: a PNG of it is not empty`, async () => {
    const { page, close } = await mount();
    const colours = await page
      .locator(tag)
      .first()
      .evaluate(async (/** @type {any} */ node) => {
        const image = await createImageBitmap(await node.toBlob());
        const context = /** @type {any} */ (
          new OffscreenCanvas(image.width, image.height).getContext('2d')
        );
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
    assert.ok(colours > 10, `${colours} colours`);
    await close();
  });

  test(`${tag}: where WebAssembly is refused, one sentence says so`, async () => {
    const { page, close } = await open(`<${tag}>fallback</${tag}>`, {
      headers: { 'content-security-policy': "script-src 'self'" },
    });
    assert.ok(await page.getByText('could not start').isVisible());
    assert.ok(await page.getByText('fallback').isVisible());
    await close();
  });
}
