import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beyond, open, settled } from './page.mjs';

const tag = 'vanishing-gradient';

/** @param {import('playwright-core').Page} page */
const handle = (page) => page.getByRole('slider', { name: 'layer' });

test('the measured shares are those of core.gradientFlow', async () => {
  const { page, close } = await open(
    `<${tag} depth="50" width="16" activations="sigmoid tanh relu" init="uniform"></${tag}>`,
  );
  const { shown, expected } = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    while (
      Object.values(widget.detail().gradients).some((/** @type {any} */ { share }) =>
        Number.isNaN(share),
      )
    )
      await new Promise(requestAnimationFrame);
    const core = await /** @type {any} */ (globalThis).activationWidgets.loadCore();
    const shown = [];
    const expected = [];
    const single = { activation: 'identity', depth: 1, width: 16, init: 'uniform', batch: 16 };
    const all = core.gradientFlow(single).gradientNorm[0];
    for (const layer of [1, 2, 25, 49, 50]) {
      widget.layer = layer;
      const { gradients } = widget.detail();
      for (const activation of ['sigmoid', 'tanh', 'relu']) {
        const { gradientNorm, activationStd } = core.gradientFlow({
          activation,
          depth: 50,
          width: 16,
          init: 'uniform',
          batch: 16,
        });
        shown.push(gradients[activation].share, gradients[activation].spread);
        expected.push(gradientNorm[layer - 1] / all, activationStd[layer - 1]);
      }
    }
    return { shown, expected };
  }, tag);
  assert.deepEqual(shown, expected);
  assert.ok(shown[0] > 0 && shown[0] < 1e-35, `sigmoid ${shown[0]}`);
  await close();
});

test('with weights of 0 nothing gets through, but by residual connections', async () => {
  for (const [residual, expected] of /** @type {const} */ ([
    ['', /^All weights are 0: nothing gets through/],
    ['residual', /Tanh keeps 1\.000 with residual connections and Zero initialisation/],
  ])) {
    const { page, close } = await open(`<${tag} init="zeros" ${residual}></${tag}>`);
    await page.locator(`${tag} [part=sentence]`).getByText(expected).waitFor({ timeout: 5000 });
    await close();
  }
});

test('it speaks the layer and what each activation leaves there', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  assert.match(
    (await handle(page).getAttribute('aria-valuetext')) ?? '',
    /^layer 1 of 10: Sigmoid \d\.\d×10⁻\S+, Tanh \d\.\d{3}, ReLU \d\.\d{3}$/,
  );
  await handle(page).press('End');
  await settled(page);
  assert.match(
    (await handle(page).getAttribute('aria-valuetext')) ?? '',
    /^layer 10 of 10: Sigmoid 0\.\d{3}, Tanh 0\.\d{3}, ReLU 0\.\d{3}$/,
  );
  await close();
});

test('the textbook’s table is computed, and its slopes may be changed', async () => {
  const { page, close } = await open(
    `<${tag} activations="sigmoid tanh relu leaky_relu gelu swish"></${tag}>`,
  );
  await page.locator(`${tag} summary`).first().click();
  const rows = () =>
    page
      .locator(`${tag} details tbody tr`)
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')].slice(1).map(({ textContent }) => textContent),
        ),
      );
  const ones = ['1', '1', '1', '1'];
  assert.deepEqual(await rows(), [
    ['3.2×10⁻⁴', '1.0×10⁻⁷', '1.0×10⁻¹⁴', '1.1×10⁻³⁵', '0.25'],
    ['0.013', '1.7×10⁻⁴', '2.9×10⁻⁸', '1.5×10⁻¹⁹', '1'],
    [...ones, '1'],
    [...ones, '1'],
    [...ones, '1.129'],
    [...ones, '1.1'],
  ]);
  await page.getByRole('spinbutton', { name: 'Typical slope of Sigmoid' }).fill('0.25');
  await settled(page);
  assert.deepEqual((await rows())[0].slice(0, 2), ['9.8×10⁻⁴', '9.5×10⁻⁷']);
  const slopes = () =>
    page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).state.slopes, tag);
  assert.deepEqual(await slopes(), ['sigmoid=0.25']);
  await page.getByRole('spinbutton', { name: 'Typical slope of Tanh' }).fill('0.0000001');
  assert.deepEqual(await slopes(), ['sigmoid=0.25', 'tanh=1e-7']);
  await settled(page);
  assert.equal(await page.locator(`${tag} input:invalid`).count(), 0);
  await close();
});

