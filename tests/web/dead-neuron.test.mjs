import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beyond, open, settled } from './page.mjs';

const tag = 'dead-neuron';

/** @param {import('playwright-core').Page} page */
const sentence = async (page) => (await page.locator(`${tag} [part=sentence]`).textContent()) ?? '';

/** @param {import('playwright-core').Page} page @param {string} row */
const numbers = (page, row) => page.locator(`${tag} tr.${row} td:not([hidden])`).allTextContents();

test('with W = [−3, −2] and b = −1 ReLU is dead: gradient and update are exactly 0', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  assert.match(await sentence(page), /^Dead: z is negative for all 60 inputs/);
  assert.deepEqual(await numbers(page, 'gradient'), ['0', '0', '0']);
  assert.deepEqual(await numbers(page, 'update'), ['0', '0', '0']);
  await page.getByRole('button', { name: 'One update' }).click();
  await settled(page);
  assert.deepEqual(await numbers(page, 'now'), ['−3.000', '−2.000', '−1.000']);
  await close();
});

test('with z exactly 0 it is dead too, and not called negative', async () => {
  const { page, close } = await open(`<${tag} weights="0 0" bias="0"></${tag}>`);
  assert.match(await sentence(page), /^Dead: z is 0 or less for all 60 inputs/);
  await close();
});

test('a higher learning rate kills a living neuron in one update, as announced', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  await page.getByRole('button', { name: 'Alive' }).click();
  await settled(page);
  assert.match(await sentence(page), /^Alive: z is positive for 60 of 60 inputs/);
  await page.getByRole('slider', { name: /learning rate/ }).fill('0');
  await settled(page);
  assert.match(
    await sentence(page),
    /^Alive, but the next update kills it: with a learning rate of 1 /,
  );
  const next = await numbers(page, 'next');
  await page.getByRole('button', { name: 'One update' }).click();
  await settled(page);
  assert.match(await sentence(page), /^Killed by one update: .* Dead: /);
  assert.deepEqual(await numbers(page, 'now'), next);
  await close();
});

for (const activation of ['leaky_relu', 'prelu']) {
  test(`${activation} brings it back`, async () => {
    const { page, close } = await open(
      `<${tag} weights="1.4 0.4" bias="-1.8" learning-rate="0.5"></${tag}>`,
      { reducedMotion: 'reduce' },
    );
    assert.match(await sentence(page), /^Dead/);
    await page.getByRole('combobox', { name: 'Activation' }).selectOption(activation);
    await settled(page);
    assert.match(await sentence(page), /^Silent, not dead/);
    await page.getByRole('button', { name: '200 updates' }).click();
    await settled(page);
    assert.match(await sentence(page), /^(It has learned|Alive)/);
    await close();
  });
}

test('PReLU learns the targets with z below 0 throughout, and is said to have learned', async () => {
  const { page, close } = await open(`<${tag} activation="prelu"></${tag}>`, {
    reducedMotion: 'reduce',
  });
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: '200 updates' }).click();
    await settled(page);
  }
  assert.match(await sentence(page), /^It has learned: z is negative for all 60 inputs, and/);
  await close();
});

test('dead far down on tanh, whose output there is −1, is not said to have an output of 0', async () => {
  const { page, close } = await open(
    `<${tag} activation="tanh" weights="-100 -100" bias="-100"></${tag}>`,
  );
  assert.match(
    await sentence(page),
    /^Dead: z is negative for all 60 inputs, so far down that the gradient is exactly 0,/,
  );
  await close();
});

test('200 updates are shown as they happen, and can be stopped', async () => {
  const { page, close } = await open(`<${tag} weights="3 2" bias="1"></${tag}>`);
  const { seen, stopped, later, reset } = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const button = [...widget.shadowRoot.querySelectorAll('.action')].at(-1);
    const frames = async (/** @type {number} */ count) => {
      for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
    };
    const seen = new Set();
    button.click();
    for (let i = 0; i < 5; i++) {
      await frames(1);
      seen.add(widget.bias);
    }
    const { textContent } = button;
    button.click();
    const stopped = [textContent, widget.bias];
    await frames(5);
    const later = [button.textContent, widget.bias];
    widget.reset();
    return { seen: seen.size, stopped, later, reset: widget.state };
  }, tag);
  assert.ok(seen >= 4);
  assert.equal(stopped[0], 'Stop');
  assert.deepEqual(later, ['200 updates', stopped[1]]);
  assert.deepEqual([reset.weights, reset.bias], [[3, 2], 1]);
  await close();
});

