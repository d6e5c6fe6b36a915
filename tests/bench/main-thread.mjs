// What a page's threads do while something happens, in milliseconds of processor time: what other
// programs do at the same time does not count.

/**
 * @typedef {object} Load
 * @property {number} main of the page's thread, all tasks: scripts, layout, copies of canvases
 * @property {number} script the part of it in callbacks of frames
 * @property {number} longest the longest task of the page's thread
 * @property {number} painting of all other threads that draw: without a GPU they fill every pixel
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} happen
 * @returns {Promise<Load>}
 */
export async function traceLoad(browser, page, happen) {
  const client = await browser.newBrowserCDPSession();
  /** @type {any[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] },
  });
  await page.evaluate((name) => performance.mark(name), mark);
  await happen();
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  return loadOf(events);
}

const mark = 'traced page';

/** Names of tasks at the top of their threads. */
const tasks = new Set(['ThreadControllerImpl::RunTask', 'ThreadPool_RunTask']);

/** @param {any[]} events @returns {Load} */
function loadOf(events) {
  const { pid, tid } = events.find(({ name }) => name === mark);
  const load = { main: 0, script: 0, longest: 0, painting: 0 };
  for (const event of events) {
    const time = (event.tdur ?? 0) / 1000;
    const here = event.pid === pid && event.tid === tid;
    if (here && event.name === 'FireAnimationFrame') load.script += time;
    if (!tasks.has(event.name)) continue;
    if (!here) load.painting += time;
    else {
      load.main += time;
      load.longest = Math.max(load.longest, time);
    }
  }
  return load;
}
