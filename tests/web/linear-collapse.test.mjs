import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beyond, open, settled } from './page.mjs';

const tag = 'linear-collapse';

/** @param {import('playwright-core').Page} page */
const sentence = async (page) =>
  (await page.locator(`${tag} [part=sentence]`).first().textContent()) ?? '';

/** @param {import('playwright-core').Page} page */
const whole = (page) => page.locator(`${tag} .whole [part=matrix] > *`).allTextContents();

const turn = '0 -1 1 0 1 0';

test('the product is shown as numbers, those of core.collapse', async () => {
  const { page, close } = await open(
    `<${tag} layers="3" weights="2 0 0 3 1 1  ${turn}  1 1 0 1 0 -1"></${tag}>`,
  );
  assert.deepEqual(await whole(page), ['2', '−3', '1', '2', '0', '0']);
  const core = await page.evaluate(async () => {
    const core = await /** @type {any} */ (globalThis).activationWidgets.loadCore();
    return core.collapse([
      {
        W: [
          [2, 0],
          [0, 3],
        ],
        b: [1, 1],
      },
      {
        W: [
          [0, -1],
          [1, 0],
        ],
        b: [1, 0],
      },
      {
        W: [
          [1, 1],
          [0, 1],
        ],
        b: [0, -1],
      },
    ]);
  });
  assert.deepEqual(
    core.W.map((/** @type {number[]} */ row) => [...row]),
    [
      [2, -3],
      [2, 0],
    ],
  );
  assert.deepEqual([...core.b], [1, 0]);
  assert.equal(
    await sentence(page),
    'Straight: the 3 layers are one, with determinant 6.000 and rank 2: areas become 6.000 times as large.',
  );
  await close();
});

test('numbers can be edited, and a lost rank is told', async () => {
  const { page, close } = await open(`<${tag} weights="1 0 0 1 0 0  ${turn}"></${tag}>`);
  await page.getByRole('spinbutton', { name: 'W₁ row 2 column 2' }).fill('0');
  await settled(page);
  assert.match(
    await sentence(page),
    /determinant 0 and rank 1: the plane is flattened onto a line/,
  );
  assert.deepEqual(await whole(page), ['0', '0', '1', '1', '0', '0']);
  await close();
});

test('a number between two steps is no mistake, and the arrows go on from it', async () => {
  const { page, close } = await open(`<${tag} weights="1 0 0 1 0 0  ${turn}"></${tag}>`);
  const cell = page.getByRole('spinbutton', { name: 'W₁ row 2 column 2' });
  const valid = () => cell.evaluate((/** @type {any} */ input) => input.validity.valid);
  await cell.fill('0.75');
  await settled(page);
  assert.equal(await valid(), true);
  await cell.press('ArrowUp');
  assert.equal(await cell.inputValue(), '0.85');
  await page.evaluate((tag) => {
    /** @type {any} */ (document.querySelector(tag)).weights = [
      1, 0, 0, 1.234, 0, 0, 0, -1, 1, 0, 0, 0,
    ];
  }, tag);
  await settled(page);
  assert.equal(await cell.inputValue(), '1.234');
  assert.equal(await valid(), true);
  await close();
});

test('other numbers take the place of an author’s, until the widget goes back to its start', async () => {
  const { page, close } = await open(`<${tag} weights="1 0 0 1 0 0  ${turn}"></${tag}>`);
  const weights = () =>
    page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).weights, tag);
  assert.equal((await weights()).length, 12);
  await page.getByRole('button', { name: 'Other numbers' }).click();
  await settled(page);
  assert.equal(await weights(), null, 'they are drawn from the seed');
  await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).reset(), tag);
  assert.equal((await weights()).length, 12);
  await close();
});

test('dragging from no activation to one bends the lines, and back they are straight', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  const bend = () =>
    page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).detail().bend, tag);
  const slider = page.locator(`${tag} input[type=range]`);
  assert.ok((await bend()) < 1e-6);
  const seen = [];
  for (const key of ['PageUp', 'PageUp', 'End']) {
    await slider.press(key);
    await settled(page);
    seen.push(await bend());
  }
  assert.ok(seen[0] > 0 && seen[1] > seen[0] && seen[2] > seen[1], String(seen));
  assert.match(
    await sentence(page),
    /^Bent: with Tanh between the layers, lines leave the straight by up to \d/,
  );
  await slider.press('Home');
  await settled(page);
  assert.ok((await bend()) < 1e-6);
  await close();
});

