// What the explorer shows and says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, open, pixels, settled } from './page.mjs';

const tag = 'activation-explorer';
const slider = (/** @type {import('playwright-core').Page} */ page) =>
  page.getByRole('slider', { name: 'x' });
const spoken = (/** @type {import('playwright-core').Page} */ page) =>
  slider(page).getAttribute('aria-valuetext');

test('speaks x, value and slope of each function shown', async () => {
  const { page, close } = await open(`<${tag} activation="gelu" x="0.5"></${tag}>`);
  assert.equal(await spoken(page), 'x = 0.50, GELU 0.346, slope 0.867');
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('relu');
  await settled(page);
  assert.equal(await spoken(page), 'x = 0.50, GELU 0.346, slope 0.867, ReLU 0.500, slope 1.000');
  await close();
});

test('a value that three decimals would hide is told as a power of ten', async () => {
  const { page, close } = await open(`<${tag} activation="gelu" x="-6"></${tag}>`);
  assert.equal(await spoken(page), 'x = −6.00, GELU −5.9×10⁻⁹, slope −3.5×10⁻⁸');
  await close();
});

test('on a phone nothing is cut off, and every control is 44 px high', async () => {
  for (const width of [320, 360]) {
    const { page, close } = await open(
      `<${tag} activation="gelu" compare="gelu_tanh" preview></${tag}><${tag} activation="prelu"></${tag}>`,
      { hasTouch: true, isMobile: true, viewport: { width, height: 640 } },
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    const heights = await page
      .locator(`${tag} :is(select, label, summary)`)
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getBoundingClientRect().height).filter((height) => height > 0),
      );
    assert.ok(heights.length > 8 && heights.every((height) => height >= 44), `${heights}`);
    await close();
  }
});

test('nothing moves while the handle is dragged or a parameter changes', async () => {
  const { page, close } = await open(
    `<${tag} activation="swish" compare="tanh" preview></${tag}>`,
    { viewport: { width: 360, height: 900 } },
  );
  const layout = () =>
    page.evaluate((tag) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector(tag)?.shadowRoot);
      return [...root.querySelectorAll('.root > *, .root > * > *')].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [node.className, x, y, width, height].join(' ');
      });
    }, tag);
  const before = await layout();
  for (const to of [-6, -5.95, -3.3, 0, 0.05, 6]) {
    await page.evaluate(
      ({ tag, to }) => {
        /** @type {any} */ (document.querySelector(tag)).x = to;
      },
      { tag, to },
    );
    await settled(page);
    assert.deepEqual(await layout(), before, `x = ${to}`);
  }
  for (const beta of [0, 0.1, 5]) {
    await page.evaluate(
      ({ tag, beta }) => {
        /** @type {any} */ (document.querySelector(tag)).beta = beta;
      },
      { tag, beta },
    );
    await settled(page);
    assert.deepEqual(await layout(), before, `beta = ${beta}`);
  }
  await close();
});

test("the menu lists the core's functions, or those the author chose, the one shown among them", async () => {
  const { page, close } = await open(
    `<${tag}></${tag}><${tag} functions="sigmoid tanh" activation="relu"></${tag}>`,
  );
  const names = (/** @type {number} */ i) =>
    page
      .locator(tag)
      .nth(i)
      .getByRole('combobox', { name: 'Function' })
      .locator('option')
      .allTextContents();
  const all = await page.evaluate(async () =>
    (await /** @type {any} */ (window).activationWidgets.loadCore()).activations.map(
      (/** @type {any} */ { name }) => name,
    ),
  );
  assert.deepEqual(await names(0), all);
  assert.deepEqual(await names(1), ['Sigmoid', 'Tanh', 'ReLU']);
  await close();
});

