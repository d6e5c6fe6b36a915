// `npm run posters`: takes a picture of every widget of the page, and measures how high each one is
// at every width. Run it when a widget looks different; the results are committed, so that the page
// can be built where there is no browser.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../../tests/browsers/chromium.mjs';
import { project } from '../../../wasm/toolchain/places.mjs';
import { runAsCommand } from '../../../wasm/toolchain/step.mjs';
import { prepare } from '../prepare.mjs';
import { serve } from '../serve.mjs';

/** @typedef {import('./figures.mjs').Piece} Piece */
/** @typedef {import('./figures.mjs').Posters} Posters */

const folder = join(project, 'web/site/posters');

/** Windows in which the pictures are taken; high ones, so that every widget is on screen. */
const windows = /** @type {const} */ ({ wide: 1280, narrow: 360 });
const height = 30000;

await runAsCommand(async () => {
  await prepare();
  const { bundleAll } = await import('../bundle-all.mjs');
  await bundleAll();
  const { url, close } = await serve(join(project, 'dist/site'));
  const browser = await launchChromium();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {Posters} */
  const posters = {};

  for (const [kind, width] of Object.entries(windows)) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: 2 });
      await open(page, url);
      for (const id of await widgetIds(page)) {
        posters[id] ??= { heights: [] };
        if (!(await page.locator(`#${id} picture, #${id} > p`).count())) continue;
        const name = `${id}-${kind}${colorScheme === 'dark' ? '-dark' : ''}.webp`;
        const png = await page.locator(`#${id}`).screenshot({ animations: 'disabled' });
        writeFileSync(join(folder, name), await toWebp(page, png));
        const box = await page.locator(`#${id}`).boundingBox();
        posters[id][/** @type {'wide' | 'narrow'} */ (kind)] = {
          width: Math.round(box?.width ?? 0),
          height: Math.round(box?.height ?? 0),
        };
      }
      await page.close();
    }
  }

  const page = await browser.newPage({ viewport: { width: 1280, height } });
  await open(page, url);
  for (const [id, samples] of Object.entries(await measure(page))) posters[id].heights = pieces(samples);
  writeFileSync(join(folder, 'posters.json'), `${JSON.stringify(posters, null, 1)}\n`);
  await browser.close();
  await close();
  console.log(`✓ ${Object.keys(posters).length} widgets pictured in web/site/posters`);
});

/**
 * The page with all widgets drawn, without the space reserved for them.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
async function open(page, url) {
  await page.goto(url);
  await page.addStyleTag({ content: 'figure > *, main > * { min-block-size: 0 !important }' });
  await page.evaluate(async () => {
    const widgets = [...document.querySelectorAll('main [id]')].filter((node) => node.localName.includes('-'));
    const ready = widgets.map((widget) => /** @type {any} */ (widget).ready);
    await Promise.all(ready);
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
}

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const widgetIds = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main [id]')]
      .filter((node) => node.localName.includes('-') && node.shadowRoot)
      .map((node) => node.id),
  );

/**
 * Chromium takes no screenshots in WebP itself.
 * @param {import('playwright-core').Page} page
 * @param {Buffer} png
 */
async function toWebp(page, png) {
  const base64 = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  }, `data:image/png;base64,${png.toString('base64')}`);
  return Buffer.from(base64, 'base64');
}

/**
 * Heights by id at widths from 240 on, in steps of 4.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Record<string, [number, number][]>>}
 */
const measure = (page) =>
  page.evaluate(async () => {
    const widgets = [...document.querySelectorAll('main [id]')].filter((node) => node.shadowRoot);
    /** @type {Record<string, [number, number][]>} */
    const samples = Object.fromEntries(widgets.map(({ id }) => [id, []]));
    for (let width = 240; width <= 736; width += 4) {
      for (const widget of widgets) {
        Object.assign(/** @type {HTMLElement} */ (widget).style, { inlineSize: `${width}px`, maxInlineSize: 'none' });
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
      for (const widget of widgets) samples[widget.id].push([width, widget.getBoundingClientRect().height]);
    }
    return samples;
  });

/**
 * The straight pieces of a curve of heights: a few lines of style in place of a hundred numbers.
 * @param {[number, number][]} samples
 * @returns {Piece[]}
 */
function pieces(samples) {
  const found = [];
  for (let begin = 0; begin < samples.length; ) {
    let end = begin + 1;
    while (end < samples.length && straight(samples.slice(begin, end + 1))) end++;
    const [x0, y0] = samples[begin];
    const [x1, y1] = samples[end - 1];
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    found.push({ from: begin === 0 ? 0 : x0, start: round(y0 - slope * x0), slope: round(slope) });
    begin = end;
  }
  return found;
}

/** @param {[number, number][]} samples */
function straight(samples) {
  const [x0, y0] = samples[0];
  const [x1, y1] = samples[samples.length - 1];
  return samples.every(([x, y]) => Math.abs(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) - y) < 0.3);
}

/** @param {number} value */
const round = (value) => Number(value.toFixed(5));
