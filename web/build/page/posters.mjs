// `npm run posters`: takes a picture of every widget of the page, and measures how high each one is
// at every width. Run it when a widget looks different; the results are committed, so that the page
// can be built where there is no browser.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../../tests/browsers/chromium.mjs';
import { project } from '../../../wasm/toolchain/places.mjs';
import { Plain, runAsCommand } from '../../../wasm/toolchain/step.mjs';
import { prepare } from '../prepare.mjs';
import { serve } from '../serve.mjs';
import { measureHeights, pieces } from './heights.mjs';

/** @typedef {import('./figures.mjs').Posters} Posters */

const folder = join(project, 'web/site/posters');

/** Widths of the windows in which the pictures are taken. */
const windows = /** @type {const} */ ({ wide: 1280, narrow: 360 });
const height = 1400;

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
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
        deviceScaleFactor: 1.5,
      });
      await open(page, url);
      for (const { id, pictured } of await widgetsOf(page)) {
        posters[id] ??= { heights: [], touchHeights: [], lowHeights: [] };
        if (!pictured) continue;
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

  for (const [kind, touch, viewport] of /** @type {const} */ ([
    ['heights', false, { width: 1280, height }],
    ['touchHeights', true, { width: 1280, height }],
    ['lowHeights', true, { width: 844, height: 390 }],
  ])) {
    const page = await browser.newPage({ viewport, hasTouch: touch, isMobile: touch });
    await open(page, url);
    for (const [id, samples] of Object.entries(await measureHeights(page)))
      posters[id][kind] = pieces(samples);
    await page.close();
  }
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
  page.on('console', (message) => {
    if (message.type() === 'error') throw new Plain(`A widget has failed: ${message.text()}`);
  });
  await page.goto(url);
  // Tags are registered one after the other.
  await page.waitForFunction(() => !document.querySelector('body :not(:defined)'));
  await page.addStyleTag({ content: 'figure > *, .values > * { min-block-size: 0 !important }' });
  await page.evaluate(async () => {
    const widgets = [...document.querySelectorAll('[id]')].filter((node) => node.shadowRoot);
    await Promise.all(widgets.map((widget) => /** @type {any} */ (widget).ready));
    for (const widget of /** @type {any[]} */ (widgets)) {
      if (widget.localName === 'decision-boundary') for (let i = 0; i < 140; i++) widget.step(); // where it stops by itself
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
  });
}

/**
 * A table of values needs no picture: the table that stands in its place says the same.
 * @param {import('playwright-core').Page} page
 */
function widgetsOf(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('[id]')]
      .filter((node) => node.shadowRoot)
      .map((node) => ({ id: node.id, pictured: !node.querySelector('table') })),
  );
}

/**
 * Chromium takes no screenshots in WebP itself.
 * @param {import('playwright-core').Page} page
 * @param {Buffer} png
 */
async function toWebp(page, png) {
  const base64 = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.6 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(base64, 'base64');
}
