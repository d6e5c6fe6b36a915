// The widget looks as if the page's designer had drawn it, on every page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, open, pixels, settled } from './page.mjs';
import { steady } from './steady.mjs';

const tag = 'activation-explorer';
const widget = `<${tag} activation="sigmoid" compare="swish" x="-3"></${tag}>`;

/**
 * The page's background as the widget sees it, and all its colours.
 * @param {import('playwright-core').Page} page
 */
const colours = (page) =>
  page.evaluate((tag) => {
    const { theme } = /** @type {any} */ (document.querySelector(tag));
    const names = [
      'x',
      'slope',
      'sigmoid',
      'tanh',
      'relu',
      'leaky_relu',
      'gelu',
      'swish',
      'elu',
      'mish',
    ];
    const rgb = (/** @type {string} */ colour) => (colour.match(/\d+/g) ?? []).map(Number);
    return {
      background: rgb(theme.background),
      text: [theme.text, theme.muted, ...names.map(theme.ink)].map(rgb),
      lines: names.map(theme.curve).map(rgb),
    };
  }, tag);

/** @param {number[]} a @param {number[]} b */
function contrast(a, b) {
  const luminance = (/** @type {number[]} */ rgb) => {
    const [r, g, b] = rgb.map((c) =>
      c <= 10.31 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const pages = {
  'a plain page': [[255, 255, 255], '', {}],
  'a page in dark mode': [
    [18, 18, 18],
    '<meta name="color-scheme" content="light dark">',
    { colorScheme: 'dark' },
  ],
  'a dark page that says nothing of schemes': [
    [0x1d, 0x1f, 0x27],
    '<style>body { background: #1d1f27; color: #ddd }</style>',
    {},
  ],
  'a dark gradient': [
    [0, 0, 0],
    '<style>body { background: linear-gradient(#101018, #252540); color: #eee }</style>',
    {},
  ],
  'dark glass over white': [
    [0x73, 0x73, 0x73],
    '<style>body { background: rgb(0 0 0 / 0.55); color: white }</style>',
    {},
  ],
  'light glass over a dark page': [
    [0xa9, 0xa9, 0xa9],
    '<style>html { background: #222 } body { background: rgb(255 255 255 / 0.61); color: black }</style>',
    {},
  ],
  sepia: [[0xf4, 0xec, 0xd8], '<style>body { background: #f4ecd8; color: #433 }</style>', {}],
  'a mid-grey card in oklch': [
    [91, 100, 111],
    '<style>body { background: oklch(0.5 0.02 250); color: white }</style>',
    {},
  ],
};
for (const [name, [painted, head, options]] of Object.entries(pages)) {
  test(`on ${name} text has a contrast of 4.5:1 and lines have 3:1`, async () => {
    const script = '<script src="/dist/activation-widgets.js"></script>';
    const { page, close } = await open(widget, {
      head: head + script,
      .../** @type {any} */ (options),
    });
    const { background, text, lines } = await colours(page);
    assert.deepEqual(background, painted);
    for (const colour of text)
      assert.ok(contrast(colour, background) >= 4.48, `${colour} on ${background}`);
    for (const colour of lines)
      assert.ok(contrast(colour, background) >= 2.98, `${colour} on ${background}`);
    await close();
  });
}

test("the article's hues are taken as they are where they can be seen", async () => {
  const { page, close } = await open(widget, {
    head: '<style>body { background: #111; color: #eee }</style><script src="/dist/activation-widgets.js"></script>',
  });
  const { lines } = await colours(page);
  assert.deepEqual(lines.slice(0, 3), [
    [0xe0, 0x7b, 0x9d],
    [0x8c, 0xb4, 0xd5],
    [0xc9, 0xa2, 0x27],
  ]);
  await close();
});

/** @param {import('playwright-core').Page} page */
const paints = async (page) => {
  await page.waitForTimeout(100);
  await settled(page);
  return pixels(page, tag);
};

test('repaints when the system turns dark, on a page that follows it', async () => {
  const { page, close } = await open(`<style>:root { color-scheme: light dark }</style>${widget}`);
  const light = await paints(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paints(page);
  assert.notEqual(dark, light);
  await page.emulateMedia({ colorScheme: 'light' });
  assert.equal(await paints(page), light);
  await close();
});

test('does not turn dark with the system on a page that stays light', async () => {
  const { page, close } = await open(widget);
  const light = await paints(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await paints(page), light);
  await close();
});

test("repaints when a class far above changes the page's colours, and when the author's accent does", async () => {
  const { page, close } = await open(
    `<style>.night { background: #111; color: #eee } .loud ${tag} { --aw-accent: rgb(0 0 200) }</style>${widget}`,
  );
  const light = await paints(page);
  await page.evaluate(() => document.documentElement.classList.add('night'));
  assert.notEqual(await paints(page), light);
  await page.evaluate(() => {
    document.documentElement.className = 'loud';
  });
  await paints(page);
  assert.ok((await count(page, tag, [0, 0, 200])) > 100);
  await close();
});

const night = `<style>
  body { background: white; color: #222 } .night body { background: #111; color: #eee }
  .bare body { background: #111 }
</style>`;
for (const [name, style, theme] of [
  ['slowly, all of it', 'body { transition: background-color 0.3s, color 0.3s }', 'night'],
  ['slowly, every element by itself', '* { transition: all 0.2s }', 'night'],
  ['slowly, the background alone', 'body { transition: background 0.3s }', 'night'],
  ['at once, the background alone', 'body { color: #888 }', 'bare'],
]) {
  test(`follows a theme that comes ${name}`, async () => {
    const { page, close } = await open(`${night}<style>${style}</style>${widget}`);
    await page.evaluate((theme) => document.documentElement.classList.add(theme), theme);
    const seen = await steady(page, () =>
      /** @type {any} */ (document.querySelector('activation-explorer')).picture.toDataURL(),
    );
    assert.deepEqual((await colours(page)).background, [0x11, 0x11, 0x11]);
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).flush(), tag);
    assert.equal(await pixels(page, tag), seen);
    await close();
  });
}

test('follows a slow theme from within another component, too', async () => {
  const { page, close } = await open(
    `${night}<style>body { transition: background 0.3s }</style><div id="host"><template shadowrootmode="open">${widget}</template></div>`,
    { wait: false },
  );
  const seen = () =>
    page.evaluate((tag) => {
      const host = /** @type {HTMLElement} */ (document.querySelector('#host'));
      return /** @type {any} */ (host.shadowRoot)
        .querySelector(tag)
        .ready.then((/** @type {any} */ { theme }) => theme.background);
    }, tag);
  assert.equal(await seen(), 'rgb(255 255 255)');
  await page.evaluate(() => document.documentElement.classList.add('night'));
  await steady(page, () => getComputedStyle(document.body).backgroundColor);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await seen(), 'rgb(17 17 17)');
  await close();
});

test('pale text on plain white stays on white', async () => {
  const { page, close } = await open(
    `<style>body { background: white; color: #ccc }</style>${widget}`,
  );
  assert.deepEqual((await colours(page)).background, [255, 255, 255]);
  await close();
});

test('on paper it is dark on light, also for readers who have it the other way round', async () => {
  const { page, close } = await open(`<style>:root { color-scheme: light dark }</style>${widget}`, {
    colorScheme: 'dark',
  });
  const dark = await pixels(page, tag);
  const white = () => count(page, tag, [18, 18, 18]);
  assert.ok((await white()) > 0, 'labels are set off from the dark page');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await white(), 0);
  assert.ok((await count(page, tag, [255, 255, 255])) > 0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await pixels(page, tag), dark);
  await close();
});