test('each parameter the core tells of has a slider with its name, its limits and its default', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  const activations = await page.evaluate(
    async () => (await /** @type {any} */ (window).activationWidgets.loadCore()).activations,
  );
  for (const { id, parameters } of activations) {
    await page.getByRole('combobox', { name: 'Function' }).selectOption(id);
    await settled(page);
    const sliders = await page
      .locator(`${tag} label input[type=range]:visible`)
      .evaluateAll((nodes) =>
        nodes.map((node) => [
          Number(/** @type {any} */ (node).min),
          Number(/** @type {any} */ (node).max),
          Number(/** @type {any} */ (node).value),
        ]),
      );
    assert.deepEqual(
      sliders,
      parameters.map((/** @type {any} */ known) => [known.min, known.max, known.default]),
      id,
    );
  }
  await close();
});

test('a parameter set in the page holds for that function only; another starts with its default', async () => {
  const { page, close } = await open(`<${tag} activation="leaky_relu" alpha="0.2"></${tag}>`);
  const alpha = () =>
    page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).alpha, tag);
  assert.equal(await alpha(), 0.2);
  await page.getByRole('combobox', { name: 'Function' }).selectOption('elu');
  assert.equal(await alpha(), 1);
  await page.getByRole('combobox', { name: 'Function' }).selectOption('relu');
  assert.equal(await alpha(), null);
  await page.getByRole('combobox', { name: 'Function' }).selectOption('leaky_relu');
  assert.equal(await alpha(), 0.2);
  await close();
});

test('the slider of a parameter bends the curve', async () => {
  const { page, close } = await open(`<${tag} activation="leaky_relu" x="-2"></${tag}>`);
  const before = await pixels(page, tag);
  await page.getByRole('slider', { name: 'α' }).press('End');
  await settled(page);
  assert.equal(await spoken(page), 'x = −2.00, Leaky ReLU −2.000, slope 1.000');
  assert.notEqual(await pixels(page, tag), before);
  await close();
});

test('GELU: exact or tanh form, and their difference, which the picture magnifies by a stated factor', async () => {
  const { page, close } = await open(`<${tag} activation="gelu" x="-2.7"></${tag}>`);
  await page.evaluate((tag) => {
    const context = /** @type {any} */ (document.querySelector(tag)).picture.getContext('2d');
    const { fillText } = context;
    /** @type {string[]} */
    const written = [];
    Object.assign(window, { written });
    context.fillText = (/** @type {[string, number, number]} */ ...rest) => {
      written.push(rest[0]);
      fillText.apply(context, rest);
    };
  }, tag);
  await page.getByRole('checkbox', { name: 'difference' }).check();
  await settled(page);
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).compare, tag),
    'gelu_tanh',
  );
  const written = await page.evaluate(() => /** @type {any} */ (window).written);
  assert.ok(
    written.some((/** @type {string} */ text) =>
      /^f − g = −4\.73×10⁻⁴, magnified [125]0+×$/.test(text),
    ),
    written.join(' | '),
  );
  await page.getByRole('radio', { name: 'tanh form' }).check();
  await settled(page);
  assert.match(String(await spoken(page)), /GELU \(tanh form\) −0\.009.*GELU −0\.009/);
  await page.getByRole('checkbox', { name: 'difference' }).uncheck();
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).compare, tag),
    null,
  );
  await close();
});

test("kinks and jumps are told, from the core's data", async () => {
  const { page, close } = await open(
    `<${tag} activation="relu"></${tag}><${tag} activation="step"></${tag}><${tag} activation="hard_swish"></${tag}><${tag} activation="gelu"></${tag}>`,
  );
  const notes = await page.locator(`${tag} [part=formulas] .muted`).allTextContents();
  assert.match(notes[0], /Kink at 0: slope 0 before, 1 after, 0 there\. /);
  assert.match(notes[1], /Jump at 0: 0 before, 1 after, 1 there\. /);
  assert.match(
    notes[2],
    /Kink at −3: slope 0 before, −0\.5 after, .* Kink at 3: slope 1\.5 before, 1 after, /,
  );
  assert.doesNotMatch(notes[3], /Kink|Jump/);
  await close();
});

