// The settings of <decision-boundary>: what its controls say and do, and what a script may count on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundary, detail, openTools, tag, untilPoints } from './decision-boundary.mjs';
import { open, settled } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const status = (/** @type {Page} */ page) => page.locator(`${tag} [part=status]`).textContent();
const reading = (/** @type {Page} */ page) => page.locator(`${tag} [part=reading]`).textContent();

test('what a script sets counts for what it asks next, without a frame between', async () => {
  const { page, problems, close } = await boundary();
  const [code, count, updates] = await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.layers = [5];
    const code = widget.pytorch();
    widget.activation = 'relu';
    widget.layers = [4];
    for (let i = 0; i < 10; i++) widget.step();
    widget.samples = 40;
    return [code, widget.probabilities(new Float32Array(6)).length, widget.state.updates];
  }, tag);
  assert.match(code, /network of widths 2-5-1 after 0 updates/);
  assert.equal(count, 3);
  assert.equal(updates, undefined, 'other points: from the start again');
  await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.layers = [3];
    for (let i = 0; i < 10; i++) widget.step();
  }, tag);
  await settled(page);
  assert.equal((await detail(page)).updates, 10);
  assert.deepEqual(problems, []);
  await close();
});

test('layers are added as often as the button is pressed, up to eight', async () => {
  const { page, close } = await boundary();
  const layers = (/** @type {number} */ presses) =>
    page.evaluate(
      ({ tag, presses }) => {
        const widget = /** @type {any} */ (document.querySelector(tag));
        const button = widget.shadowRoot.querySelector('[aria-label="Add a hidden layer"]');
        for (let i = 0; i < presses; i++) button.click();
        return widget.layers.length;
      },
      { tag, presses },
    );
  assert.equal(await layers(2), 4);
  await settled(page);
  assert.equal(await layers(7), 8);
  await close();
});

test('the menu of activations says so where layers differ, and gives all the same again', async () => {
  const { page, close } = await boundary('activations="tanh relu"');
  const menu = page.getByRole('combobox', { name: 'Activation', exact: true });
  const chosen = () => menu.evaluate((/** @type {any} */ node) => node.selectedOptions[0].text);
  assert.equal(await chosen(), 'by layer');
  await menu.selectOption('tanh');
  await settled(page);
  assert.equal(await chosen(), 'Tanh');
  assert.equal(await menu.getByText('by layer').count(), 0);
  await page.evaluate((tag) => {
    /** @type {any} */ (document.querySelector(tag)).activations = ['relu', 'relu'];
  }, tag);
  await settled(page);
  assert.equal(await chosen(), 'ReLU');
  await close();
});

test('points of one own stay: a new seed is for the weights alone, noise and number are off', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  const cursor = page.getByRole('slider', { name: 'Cursor, left to right' }).first();
  await page.getByRole('radio', { name: 'Orange' }).check();
  await cursor.press('Enter');
  await untilPoints(page, '1 point');
  const weights = () =>
    page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).pytorch(), tag);
  const before = await weights();
  await page.getByRole('button', { name: 'New seed' }).click();
  await settled(page);
  await untilPoints(page, '1 point');
  assert.notEqual(await weights(), before);
  const noise = page.getByRole('slider', { name: 'Noise' });
  assert.equal(await noise.isDisabled(), true);

  const data = page.getByRole('combobox', { name: 'Data', exact: true });
  await data.selectOption('moons');
  await untilPoints(page, '500 points');
  assert.equal(await noise.isDisabled(), false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await untilPoints(page, '1 point');
  await close();
});

test('at rest the chart and the line below the buttons say the same, whatever was changed last', async () => {
  const { page, close } = await boundary();
  const loss = (/** @type {string | null} */ text) =>
    /(?:cross-entropy|error|penalty|loss) (\d[\d.]*)/.exec(String(text))?.[1];
  const seen = new Set();
  for (const change of [{}, { l2: 0.1 }, { loss: 'mse' }, { learningRate: 0.1 }]) {
    await page.evaluate(
      ({ tag, change }) => Object.assign(/** @type {any} */ (document.querySelector(tag)), change),
      { tag, change },
    );
    await settled(page);
    const told = loss(await status(page));
    assert.equal(loss(await reading(page)), told, JSON.stringify(change));
    seen.add(told);
  }
  assert.equal(seen.size, 3);
  assert.match(String(await status(page)), /^0 updates, squared error and penalty \d/);

  await page.getByRole('button', { name: 'Step' }).click();
  await openTools(page);
  await page.getByRole('radio', { name: 'Blue' }).check();
  const picture = page.locator(`${tag} figure:visible .picture:has(.field)`).first();
  await picture.scrollIntoViewIfNeeded();
  const { x, y, width } = /** @type {any} */ (await picture.boundingBox());
  await page.mouse.move(x + 0.1 * width, y + 0.1 * width);
  await page.mouse.down();
  await page.mouse.move(x + 0.9 * width, y + 0.1 * width, { steps: 30 });
  await page.mouse.up();
  await settled(page);
  assert.equal(loss(await reading(page)), loss(await status(page)));
  assert.ok(!seen.has(loss(await status(page))), 'other points, another loss');
  await close();
});

