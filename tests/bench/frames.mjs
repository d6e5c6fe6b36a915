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
 * @property {number} work milliseconds of the main thread a frame, the median
 * @property {number} mostWork the 95th percentile
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
export async function measureFrames(browser, url, script = 'dist/activation-widgets.js', seconds = 5) {
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
  const frames = await page.evaluate(inPage, seconds);
  await context.close();
  return frames;
}

/** @param {number} seconds @returns {Promise<Frames>} */
async function inPage(seconds) {
  const widgets = /** @type {any[]} */ ([...document.querySelectorAll('decision-boundary')]);
  await Promise.all(widgets.map((widget) => widget.ready));
  const digit = document.body.appendChild(document.createElement('p'));
  const real = requestAnimationFrame;
  const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** @param {number} duration @param {() => void} eachFrame @returns {Promise<number>} frames a second */
  const count = (duration, eachFrame) =>
    new Promise((resolve) => {
      let [first, frames] = [0, 0];
      const tick = (/** @type {number} */ now) => {
        first ||= now;
        eachFrame();
        if (now - first < duration) {
          frames++;
          real(tick);
        } else resolve((1000 * frames) / (now - first));
      };
      real(tick);
    });

  await pause(1500);
  const idleRate = await count(1500, () => {
    digit.textContent = String(performance.now());
  });

  /** @type {number[]} */
  const works = [];
  let work = 0;
  window.requestAnimationFrame = (callback) =>
    real((now) => {
      const begin = performance.now();
      callback(now);
      work += performance.now() - begin;
    });
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  for (const widget of widgets) widget.play();
  await pause(500);
  longest = 0;
  const rate = await count(1000 * seconds, () => {
    works.push(work);
    work = 0;
  });
  works.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => works[Math.floor(share * (works.length - 1))];
  return {
    rate,
    idleRate,
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
