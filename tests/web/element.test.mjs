// What every widget has from its base, shown on the explorer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settled } from './page.mjs';

const tag = 'activation-explorer';

test('properties are the attributes in camelCase, and setting one sets the attribute', async () => {
  const { page, problems, close } = await open(
    `<${tag} activation="gelu" x="0.5" domain="-4 4" preview></${tag}>`,
  );
  const read = await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const before = [widget.activation, widget.x, widget.domain, widget.preview, widget.compare];
    widget.x = 1.25;
    widget.compare = 'relu';
    widget.preview = false;
    widget.domain = [-2, 2];
    return {
      before,
      attributes: [...widget.attributes].map(({ name, value }) => `${name}=${value}`),
    };
  }, tag);
  assert.deepEqual(read.before, ['gelu', 0.5, [-4, 4], true, null]);
  assert.deepEqual(read.attributes, ['activation=gelu', 'x=1.25', 'domain=-2 2', 'compare=relu']);
  assert.deepEqual(problems, []);
  await close();
});

test('a property that is set takes the place of what the reader chose, whatever the attribute was', async () => {
  const { page, close } = await open(`<${tag} x="2"></${tag}>`);
  const read = await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.pick({ x: 3, compare: 'tanh', preview: true });
    Object.assign(widget, { x: 2, compare: null, preview: false });
    return [widget.x, widget.compare, widget.preview];
  }, tag);
  assert.deepEqual(read, [2, null, false]);
  await close();
});

test('properties set before the element is defined are kept', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`, { head: '', wait: false });
  await page.evaluate((tag) => {
    Object.assign(/** @type {any} */ (document.querySelector(tag)), { x: -2, activation: 'tanh' });
  }, tag);
  await page.addScriptTag({ url: '/dist/activation-widgets.js' });
  await settled(page);
  const text = await page.locator(tag).getByRole('slider').getAttribute('aria-valuetext');
  assert.equal(text, 'x = −2.00, Tanh −0.964, slope 0.071');
  assert.equal(await page.locator(tag).getAttribute('x'), '-2', 'through the accessor');
  await close();
});

const bad = [
  [
    'activation="rellu"',
    /^activation-explorer: unknown activation "rellu"; use one of identity, .*relu/,
  ],
  ['compare="rellu"', /unknown compare "rellu"; use one of identity, /],
  ['functions="relu gleu"', /unknown functions "relu gleu"; use some of identity, /],
  ['x="left"', /unknown x "left"; use a number/],
  ['x=""', /unknown x ""; use a number/],
  ['domain="6 -6"', /unknown domain "6 -6"; use two numbers, the smaller one first/],
  ['domain="0 1 2"', /unknown domain "0 1 2"; use two numbers/],
  ['domain="0 Infinity"', /unknown domain "0 Infinity"; use two numbers/],
  ['activation="elu" alpha="-1"', /unknown alpha "-1"; use a number from 0 to 3/],
];
for (const [attribute, warning] of bad) {
  test(`a bad attribute is warned of once, and its default used: ${attribute}`, async () => {
    const { page, problems, warnings, close } = await open(
      `<${tag} ${attribute}></${tag}><${tag} activation="${/elu/.test(String(attribute)) && /alpha/.test(String(attribute)) ? 'elu' : 'relu'}"></${tag}>`,
    );
    const [got, wanted] = await page.evaluate(
      (tag) =>
        [...document.querySelectorAll(tag)].map((/** @type {any} */ widget) => {
          const { functions, ...state } = widget.state;
          return { ...state, functions };
        }),
      tag,
    );
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.match(warnings[0], /** @type {RegExp} */ (warning));
    assert.deepEqual(got, wanted);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('many changes make one update, and no change makes none', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`);
  const updates = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const update = widget.update;
    let count = 0;
    widget.update = function (/** @type {any} */ changed) {
      count++;
      update.call(this, changed);
    };
    const frames = async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    };
    for (let x = 0; x < 50; x++) widget.x = x / 10;
    await frames();
    const many = count;
    await frames();
    return [many, count - many];
  }, tag);
  assert.deepEqual(updates, [1, 0]);
  await close();
});