test('up to eight layers, and those that stay keep their numbers', async () => {
  const { page, close } = await open(`<${tag} weights="1 0 0 1 0 0  ${turn}"></${tag}>`);
  await page.getByRole('combobox', { name: 'Number of layers' }).selectOption('8');
  await settled(page);
  assert.equal(await page.locator(`${tag} .panel:visible`).count(), 10);
  await page.getByRole('combobox', { name: 'Number of layers' }).selectOption('2');
  await settled(page);
  assert.deepEqual(await whole(page), ['0', '−1', '1', '1', '0', '0']);
  await close();
});

test('the product has one name for those who do not see it, by rows', async () => {
  const { page, close } = await open(`<${tag} weights="1 0.5 0 1 0 3  ${turn}"></${tag}>`);
  const name = 'W by rows: 0, −1; 1, 0.5. b: −2, 0';
  assert.equal(await page.getByRole('img', { name, exact: true }).count(), 1);
  await close();
});

test('large numbers stand clear of each other, and a typed one is seen whole', async () => {
  const { page, close } = await open(
    `<style>html { font-family: 'DejaVu Sans' }</style>
    <${tag} weights="-1000 123.45 2 1e5 0.5 1  -12 0.5 0.25 -1e5 1 2"></${tag}>`,
    { viewport: { width: 320, height: 700 } },
  );
  await page.getByRole('spinbutton', { name: 'W₂ row 1 column 1' }).fill('-12.345');
  await settled(page);
  const { cut, gaps } = await page.evaluate((tag) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector(tag)?.shadowRoot);
    const cut = [...root.querySelectorAll('input')].filter(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    );
    const boxes = [...root.querySelectorAll('.whole span')].map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    });
    const gaps = [1, 2, 4, 5].map((i) => boxes[i].left - boxes[i - 1].right);
    return { cut: cut.map(({ value }) => value), gaps };
  }, tag);
  assert.deepEqual(cut, []);
  assert.ok(Math.min(...gaps) > 0, String(gaps));
  assert.deepEqual(await beyond(page, tag), []);
  await close();
});

test('type of 200% fits into 360 px', async () => {
  const { page, close } = await open(
    `<style>html { font: 200% 'DejaVu Sans' }</style><${tag} layers="3" activation="gelu_tanh"></${tag}>`,
    { viewport: { width: 360, height: 700 } },
  );
  assert.deepEqual(await beyond(page, tag), []);
  await close();
});

for (const [width, rows] of [
  [604, 1],
  [500, 2],
]) {
  test(`${width} px wide, the four planes of two layers stand in ${rows === 1 ? 'one row' : 'two rows of two'}`, async () => {
    const { page, close } = await open(`<div style="width: ${width}px"><${tag}></${tag}></div>`);
    const tops = await page
      .locator(`${tag} .panel:visible`)
      .evaluateAll((nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().top)));
    assert.equal(tops.length, 4);
    assert.equal(new Set(tops).size, rows);
    assert.equal(tops[2], tops[3]);
    await close();
  });
}

test('the numbers of the product are not broken, whatever the page does with long words', async () => {
  const { page, close } = await open(
    `<div style="overflow-wrap: anywhere; font: 17px system-ui"><${tag} layers="3"></${tag}></div>`,
    { viewport: { width: 800, height: 800 } },
  );
  const lines = await page.locator(`${tag} .whole [part=matrix] > *`).evaluateAll((nodes) =>
    nodes.map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getClientRects().length;
    }),
  );
  assert.deepEqual(lines, Array(6).fill(1));
  await close();
});

for (const width of [360, 604, 688]) {
  test(`${width} px wide, the slider stays where it is while it is dragged`, async () => {
    const { page, close } = await open(`<div style="width: ${width}px"><${tag}></${tag}></div>`);
    const slider = page.locator(`${tag} input[type=range]`);
    const before = await slider.boundingBox();
    await slider.fill('0.5');
    await settled(page);
    assert.deepEqual(await slider.boundingBox(), before);
    await close();
  });
}

/** @param {import('playwright-core').Page} page */
const title = (page) => page.locator(`${tag} .whole .title`).textContent();

for (const [given, told] of [
  ['layers="3" activation="relu"', /^Not Wx \+ b: with ReLU .* falls onto one point\. Without it/],
  ['activation="tanh" weights="2 0 0 2 0 0 1 0 0 1 0 0"', /^Not Wx \+ b: .* lines stay straight/],
  ['activation="tanh" weights="1 .5 -.3 1 0 0 1 1 2 2 0 0"', /^Not Wx \+ b: .* onto one line\./],
]) {
  test(`what keeps lines straight but is not the product is told from it: ${given}`, async () => {
    const { page, close } = await open(`<${tag} ${given}></${tag}>`);
    assert.match(await sentence(page), /** @type {RegExp} */ (told));
    assert.match((await title(page)) ?? '', /≠ Wx \+ b/);
    await close();
  });
}