test('the step has a filled end where it is and an open one where it only comes close', async () => {
  const { page, close } = await open(
    `<${tag} activation="step" x="4" style="--aw-step: rgb(200 0 0); background: rgb(255 255 255)"></${tag}>`,
    { deviceScaleFactor: 4 },
  );
  const ends = await page.evaluate((tag) => {
    const { picture } = /** @type {any} */ (document.querySelector(tag));
    const { data, width, height } = picture
      .getContext('2d')
      .getImageData(0, 0, picture.width, picture.height);
    const red = (/** @type {number} */ x, /** @type {number} */ y) => {
      const i = 4 * (y * width + x);
      return data[i] > 150 && data[i + 1] < 100 && data[i + 2] < 100;
    };
    // The rows of the two branches are those with the longest red runs.
    const runs = Array.from({ length: height }, (_, y) => {
      const xs = Array.from({ length: width }, (_, x) => x).filter((x) => red(x, y));
      return { y, from: xs[0], to: xs.at(-1) ?? 0, length: xs.length };
    }).filter(({ length }) => length > width / 4);
    const [upper, lower] = [runs[0], runs[runs.length - 1]];
    const at = (/** @type {number} */ x, /** @type {number} */ y) => [
      ...data.slice(4 * (y * width + x), 4 * (y * width + x) + 4),
    ];
    return { upper: at(upper.from + 15, upper.y), lower: at(lower.to - 15, lower.y) };
  }, tag);
  assert.deepEqual(ends.upper, [200, 0, 0, 255]);
  assert.deepEqual(ends.lower, [255, 255, 255, 255]);
  await close();
});

test('the reference matrix goes through the function, as two tables', async () => {
  const { page, close } = await open(
    `<${tag} activation="gelu" preview></${tag}><${tag}></${tag}>`,
  );
  const cells = (/** @type {string} */ name) =>
    page.getByRole('table', { name }).getByRole('cell').allTextContents();
  assert.deepEqual(await cells('input'), ['−1', '2', '0.5', '−3']);
  assert.deepEqual(await cells('output'), ['−0.159', '1.954', '0.346', '−0.004']);
  await page.getByRole('combobox', { name: 'Function' }).first().selectOption('relu');
  await settled(page);
  assert.deepEqual(await cells('output'), ['0', '2', '0.5', '0']);
  assert.equal(await page.getByRole('table').count(), 2);
  await close();
});

test('a table tells the values, for those who do not see the curve', async () => {
  const { page, close } = await open(
    `<${tag} activation="sigmoid" compare="tanh" domain="-2 2"></${tag}>`,
  );
  await page.getByText('Values').click();
  await page.getByRole('row').nth(1).waitFor();
  const rows = await page
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent)),
    );
  assert.deepEqual(rows[0], ['x', 'Sigmoid', 'Sigmoid slope', 'Tanh', 'Tanh slope']);
  assert.deepEqual(
    rows.find(([x]) => x === '2'),
    ['2', '0.881', '0.105', '0.964', '0.071'],
  );
  assert.equal(rows.length, 1 + 9);
  await close();
});

test('the accessibility tree has names for everything and no noise', async () => {
  const { page, close } = await open(`<${tag} activation="gelu" x="0.5"></${tag}>`);
  const tree = await page.locator(tag).ariaSnapshot();
  assert.match(tree, /combobox "Function"/);
  assert.match(tree, /combobox "Compare with"/);
  assert.match(tree, /slider "x"/);
  assert.match(tree, /img "GELU with slope, over x from −6 to 6"/);
  assert.match(tree, /radio "exact" \[checked\]/);
  assert.match(tree, /f\(x\) = x Φ\(x\)/);
  await close();
});

test("the curve is where the core says: solid for the value, in the function's colour", async () => {
  const { page, close } = await open(
    `<${tag} activation="relu" x="-5" style="--aw-relu: rgb(160 0 0); background: white"></${tag}>`,
  );
  assert.ok((await count(page, tag, [160, 0, 0])) > 500);
  const before = await count(page, tag, [160, 0, 0]);
  await page.evaluate((tag) => {
    /** @type {any} */ (document.querySelector(tag)).activation = 'tanh';
  }, tag);
  await settled(page);
  assert.equal(await count(page, tag, [160, 0, 0]), 0);
  assert.ok(before > 0);
  await close();
});
