// What the tests of <decision-boundary> share: opening it, playing, its points, and reading its pixels.
import { open } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

export const tag = 'decision-boundary';

/** @param {string} [attributes] @param {Parameters<typeof open>[1]} [options] */
export const boundary = (attributes = '', options = {}) =>
  open(`<${tag} ${attributes}></${tag}>`, options);

/** @param {Page} page @returns {Promise<any>} */
export const detail = (page) =>
  page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).detail(), tag);

/** Presses play, and waits until that has had its effect. @param {Page} page */
export async function play(page) {
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForFunction((tag) => {
    const { playing, updates } = /** @type {any} */ (document.querySelector(tag)).detail();
    return playing || updates > 0;
  }, tag);
}

/**
 * Waits until training has stopped by itself, and says so.
 * @param {Page} page
 * @param {number} [timeout]
 */
export async function stopped(page, timeout = 20_000) {
  await page.waitForFunction(
    (tag) => !(/** @type {any} */ (document.querySelector(tag)).detail().playing),
    tag,
    { timeout },
  );
  await page.getByRole('button', { name: 'Play' }).waitFor({ timeout });
}

/** Unfolds the tools for points of one's own. @param {Page} page */
export const openTools = (page) =>
  page.locator(`${tag} summary`, { hasText: 'Draw your own points' }).click();

/** How many points there are, in words. @param {Page} page */
export const points = async (page) =>
  String(await page.locator(`${tag} .tools .muted`).textContent());

/**
 * A busy machine takes its time for a frame.
 * @param {Page} page
 * @param {string} text
 */
export const untilPoints = (page, text) =>
  page
    .locator(`${tag} .tools .muted`)
    .and(page.getByText(text, { exact: true }))
    .waitFor();

/** Waits until every device pixel has been evaluated. @param {Page} page */
export const atRest = (page) =>
  page.waitForFunction((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const frames = [
      ...widget.shadowRoot.querySelectorAll('figure:not([hidden]) .picture:has(.field)'),
    ];
    return (
      frames.length > 0 &&
      frames.every(
        (frame) => frame.querySelector('.field').width === frame.querySelector('.points').width,
      )
    );
  }, tag);

/** The sentence for screen readers of a picture. @param {Page} page @param {number} [index] */
export const spoken = (page, index = 0) =>
  page.locator(`${tag} [role=img][aria-label*="boundary"]`).nth(index).getAttribute('aria-label');

/**
 * The class that each pixel of a picture is painted in: 1 where it is more blue than orange.
 * Taken from a screenshot of the field alone.
 * @param {Page} page
 * @param {number} index 0: the twin where there is one, as seen from the left
 * @param {number} side of the grid of classes that is returned
 * @returns {Promise<number[][]>}
 */
export async function paintedClasses(page, index, side) {
  const frames = page.locator(`${tag} figure:visible .picture:has(.field)`);
  const boxes = await frames.evaluateAll((nodes) =>
    nodes.map((node) => node.getBoundingClientRect().left),
  );
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a] - boxes[b]);
  const frame = frames.nth(order[index]);
  await frame.evaluate((node) => {
    for (const layer of /** @type {NodeListOf<HTMLElement>} */ (
      node.querySelectorAll('canvas:not(.field), svg')
    ))
      layer.style.opacity = '0';
  });
  const png = (await frame.screenshot()).toString('base64');
  await frame.evaluate((node) => {
    for (const layer of /** @type {NodeListOf<HTMLElement>} */ (
      node.querySelectorAll('canvas:not(.field), svg')
    ))
      layer.style.opacity = '';
  });
  return page.evaluate(
    async ({ png, side }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      const { data, width } = context.getImageData(0, 0, image.width, image.height);
      return Array.from({ length: side }, (_, r) =>
        Array.from({ length: side }, (_, c) => {
          const y = Math.floor(((r + 0.5) / side) * image.height);
          const x = Math.floor(((c + 0.5) / side) * image.width);
          const at = 4 * (y * width + x);
          return data[at + 2] > data[at] ? 1 : 0;
        }),
      );
    },
    { png, side },
  );
}

/** Whether one class lies wholly inside and does not touch the edge. @param {number[][]} classes */
export function isEnclosed(classes) {
  const last = classes.length - 1;
  const edge = [
    ...classes[0],
    ...classes[last],
    ...classes.map((row) => row[0]),
    ...classes.map((row) => row[last]),
  ];
  return (
    edge.every((label) => label === edge[0]) && classes.flat().some((label) => label !== edge[0])
  );
}

/**
 * Whether a straight line parts the classes: along each row the class changes once at most, and the
 * places of the changes lie on a line.
 * @param {number[][]} classes
 */
export function isParted(classes) {
  const flat = classes.flat();
  if (flat.every((label) => label === flat[0])) return false;
  const turned = classes[0].map((_, c) => classes.map((row) => row[c]));
  const changes = (/** @type {number[][]} */ rows) =>
    rows.map((row) => row.flatMap((label, i) => (i && label !== row[i - 1] ? [i] : [])));
  const [across, down] = [changes(classes), changes(turned)];
  if ([...across, ...down].some((places) => places.length > 1)) return false;
  const better =
    across.filter((p) => p.length).length > down.filter((p) => p.length).length ? across : down;
  const points = better.flatMap((places, r) => places.map((c) => [r, c]));
  const [[r0, c0], [r1, c1]] = [points[0], points[points.length - 1]];
  return points.every(
    ([r, c]) => Math.abs(c - (c0 + ((c1 - c0) * (r - r0)) / (r1 - r0 || 1))) < 1.5,
  );
}
