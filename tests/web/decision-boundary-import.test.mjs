// Points of the reader's own, from a file or a text: dropped, pasted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceLoad } from '../bench/main-thread.mjs';
import {
  boundary,
  detail,
  openTools,
  play,
  points,
  tag,
  untilPoints,
} from './decision-boundary.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
const told = (page) => page.locator(`${tag} .import [role=status]`).textContent();

/** @param {Page} page @param {string} text @param {string} [name] */
const drop = (page, text, name = 'points.csv') =>
  page.evaluate(
    ({ tag, text, name }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: 'text/csv' }));
      document
        .querySelector(tag)
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { tag, text, name },
  );

test('CSV: good rows are taken, bad ones named; without a good row everything stays', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  await drop(page, 'x,y,label\n0,0,no\n1,1,yes\n0.5,oops,yes\n0.2,0.1\n-1,0.5,no\n');
  await page
    .locator(`${tag} .import`)
    .getByText(
      '3 points taken: “no” orange, “yes” blue. 2 rows left out: in line 4, x and y must be numbers; in line 5, there must be two numbers and a class.',
    )
    .waitFor();
  await untilPoints(page, '3 points');
  await drop(page, 'nothing here\nat all\n');
  await page
    .locator(`${tag} .import`)
    .getByText(/No points taken: .*Your points are as they were/)
    .waitFor();
  assert.equal(await points(page), '3 points');
  await page.getByRole('button', { name: 'Undo' }).click();
  await untilPoints(page, '500 points');
  await page
    .getByRole('textbox', { name: 'Rows of x, y and class' })
    .fill('100, 20, a\n200, −40, b');
  await page.getByRole('button', { name: 'Use these rows' }).click();
  await page.locator(`${tag} .import`).getByText('2 points taken').waitFor();
  await close();
});

/** In a page of its own. @returns {Promise<number>} the longest task, in milliseconds of the processor */
async function openLargeFile() {
  const { page, problems, close } = await boundary();
  await openTools(page);
  const rows = await page.evaluate(() => {
    const lines = [];
    for (let i = 0, size = 0; size < 10e6; i++) {
      const line = `${Math.cos(i) * 50},${Math.sin(i) * 50},${i % 2}\n`;
      size += line.length;
      lines.push(line);
    }
    Object.assign(window, { file: new File([lines.join('')], 'large.csv') });
    return lines.length;
  });
  await page.waitForTimeout(300);
  const browser = /** @type {import('playwright-core').Browser} */ (page.context().browser());
  const { longest } = await traceLoad(browser, page, async () => {
    await page.evaluate((tag) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(/** @type {any} */ (window).file);
      document
        .querySelector(tag)
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, tag);
    await page
      .locator(`${tag} .import`)
      .getByText(`${rows.toLocaleString('en')} points taken`)
      .waitFor();
    await play(page);
    await page.waitForFunction(
      (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates > 3,
      tag,
    );
    await page.getByRole('button', { name: 'Pause' }).click();
  });
  console.log(`# longest task with ${rows} rows: ${longest.toFixed(1)} ms of the processor`);
  assert.equal(await points(page), `${rows.toLocaleString('en')} points`);
  assert.match(String(await told(page)), /points taken/);
  assert.ok((await detail(page)).updates > 0);
  assert.deepEqual(problems, []);
  await close();
  return longest;
}

test('CSV: a class with a long name is told within the width there is', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  await drop(page, `0,0,${'k'.repeat(500)}\n`);
  const told = page.locator(`${tag} .import p`);
  await told.getByText('1 point taken').waitFor();
  assert.ok(await told.evaluate((p) => p.clientWidth <= Number(p.parentElement?.clientWidth)));
  assert.match(String(await told.textContent()), /^1 point taken: all of class “k{31}…”/);
  await close();
});

test('a CSV of 10 MB: every row is taken, no task holds the page up, and it trains', async () => {
  // The collector may strike in the middle of any task, and a machine that others use is slower at
  // times, in its own time too: 38 to 64 ms were seen for one build within minutes. What is too long
  // by itself is so every time.
  let least = Infinity;
  for (let i = 0; i < 8 && least >= 50; i++) least = Math.min(least, await openLargeFile());
  assert.ok(least < 50, `${least} ms`);
});

test('CSV: it is told that a file was moved and scaled, and that its first line was no row', async () => {
  const { page, close } = await boundary();
  await openTools(page);
  const box = page.locator(`${tag} .import`);
  await drop(page, '100,20,a\n200,40,b\n');
  await box.getByText('“b” blue, moved and scaled to fit. Undo').waitFor();
  await drop(page, '0.1,0.2,a\n0.3,0.4,b\n');
  await box.getByText('“b” blue. Undo').waitFor();
  for (const first of ['0.1.2,0.3x,a', 'NaN,NaN,a', '1e31,1e31,a']) {
    await drop(page, `${first}\n0.3,0.4,a\n0.1,0.1,b\n`);
    await box.getByText('“b” blue. The first line was taken as a header. Undo').waitFor();
    await drop(page, '0.1,0.2,a\n0.3,0.4,b\n');
    await box.getByText('“b” blue. Undo').waitFor();
  }
  await close();
});