test('one update is one input and one change; of 200, all are inputs and the last is a change', async () => {
  const { page, close } = await open(`<${tag} weights="3 2" bias="1"></${tag}>`);
  await page.evaluate(() => {
    const told = { input: 0, change: 0 };
    Object.assign(window, { told });
    for (const type of /** @type {const} */ (['input', 'change']))
      addEventListener(type, () => told[type]++);
  });
  const told = () => page.evaluate(() => /** @type {any} */ (window).told);
  await page.getByRole('button', { name: 'One update' }).click();
  await settled(page);
  assert.deepEqual(await told(), { input: 1, change: 1 });
  await page.getByRole('button', { name: '200 updates' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await page.getByRole('button', { name: '200 updates' }).waitFor();
  assert.deepEqual(await told(), { input: 201, change: 2 });
  await close();
});

test('moves of one frame add up to the same bias as one by one', async () => {
  const { page, close } = await open(`<${tag} weights="1.4 0.4" bias="-0.8"></${tag}>`);
  const drag = (/** @type {boolean} */ slowly) =>
    page.evaluate(
      async ({ tag, slowly }) => {
        const widget = /** @type {any} */ (document.querySelector(tag));
        widget.reset();
        await new Promise(requestAnimationFrame);
        const frame = widget.shadowRoot.querySelector('.curve');
        const { left, top, width } = frame.getBoundingClientRect();
        frame.setPointerCapture = () => {};
        const seen = [];
        for (let i = 0; i <= 8; i++) {
          const at = { clientX: left + width / 2 + 10 * i, clientY: top + 50, buttons: 1 };
          const type = i ? 'pointermove' : 'pointerdown';
          frame.dispatchEvent(new PointerEvent(type, { ...at, isPrimary: true }));
          if (slowly) for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame);
          seen.push(widget.bias);
        }
        frame.dispatchEvent(new PointerEvent('pointerup', { isPrimary: true }));
        return seen;
      },
      { tag, slowly },
    );
  const slowly = await drag(true);
  assert.deepEqual(await drag(false), slowly);
  assert.ok(
    slowly.every((b, i) => i === 0 || b > slowly[i - 1]),
    `${slowly}`,
  );
  await close();
});

test('the cloud of z is dragged along the axis by its bias', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  const handle = page.getByRole('slider', { name: 'bias b' });
  assert.match(
    (await handle.getAttribute('aria-valuetext')) ?? '',
    /^b = −1\.000, z from −5\.\d+ to −1\.\d+, 0 of 60 inputs make it positive$/,
  );
  await handle.press('ArrowRight');
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).bias, tag),
    -0.9,
  );
  const box = /** @type {any} */ (await page.locator(`${tag} .curve`).boundingBox());
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await settled(page);
  assert.match(await sentence(page), /^Alive/);
  // The middle of the cloud has gone to where the mouse is, right of 0.
  const [, least, greatest] =
    /z from (\S+) to (\S+),/.exec((await handle.getAttribute('aria-valuetext')) ?? '') ?? [];
  assert.ok(
    (Number(least.replace('−', '-')) + Number(greatest)) / 2 > 1,
    `${least} to ${greatest}`,
  );
  await close();
});

for (const activation of ['relu', 'prelu']) {
  for (const width of [360, 667, 768]) {
    test(`${width} px wide, nothing moves while the bias of ${activation} is dragged or updates run`, async () => {
      const { page, close } = await open(
        `<${tag} activation="${activation}" weights="1.4 0.4" learning-rate="0.5"></${tag}>`,
        { viewport: { width, height: 900 }, reducedMotion: 'reduce' },
      );
      const layout = () =>
        page.evaluate((tag) => {
          const root = /** @type {ShadowRoot} */ (document.querySelector(tag)?.shadowRoot);
          return [...root.querySelectorAll('.root *:not(option)')]
            .filter((node) => node.getClientRects().length)
            .map((node) => {
              const { x, y, width, height } = node.getBoundingClientRect();
              const what = `${node.localName}.${node.className}`;
              return { what, box: [x, y + scrollY, width, height] };
            });
        }, tag);
      const before = await layout();
      const stays = async (/** @type {string} */ when) => {
        await settled(page);
        for (const [i, { what, box }] of (await layout()).entries())
          for (const [k, side] of box.entries())
            assert.ok(
              Math.abs(side - before[i].box[k]) <= 1,
              `${what}: ${before[i].box} → ${box}, ${when}`,
            );
      };
      for (const bias of [-5, -1.9, -1.8, -1, -0.25, 0.0001, 2, 5]) {
        await page.evaluate(
          ({ tag, bias }) => {
            /** @type {any} */ (document.querySelector(tag)).drag({ bias });
          },
          { tag, bias },
        );
        await stays(`b = ${bias}`);
      }
      await page.getByRole('slider', { name: /learning rate/ }).fill('0.3');
      for (const name of ['One update', 'One update', '200 updates']) {
        await page.getByRole('button', { name }).click();
        await stays(name);
      }
      await close();
    });
  }
}

for (const [size, width] of [
  ['100%', 320],
  ['200%', 360],
]) {
  test(`type of ${size} fits into ${width} px, whatever the numbers`, async () => {
    const { page, close } = await open(
      `<style>html { font: ${size} 'DejaVu Sans' }</style>
      <${tag} activation="prelu" weights="-0.00045 -999.999" bias="-4.5e-31" alpha="-0.00045"></${tag}>
      <${tag} activation="gelu_tanh"></${tag}>`,
      { viewport: { width: Number(width), height: 700 } },
    );
    assert.deepEqual(await beyond(page, tag), []);
    await close();
  });
}