test('input and change come from the widget itself, bubble out of shadow roots and tell the values', async () => {
  const { page, close } = await open('<div id="outer"></div>');
  await page.evaluate(async (tag) => {
    const outer = /** @type {HTMLElement} */ (document.querySelector('#outer'));
    const widget = /** @type {any} */ (document.createElement(tag));
    widget.activation = 'sigmoid';
    outer.attachShadow({ mode: 'open' }).append(widget);
    /** @type {any[]} */
    const log = [];
    Object.assign(window, { log });
    for (const type of ['input', 'change']) {
      document.addEventListener(type, (event) =>
        log.push([type, /** @type {any} */ (event).detail, event.composedPath()[0] === widget]),
      );
    }
    await widget.ready;
  }, tag);
  await page.getByRole('slider', { name: 'x' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('combobox', { name: 'Function' }).selectOption('relu');
  const log = await page.evaluate(() => /** @type {any} */ (window).log);
  const sigmoid = {
    activation: 'sigmoid',
    x: 0.9,
    value: Math.fround(0.71094948),
    slope: Math.fround(0.20550033),
  };
  assert.deepEqual(
    log.map((/** @type {any[]} */ [type, detail, own]) => [type, detail.activation, detail.x, own]),
    [
      ['input', 'sigmoid', 0.9, true],
      ['change', 'sigmoid', 0.9, true],
      ['input', 'relu', 0.9, true],
      ['change', 'relu', 0.9, true],
    ],
  );
  assert.ok(Math.abs(log[0][1].value - sigmoid.value) < 1e-6);
  assert.ok(Math.abs(log[0][1].slope - sigmoid.slope) < 1e-6);
  await close();
});

test('widgets of a group share activation and x, others do not, and no echo comes back', async () => {
  const { page, close } = await open(
    `<${tag} group="a"></${tag}><${tag} group="a" functions="relu tanh"></${tag}><${tag} group="b"></${tag}><${tag}></${tag}>`,
  );
  await page.evaluate((tag) => {
    /** @type {any[]} */
    const log = [];
    Object.assign(window, { log });
    for (const widget of document.querySelectorAll(tag))
      widget.addEventListener('input', () => log.push(1));
  }, tag);
  const first = page.locator(tag).first();
  await first.getByRole('combobox', { name: 'Function' }).selectOption('gelu');
  await first.getByRole('slider', { name: 'x' }).press('Home');
  const seen = await page.evaluate(
    (tag) => [
      [...document.querySelectorAll(tag)].map((/** @type {any} */ { activation, x }) => [
        activation,
        x,
      ]),
      /** @type {any} */ (window).log.length,
    ],
    tag,
  );
  assert.deepEqual(seen, [
    [
      ['gelu', -6],
      ['gelu', -6],
      ['relu', 1],
      ['relu', 1],
    ],
    2,
  ]);
  await page.evaluate((tag) => {
    /** @type {any} */ (document.querySelectorAll(tag)[1]).x = 3;
  }, tag);
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).x, tag),
    3,
  );
  await close();
});

test('reset goes back to the attributes, whatever the reader did', async () => {
  const { page, close } = await open(
    `<${tag} activation="prelu" alpha="0.5" x="-2" compare="elu"></${tag}>`,
  );
  const start = await page.evaluate(
    (tag) => /** @type {any} */ (document.querySelector(tag)).state,
    tag,
  );
  await page.getByRole('slider', { name: 'x' }).press('End');
  await page.getByRole('slider', { name: 'α' }).press('ArrowRight');
  await page.getByRole('combobox', { name: 'Compare' }).selectOption('');
  await page.getByRole('combobox', { name: 'Function' }).selectOption('swish');
  const states = await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const changed = widget.state;
    widget.reset();
    return { changed, after: widget.state };
  }, tag);
  assert.deepEqual(
    [states.changed.activation, states.changed.x, states.changed.compare],
    ['swish', 6, null],
  );
  assert.deepEqual(states.after, start);
  await close();
});

test("toBlob gives a PNG of the picture at the screen's resolution, background included", async () => {
  const { page, close } = await open(
    `<${tag} style="background: rgb(10 20 30); color: white"></${tag}>`,
    { deviceScaleFactor: 2 },
  );
  const picture = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const blob = await widget.toBlob();
    const image = await createImageBitmap(blob);
    const context = /** @type {any} */ (new OffscreenCanvas(1, 1).getContext('2d'));
    context.drawImage(image, 0, 0);
    return {
      type: blob.type,
      ratio: image.width / widget.clientWidth,
      corner: [...context.getImageData(0, 0, 1, 1).data],
    };
  }, tag);
  assert.deepEqual(picture, { type: 'image/png', ratio: 2, corner: [10, 20, 30, 255] });
  await close();
});