test('the sentence tells what vanishes and what stays, from the measured values', async () => {
  const { page, close } = await open(`<${tag} depth="20" width="64"></${tag}>`);
  const sentence = async () => (await page.locator(`${tag} [part=sentence]`).textContent()) ?? '';
  // The networks are measured a slice a frame; the sentence is about what has come to rest.
  await page.waitForFunction((tag) => {
    const part = document.querySelector(tag)?.shadowRoot?.querySelector('[part=sentence]');
    return part?.textContent?.startsWith('With Sigmoid');
  }, tag);
  assert.match(
    await sentence(),
    /^With Sigmoid, layer 1 of 20 gets \S+×10⁻\S+ of the gradient: it vanishes\. (ReLU|Tanh) keeps \d\.\d+ with He initialisation\.$/,
  );
  await page.getByRole('checkbox', { name: 'residual connections' }).check();
  await settled(page);
  assert.match(await sentence(), /residual connections and He initialisation/);
  await close();
});

test('the depth is dragged from 1 to 64, and the axis goes below 1e-40', async () => {
  const { page, problems, close } = await open(`<${tag} width="16" init="uniform"></${tag}>`);
  const depth = page.locator(`${tag} label input[type=range]`).first();
  await depth.press('End');
  await page.waitForFunction(
    (tag) =>
      /** @type {any} */ (document.querySelector(tag)).detail().gradients.sigmoid.share < 1e-40,
    tag,
  );
  await depth.press('Home');
  await settled(page);
  assert.match(
    (await page.locator(`${tag} [part=sentence]`).textContent()) ?? '',
    /^A single layer/,
  );
  assert.deepEqual(problems, []);
  await close();
});

test('a mouse reads layers without pressing, activations come and go', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  const box = /** @type {any} */ (await page.locator(`${tag} canvas`).boundingBox());
  await page.mouse.move(box.x + box.width * 0.55, box.y + 50);
  await settled(page);
  const layer = await page.evaluate(
    (tag) => /** @type {any} */ (document.querySelector(tag)).layer,
    tag,
  );
  assert.ok(layer === 5 || layer === 6, `layer ${layer}`);
  await page.getByRole('combobox', { name: 'Add an activation' }).selectOption('mish');
  await page.getByRole('button', { name: 'Remove Tanh' }).click();
  await settled(page);
  assert.deepEqual(await page.locator(`${tag} .name`).allTextContents(), [
    'Sigmoid',
    'ReLU',
    'Mish',
  ]);
  await close();
});

for (const [size, width] of [
  ['100%', 320],
  ['200%', 360],
]) {
  test(`type of ${size} fits into ${width} px, what takes a function away included`, async () => {
    const { page, close } = await open(
      `<style>html { font: ${size} 'DejaVu Sans' }</style>
      <${tag} depth="64" activations="sigmoid gelu_tanh hard_swish softplus step"></${tag}>`,
      { viewport: { width: Number(width), height: 700 } },
    );
    await page.waitForFunction(
      (tag) =>
        /** @type {any} */ (document.querySelector(tag)).detail().gradients.sigmoid.share < 1e-10,
      tag,
    );
    await settled(page);
    assert.deepEqual(await beyond(page, tag), []);
    await close();
  });
}

test('the picture is as high as the widget’s width says, not the window’s', async () => {
  const { page, close } = await open(
    `<div style="width: 320px"><${tag}></${tag}></div><${tag}></${tag}>`,
    { viewport: { width: 1000, height: 800 } },
  );
  const heights = await page
    .locator(`${tag} .picture`)
    .evaluateAll((pictures) => pictures.map(({ clientHeight }) => clientHeight));
  assert.deepEqual(heights, [19 * 16, 26 * 16]);
  await close();
});

test('each function has a shape of its own, in the picture and in the table, and no name for it', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  assert.deepEqual(await page.locator(`${tag} .shape`).allTextContents(), ['●', '■', '▲']);
  const header = page.getByRole('rowheader', { name: 'Tanh', exact: true });
  assert.equal(await header.count(), 1);
  await close();
});

test('a name of two words stands in one line', async () => {
  const { page, close } = await open(`<${tag} activations="leaky_relu relu"></${tag}>`);
  const heights = await page
    .locator(`${tag} .readout .name`)
    .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
  assert.equal(heights[0], heights[1]);
  await close();
});

test('what has not been measured yet is three dots, and never “undefined”', async () => {
  const { page, close } = await open(
    `<${tag} depth="64" width="128" activations="sigmoid tanh relu gelu swish mish elu selu"></${tag}>`,
    { wait: false },
  );
  const seen = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    await widget.ready;
    const texts = [];
    do {
      await new Promise(requestAnimationFrame);
      texts.push(widget.shadowRoot.textContent);
    } while (
      Object.values(widget.detail().gradients).some((/** @type {any} */ { share }) =>
        Number.isNaN(share),
      )
    );
    return texts;
  }, tag);
  assert.ok(seen.length > 1 && seen[0].includes('…'));
  assert.deepEqual(
    seen.filter((text) => /undefined|NaN/.test(text)),
    [],
  );
  await close();
});