test('numbers beyond the range of a float are not said to be any matrix', async () => {
  const weights = Array(8).fill('1e6 1 1 1e6 1e6 -1e6').join(' ');
  const { page, close } = await open(
    `<${tag} layers="8" activation="relu" weights="${weights}"></${tag}>`,
  );
  assert.match(await sentence(page), /^Too large to draw/);
  assert.equal(await title(page), 'Wx + b');
  await close();
});

for (const weights of [
  '1 0 0 1 1000 0 1 0.3 0.2 1 0 0',
  '1 0 0 1 1e6 1e6 1 0.3 0.2 1 0 0',
  '0.01 0.003 0.002 0.01 10 3 1 0 0 1 0 0',
  '0.1 0.1 0.3 0.3 0 0 0.9 -0.3 0 0 0 0',
]) {
  test(`with nothing between, rounding is no bend: ${weights}`, async () => {
    const { page, close } = await open(`<${tag} weights="${weights}"></${tag}>`);
    assert.match(await sentence(page), /^Straight: the 2 layers are one/);
    assert.match((await title(page)) ?? '', /= Wx \+ b/);
    await close();
  });
}

test('a product of 0 has rank 0, and what is not 0 is not shown as 0', async () => {
  const { page, close } = await open(
    `<${tag} weights="0.1 0.1 0.3 0.3 0 0 0.9 -0.3 0 0 0 0"></${tag}>
     <${tag} layers="1" weights="0.003 1e-8 0 1 0 0"></${tag}>`,
  );
  assert.match(await sentence(page), /rank 0/);
  const shown = await page.locator(`${tag} .whole [part=matrix] > *`).allTextContents();
  assert.deepEqual(shown.slice(0, 8), ['0', '0', '0', '0', '0', '0', '0.003', '1.0×10⁻⁸']);
  await close();
});

test('weights for another number of layers are warned of', async () => {
  const { page, close } = await open(`<p></p>`);
  /** @type {string[]} */
  const warnings = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.evaluate(async (tag) => {
    document.body.innerHTML = `<${tag} weights="${Array(18).fill(1).join(' ')}"></${tag}>`;
    await /** @type {any} */ (document.querySelector(tag)).ready;
  }, tag);
  assert.match(warnings.join(), /unknown weights .* six numbers for each of so many `layers`/);
  await close();
});

test('what is no number yet stays, and a number out of range becomes the largest', async () => {
  const { page, close } = await open(`<${tag} weights="1 0 0 1 0 0  ${turn}"></${tag}>`);
  const cell = page.getByRole('spinbutton', { name: 'W₁ row 1 column 1' });
  for (const [typed, shown] of [
    ['5e-1', '5e-1'],
    ['1e9', '1000000'],
    ['10000000', '1000000'],
    ['1e9', '1000000'],
  ]) {
    await cell.selectText();
    for (const character of typed) {
      await page.keyboard.type(character);
      // A frame that comes now finds what is no number yet.
      await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).flush(), tag);
    }
    if (typed === '5e-1') assert.equal(await cell.inputValue(), typed);
    await cell.press('Enter');
    await settled(page);
    assert.equal(await cell.inputValue(), shown);
  }
  await close();
});

test('under a finger, and where it is narrow, the numbers of all matrices stand in line', async () => {
  for (const hasTouch of [true, false]) {
    const { page, close } = await open(`<div style="width: 290px"><${tag}></${tag}></div>`, {
      hasTouch,
      isMobile: hasTouch,
      viewport: { width: 360, height: 800 },
    });
    const heights = await page
      .locator(`${tag} .panel:visible .numbers:visible > *`)
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
    assert.ok(Math.min(...heights) >= (hasTouch ? 44 : 24), String(heights));
    const tops = await page
      .locator(`${tag} .panel:visible .numbers:visible`)
      .evaluateAll((nodes) => nodes.slice(-2).map((node) => node.getBoundingClientRect().height));
    assert.ok(Math.abs(tops[0] - tops[1]) < 1, String(tops));
    await close();
  }
});

test('what is below stays where it is when the slider leaves 0', async () => {
  const { page, close } = await open(
    `<div style="width: 390px"><${tag}></${tag}><p id="below">.</p></div>`,
  );
  const before = await page.locator('#below').boundingBox();
  await page.locator(`${tag} input[type=range]`).fill('0.5');
  await settled(page);
  assert.deepEqual(await page.locator('#below').boundingBox(), before);
  await close();
});
