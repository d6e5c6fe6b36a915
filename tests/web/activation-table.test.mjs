import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settled } from './page.mjs';

const tag = 'activation-table';

/** @param {import('playwright-core').Page} page */
const rows = (page) =>
  page
    .locator(`${tag} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent)),
    );

test('values and slopes of the article, with its gate', async () => {
  const { page, close } = await open(`<${tag} activation="gelu" compare="relu"></${tag}>`);
  assert.deepEqual(await rows(page), [
    ['−1', '0.159', '−0.159', '−0.083', '0.000', '0.000'],
    ['2', '0.977', '1.954', '1.085', '2.000', '1.000'],
    ['0.5', '0.691', '0.346', '0.867', '0.500', '1.000'],
    ['−3', '0.001', '−0.004', '−0.012', '0.000', '0.000'],
    ['1.00', '0.841', '0.841', '1.083', '1.000', '1.000'],
  ]);
  await close();
});

test('it is a table to a screen reader: a caption, column heads and row heads', async () => {
  const { page, close } = await open(`<${tag} activation="sigmoid" inputs="0"></${tag}>`);
  assert.ok(await page.getByRole('table', { name: 'Values and slopes of Sigmoid' }).isVisible());
  assert.deepEqual(await page.getByRole('columnheader').allTextContents(), [
    'x',
    'Sigmoid(x)',
    'slope',
  ]);
  assert.equal(await page.getByRole('rowheader').count(), 2);
  await close();
});

test('a remark stands in the row of its input, and goes when the reader looks at another function', async () => {
  const { page, close } = await open(
    `<${tag} activation="tanh"><span slot="-3">saturated</span><b slot="7">no such row</b></${tag}>`,
    { viewport: { width: 1000, height: 700 } },
  );
  const row = page.locator(`${tag} tbody tr`).nth(3);
  const remark = page.getByText('saturated');
  const [a, b] = [await row.boundingBox(), await remark.boundingBox()];
  assert.ok(a && b && b.y >= a.y && b.y + b.height <= a.y + a.height);
  assert.ok(!(await page.getByText('no such row').isVisible()));
  await page.locator(`${tag} select`).first().selectOption('relu');
  await settled(page);
  assert.ok(!(await remark.isVisible()));
  await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).reset(), tag);
  await settled(page);
  assert.ok(await remark.isVisible());
  await close();
});

test('pressing an input picks it as x', async () => {
  const { page, close } = await open(`<${tag} activation="tanh"></${tag}>`);
  await page.getByRole('button', { name: '−3' }).press('Enter');
  await settled(page);
  assert.equal(
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).x, tag),
    -3,
  );
  assert.deepEqual((await rows(page)).at(-1), ['−3.00', '−0.995', '0.010']);
  assert.equal(
    await page.getByRole('slider').getAttribute('aria-valuetext'),
    'x = −3.00, Tanh −0.995, slope 0.010',
  );
  await close();
});
