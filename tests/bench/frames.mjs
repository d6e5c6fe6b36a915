// Whether the page stays smooth while networks train: three <decision-boundary> of 600 × 600 CSS
// pixels at ratio 2 below each other, as in an article; those on screen train.
// By itself: node tests/bench/frames.mjs
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { project } from '../../wasm/toolchain/places.mjs';

const html = `<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0 }
  decision-boundary { --aw-max-width: 600px; --aw-picture-size: 600px; max-width: 600px }
</style>
<script src="SCRIPT"></script>
${'<decision-boundary dataset="spirals" noise="0.2" controls="play"></decision-boundary>\n'.repeat(3)}`;

/**
 * @typedef {object} Frames
 * @property {number} rate frames a second
 * @property {number} idleRate the same of the page before training begins, while a digit changes
 * @property {number} work milliseconds of the widgets' frame callbacks by the clock, the median
 * @property {number} mostWork the 95th percentile
 * @property {number} processor milliseconds of processor time of the main thread a frame, all tasks:
 *   what other programs do does not count
 * @property {number} longest task in milliseconds, 0 if none was over 50
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
  const page = await context.newPage();
  const place = `${url}frames.html`;
  await page.route(place, (route) =>
    route.fulfill({ body: html.replace('SCRIPT', `/${script}`), contentType: 'text/html' }),
  );
  await page.goto(place);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  await page.evaluate(prepare);
  const idleRate = await page.evaluate(countFrames, 1500);
  await page.evaluate(play);
  const before = await busy();
  const rate = await page.evaluate(countFrames, 1000 * seconds);
  const processor = ((await busy()) - before) / (rate * seconds);
  const frames = { rate, idleRate, processor, ...(await page.evaluate(result)) };
  await context.close();
  return frames;
}

// In the page:

async function prepare() {
  const widgets = /** @type {any[]} */ ([...document.querySelectorAll('decision-boundary')]);
  await Promise.all(widgets.map((widget) => widget.ready));
  const bench = {
    real: requestAnimationFrame.bind(window),
    works: [0],
    work: 0,
    longest: 0,
    widgets,
  };
  Object.assign(window, { bench });
  await new Promise((resolve) => setTimeout(resolve, 1500)); // all are at rest
}

async function play() {
  const { bench } = /** @type {any} */ (window);
  window.requestAnimationFrame = (callback) =>
    bench.real((/** @type {number} */ now) => {
      const begin = performance.now();
      callback(now);
      bench.work += performance.now() - begin;
    });
  for (const widget of bench.widgets) widget.play();
  await new Promise((resolve) => setTimeout(resolve, 500));
  bench.works = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration);
  }).observe({ type: 'longtask' });
}

/**
 * While a digit changes, so that there is a frame to draw.
 * @param {number} duration
 * @returns {Promise<number>} frames a second
 */
function countFrames(duration) {
  const { bench } = /** @type {any} */ (window);
  const digit = document.body.appendChild(document.createElement('p'));
  return new Promise((resolve) => {
    let [first, frames] = [0, 0];
    const tick = (/** @type {number} */ now) => {
      first ||= now;
      digit.textContent = String(now);
      bench.works.push(bench.work);
      bench.work = 0;
      if (now - first >= duration) return resolve((1000 * frames) / (now - first));
      frames++;
      bench.real(tick);
    };
    bench.real(tick);
  });
}

function result() {
  const { works, longest, widgets } = /** @type {any} */ (window).bench;
  works.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const at = (/** @type {number} */ share) => works[Math.floor(share * (works.length - 1))];
  return {
    work: at(0.5),
    mostWork: at(0.95),
    longest,
    side: widgets[0].shadowRoot.querySelector('.field').width,
    updates: widgets[0].detail().updates,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { launchChromium } = await import('../browsers/chromium.mjs');
  const { serve } = await import('../browsers/serve.mjs');
  const [server, browser] = [await serve(join(project)), await launchChromium()];
  console.log(await measureFrames(browser, server.url));
  await browser.close();
  await server.close();
}