test('a font that comes late is on the picture too', async () => {
  const { page, close } = await open(`<style>body { font-family: Late, serif }</style>${widget}`);
  const before = await pixels(page, tag);
  await page.evaluate(async () => {
    const face = new FontFace('Late', 'local("DejaVu Sans Mono"), local("Liberation Mono")');
    document.fonts.add(face);
    await face.load();
  });
  await settled(page);
  assert.notEqual(await pixels(page, tag), before);
  await close();
});

test("an author's colour may be written in any way CSS knows", async () => {
  for (const colour of [
    'rgb(0 100 0)',
    'rgb(0% 39.22% 0%)',
    'darkgreen',
    'rgb(from darkgreen r g b)',
    'light-dark(darkgreen, white)',
    'currentColor',
    'var(--own)',
  ]) {
    const { page, close } = await open(
      `<div style="color: darkgreen; --own: darkgreen; --aw-sigmoid: ${colour}">${widget}</div>`,
    );
    assert.deepEqual((await colours(page)).lines[2], [0, 100, 0], colour);
    await close();
  }
  const { page, close } = await open(
    `<div style="--aw-x: darkgreen; --aw-sigmoid: tpyo">${widget}</div>`,
  );
  const { lines } = await colours(page);
  assert.deepEqual(lines[0], [0, 100, 0]);
  assert.notDeepEqual(lines[2], [0, 100, 0], 'what is no colour leaves the symbol its own');
  await close();
});

test('an element with a colour scheme of its own paints its own background', async () => {
  const { page, close } = await open(`<${tag} style="color-scheme: dark"></${tag}>`);
  const root = page.locator(`${tag} [part=root]`);
  assert.match(
    await root.evaluate((node) => getComputedStyle(node).backgroundColor),
    /^rgb\(18, 18, 18\)$/,
  );
  const { background, text } = await colours(page);
  assert.deepEqual(background, [18, 18, 18]);
  for (const colour of text) assert.ok(contrast(colour, background) >= 4.48);
  await close();
});

test("forced colours: only the reader's own, on the canvas too", async () => {
  const { page, close } = await open(widget, { forcedColors: 'active' });
  const used = await page.evaluate((tag) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.forcedColorAdjust = 'none';
    const allowed = ['Canvas', 'CanvasText', 'Highlight'].map((name) => {
      probe.style.color = name;
      return (getComputedStyle(probe).color.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    });
    const { picture } = /** @type {any} */ (document.querySelector(tag));
    const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
    // Smoothed edges are mixtures of two of them.
    const pairs = allowed.flatMap((a, i) => allowed.slice(i).map((b) => [a, b]));
    const distance = (/** @type {number[]} */ c, /** @type {number[][]} */ [a, b]) => {
      const along = b.map((end, k) => end - a[k]);
      const length = along.reduce((sum, d) => sum + d * d, 0) || 1;
      const t = along.reduce((sum, d, k) => sum + d * (c[k] - a[k]), 0) / length;
      return Math.hypot(...c.map((v, k) => v - a[k] - Math.min(Math.max(t, 0), 1) * along[k]));
    };
    let [solid, strange] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 255) continue;
      solid++;
      if (Math.min(...pairs.map((pair) => distance([...data.slice(i, i + 3)], pair))) > 8)
        strange++;
    }
    return { solid, strange, allowed };
  }, tag);
  assert.ok(used.solid > 500);
  assert.ok(used.strange < used.solid / 200, JSON.stringify(used)); // where three of them meet
  await close();
});
