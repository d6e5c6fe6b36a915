// Whether the page stays smooth while networks train: three <decision-boundary> of 600 × 600 CSS
// pixels at ratio 2 below each other, as in an article; those on screen train.
// By itself: node tests/bench/frames.mjs
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { project } from '../../wasm/toolchain/places.mjs';
import { traceLoad } from './main-thread.mjs';

const page = (/** @type {string} */ widgets) => `<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0 }
  decision-boundary { --aw-max-width: 600px; --aw-picture-size: 600px; max-width: 600px }
</style>
<script src="SCRIPT"></script>
${widgets}`;

const three =
  '<decision-boundary dataset="spirals" noise="0.2" controls="play"></decision-boundary>\n'.repeat(
    3,
  );

/**
 * @typedef {object} Frames the times are of a processor, in milliseconds a frame
 * @property {number} rate frames a second, by the clock
 * @property {number} idleRate the same of the page before training begins, while a digit changes
 * @property {number} bare what the page's thread does on such a page without widgets
 * @property {number} idle what it does before training begins
 * @property {number} main all that it does while training: scripts, layout, copies of canvases
 * @property {number} own the same without what it does on the bare page
 * @property {number} script the part of it in scripts, which train and draw
 * @property {number} painting what other threads do to paint without a GPU
 * @property {number} longest task of the page's thread
 * @property {number} rest frames after the end until every device pixel of both pictures on screen
 *   has been evaluated
 * @property {number} side of the grid
 * @property {number} updates made by the first one
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url of the project's root
 * @param {string} [script]
 * @param {number} [seconds]
 * @returns {Promise<Frames>}
 */
export async function measureFrames(
  browser,
  url,
  script = 'dist/activation-widgets.js',
  seconds = 5,
) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
  });
  const tab = await context.newPage();
  const place = `${url}frames.html`;
  /** @param {string} widgets */
  const show = async (widgets) => {
    await tab.unroute(place);
    await tab.route(place, (route) =>
      route.fulfill({
        body: page(widgets).replace('SCRIPT', `/${script}`),
        contentType: 'text/html',
      }),
    );
    await tab.goto(place);
    await tab.evaluate(prepare);
  };
  /** @param {number} seconds */
  const watch = async (seconds) => {
    let rate = 0;
    const load = await traceLoad(browser, tab, async () => {
      rate = await tab.evaluate(countFrames, 1000 * seconds);
    });
    const [main, script, painting] = [load.main, load.script, load.painting].map(
      (time) => time / (rate * seconds),
    );
    return { rate, main, script, painting, longest: load.longest };
  };
  await show('');
  const bare = (await watch(2)).main;
  await show(three);
  const before = await watch(2);
  await tab.evaluate(play);
  const load = await watch(seconds);
  const made = { ...(await tab.evaluate(result)), rest: await tab.evaluate(settle) };
  await context.close();
  return {
    ...load,
    own: load.main - bare,
    bare,
    idle: before.main,
    idleRate: before.rate,
    ...made,
  };
}

// In the page:

async function prepare() {
  const widgets = [...document.querySelectorAll('decision-boundary')];
  await Promise.all(widgets.map((widget) => /** @type {any} */ (widget).ready));
  await new Promise((resolve) => setTimeout(resolve, 1500)); // all are at rest
}

async function play() {
  const widgets = /** @type {NodeListOf<any>} */ (document.querySelectorAll('decision-boundary'));
  for (const widget of widgets) widget.play();
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/**
 * While a digit changes, so that there is a frame to draw.
 * @param {number} duration
 * @returns {Promise<number>} frames a second
 */
function countFrames(duration) {
  const digit = document.body.appendChild(document.createElement('p'));
  return new Promise((resolve) => {
    let [first, frames] = [0, 0];
    const tick = (/** @type {number} */ now) => {
      first ||= now;
      digit.textContent = String(now);
      if (now - first >= duration) return resolve((1000 * frames) / (now - first));
      frames++;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

function result() {
  const widget = /** @type {any} */ (document.querySelector('decision-boundary'));
  return {
    side: widget.shadowRoot.querySelector('.field').width,
    updates: widget.detail().updates,
  };
}

/** @returns {Promise<number>} frames */
function settle() {
  const widgets = /** @type {NodeListOf<any>} */ (document.querySelectorAll('decision-boundary'));
  for (const widget of widgets) widget.pause();
  const sharp = () =>
    [...widgets].every(({ visible, shadowRoot }) => {
      const [field, points] = ['.field', '.points'].map((name) => shadowRoot.querySelector(name));
      return !visible || field.width === points.width;
    });
  return new Promise((resolve) => {
    let frames = 0;
    const tick = () => (sharp() ? resolve(frames) : requestAnimationFrame(tick) && frames++);
    requestAnimationFrame(tick);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { launchChromium } = await import('../browsers/chromium.mjs');
  const { serve } = await import('../browsers/serve.mjs');
  const [server, browser] = [await serve(join(project)), await launchChromium()];
  console.log(await measureFrames(browser, server.url));
  await browser.close();
  await server.close();
}