test('a state that is put back stays whole until it is taken up, and starts no training elsewhere', async () => {
  const { page, problems, close } = await boundary('updates="300"');
  await page.waitForFunction(
    (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates === 300,
    tag,
  );
  const [again, afterReset] = await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const before = widget.state;
    widget.state = before;
    const again = widget.state.updates;
    widget.reset();
    const afterReset = widget.state.updates;
    widget.state = { layers: '3' };
    return [again, afterReset];
  }, tag);
  assert.deepEqual([again, afterReset], ['300', '300']);
  await page.waitForTimeout(500);
  assert.equal((await detail(page)).updates, 0);
  assert.deepEqual(problems, []);
  await close();
});

test('a layer that is added has the activation of the last one', async () => {
  const { page, close } = await boundary('activations="relu relu"');
  await page.getByRole('button', { name: 'Add a hidden layer' }).click();
  await settled(page);
  const given = await page.evaluate(
    (tag) => /** @type {any} */ (document.querySelector(tag)).activations,
    tag,
  );
  assert.deepEqual(given, ['relu', 'relu', 'relu']);
  const menu = page.getByRole('combobox', { name: 'Activation', exact: true });
  assert.equal(await menu.inputValue(), 'relu');
  await close();
});

test('inside: a learned slope beyond what a reader may set is told, and stops nothing', async () => {
  for (const [alpha, text] of /** @type {const} */ ([
    [3, '3.000'],
    [1e23, '1.0×10²³'],
    [-2, '−2.000'],
  ])) {
    const weights = Float32Array.of(1, 0, 0, alpha, 1, 0);
    const kept = `weights="${Buffer.from(weights.buffer).toString('base64url')}" before="1"`;
    const { page, problems, close } = await boundary(`activation="prelu" layers="1" ${kept}`);
    await page.locator(`${tag} summary`, { hasText: 'Inside the network' }).click();
    const told = page.locator(`${tag} .small p`).getByText(`layer 1: α = ${text}`);
    await told.waitFor({ timeout: 5000 });
    assert.deepEqual(problems, []);
    await close();
  }
});

test('the activation of a group is for all layers, as that of the menu is', async () => {
  const { page, close } = await open(
    `<activation-explorer group="g"></activation-explorer><${tag} group="g" activations="relu gelu" layers="4 4"></${tag}>`,
  );
  const name = page.locator(`${tag} figcaption b`).first();
  assert.equal(await name.textContent(), 'ReLU, GELU');
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector('activation-explorer')).pick({ activation: 'tanh' });
  });
  await name.getByText('Tanh', { exact: true }).waitFor({ timeout: 5000 });
  await close();
});

test('dataSet can be set, and is the attribute dataset', async () => {
  const { page, close } = await boundary();
  const set = await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.dataSet = 'moons';
    return [widget.getAttribute('dataset'), widget.dataSet];
  }, tag);
  assert.deepEqual(set, ['moons', 'moons']);
  await close();
});

test('the slider of the noise reaches the value beside it', async () => {
  const { page, close } = await boundary('noise="1"');
  assert.equal(await page.getByRole('slider', { name: 'Noise' }).inputValue(), '1');
  await close();
});

test('in a narrow column the buttons for layers stay together', async () => {
  for (let width = 290; width <= 312; width += 2) {
    const { page, close } = await boundary(`style="width: ${width}px"`);
    const tops = await page
      .locator(`${tag} .sign`)
      .evaluateAll((signs) => signs.map((sign) => sign.getBoundingClientRect().top));
    assert.equal(tops[0], tops[1], `${width}`);
    await close();
  }
});

test('the button of the file has the font of the text around it', async () => {
  const { page, close } = await boundary('style="font: 20px Georgia"');
  const fonts = await page
    .locator(`${tag} input[type=file]`)
    .evaluate((input) =>
      ['::file-selector-button', undefined].map((part) => getComputedStyle(input, part).fontFamily),
    );
  assert.equal(fonts[0], fonts[1]);
  await close();
});

test('probabilities of a list are refused by their own name', async () => {
  const { page, close } = await boundary();
  const told = await page.evaluate((tag) => {
    try {
      return /** @type {any} */ (document.querySelector(tag)).probabilities([1, 2]);
    } catch (error) {
      return String(error);
    }
  }, tag);
  assert.equal(told, 'TypeError: probabilities: points must be a Float32Array, not Array');
  await close();
});
