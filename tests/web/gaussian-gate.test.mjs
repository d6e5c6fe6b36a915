import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, pixels, settled } from './page.mjs';

const tag = 'gaussian-gate';
const slider = (/** @type {import('playwright-core').Page} */ page) =>
  page.getByRole('slider', { name: 'x' });
const spoken = (/** @type {import('playwright-core').Page} */ page) =>
  slider(page).getAttribute('aria-valuetext');

test('the gate speaks φ, Φ and x Φ, and with it the sigmoid gate', async () => {
  const { page, close } = await open(`<${tag} x="-1"></${tag}>`);
  assert.equal(await spoken(page), 'x = −1.00, φ 0.242, Φ 0.159, GELU −0.159');
  await page.getByRole('checkbox', { name: /sigmoid gate/ }).check();
  await settled(page);
  assert.equal(
    await spoken(page),
    'x = −1.00, φ 0.242, Φ 0.159, GELU −0.159, σ 0.269, Swish −0.269',
  );
  await close();
});

test('the gate shows what the core computes, at every x', async () => {
  const { page, close } = await open(`<${tag} compare></${tag}>`);
  const wrong = await page.evaluate(async (tag) => {
    const gate = /** @type {any} */ (document.querySelector(tag));
    const core = await /** @type {any} */ (globalThis).activationWidgets.loadCore();
    const wrong = [];
    for (let x = -6; x <= 6; x += 0.37) {
      gate.x = x;
      const at = Float32Array.of(x);
      const { pdf, cdf } = core.gaussian(at);
      const of = (/** @type {string} */ id) => core.evaluate(id, at).value[0];
      const expected = {
        x,
        pdf: pdf[0],
        cdf: cdf[0],
        gelu: of('gelu'),
        sigmoid: of('sigmoid'),
        swish: of('swish'),
      };
      if (JSON.stringify(gate.detail()) !== JSON.stringify(expected)) wrong.push(x);
    }
    return wrong;
  }, tag);
  assert.deepEqual(wrong, []);
  await close();
});

test('the area is told as the height of the other curve', async () => {
  const { page, close } = await open(`<${tag} x="0.5"></${tag}>`);
  assert.match(
    (await page.locator(`${tag} [part=sentence]`).textContent()) ?? '',
    /area under the bell up to 0\.50 is 0\.691, the height of Φ there.*GELU\(0\.50\) = 0\.346/,
  );
  await close();
});

test('the gate follows the mouse, and tells input while dragged and change at the end', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  await page.evaluate((tag) => {
    /** @type {any[]} */
    const log = [];
    /** @type {any} */ (globalThis).log = log;
    for (const type of ['input', 'change']) {
      document.querySelector(tag)?.addEventListener(type, (/** @type {any} */ event) => {
        log.push([type, event.detail.x]);
      });
    }
  }, tag);
  const before = await pixels(page, tag);
  const box = /** @type {any} */ (await page.locator(`${tag} canvas`).boundingBox());
  await page.mouse.move(box.x + box.width * 0.3, box.y + 80);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 80, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  /** @type {any[]} */
  const log = await page.evaluate(() => /** @type {any} */ (globalThis).log);
  assert.ok(log.filter(([type]) => type === 'input').length >= 4);
  assert.equal(log.at(-1)[0], 'change');
  assert.ok(log.at(-1)[1] > 3);
  assert.notEqual(await pixels(page, tag), before);
  await close();
});

test('x travels between the explorer, the gate and the table, and the activation with it', async () => {
  const { page, close } = await open(
    `<activation-explorer group="g"></activation-explorer><${tag} group="g"></${tag}><activation-table group="g"></activation-table>
     <dead-neuron group="g"></dead-neuron><linear-collapse group="g"></linear-collapse><vanishing-gradient group="g"></vanishing-gradient>`,
  );
  await page.getByRole('slider', { name: 'x' }).nth(1).press('End');
  await page.locator('activation-table select').first().selectOption('gelu');
  await settled(page);
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('[group]')].map((/** @type {any} */ { x, activation }) => [
      x,
      activation,
    ]),
  );
  assert.deepEqual(seen, [
    [6, 'gelu'],
    [6, undefined],
    [6, 'gelu'],
    [undefined, 'gelu'],
    [undefined, 'gelu'],
    [undefined, 'gelu'],
  ]);
  await close();
});

test('nothing below moves while x does, in any width', async () => {
  for (const width of [200, 288, 358, 560, 736]) {
    for (const compare of ['', 'compare']) {
      const { page, close } = await open(
        `<div style="width: ${width}px"><${tag} ${compare}></${tag}></div>`,
      );
      const heights = await page.evaluate(async (tag) => {
        const widget = /** @type {any} */ (document.querySelector(tag));
        const seen = new Set();
        for (let x = -6; x <= 6; x += 0.5) {
          widget.x = x;
          widget.flush();
          seen.add(widget.offsetHeight);
        }
        return [...seen];
      }, tag);
      assert.equal(heights.length, 1, `${width} px wide: ${heights.join(', ')} px high`);
      await close();
    }
  }
});
