// The numbers of the article against figures computed elsewhere, with 30-digit arithmetic.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project } from '../../wasm/toolchain/places.mjs';
import { fixed, scientific } from '../../web/shared/format.js';
import { folder, openArticle } from './site.mjs';

const html = readFileSync(join(folder, 'index.html'), 'utf8');
const reference = JSON.parse(readFileSync(join(project, 'tests/reference/figures.json'), 'utf8'));

/** All that is read, without spaces. */
const text = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>|\s+/g, '');

/** The cells of the table in an element, row by row. @param {string} start */
function cells(start) {
  const from = html.indexOf(start);
  assert.ok(from > 0, `${start} is on the page`);
  const body = html.slice(html.indexOf('<tbody>', from), html.indexOf('</tbody>', from));
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) =>
        cell.replace(/<[^>]+>/g, ''),
      ),
    );
}

/** Every element of a matrix that follows a heading, as the formula has it. @param {string} id */
function preview(id) {
  const math =
    html.slice(html.indexOf(`<h2 id="${id}">`)).match(/<math[\s\S]*?<\/math>/)?.[0] ?? '';
  const entries = [...math.matchAll(/<mtd[^>]*>([\s\S]*?)<\/mtd>/g)].map(([, cell]) =>
    Number(cell.replace(/<[^>]+>/g, '').replace('−', '-')),
  );
  assert.deepEqual(entries.slice(0, 4), reference.reference_inputs.flat());
  return entries.slice(4);
}

for (const name of ['sigmoid', 'tanh']) {
  test(`the table of ${name} has the exact values, rounded`, () => {
    const expected = reference.tables[name].map((/** @type {any} */ row) => [
      fixed(row.x, row.x === 0.5 ? 1 : 0),
      fixed(row.exact_f, 2),
      fixed(row.exact_df, 3),
    ]);
    assert.deepEqual(cells(`id="table-${name}"`), expected);
  });
}

test('the table of Leaky ReLU has the exact values', () => {
  const expected = reference.tables['leaky_relu_alpha_0.01'].map((/** @type {any} */ row) =>
    [row.x, row.leaky, row.leaky_df, row.relu, row.relu_df].map((value) =>
      String(value).replace('-', '−'),
    ),
  );
  assert.deepEqual(cells('id="table-leaky"'), expected);
});

test('the tables of GELU and Swish have the exact values, rounded', () => {
  for (const [name, gate, digits] of /** @type {const} */ ([
    ['gelu', 'exact_Phi', 3],
    ['swish', 'sigma', 2],
  ])) {
    const rows = cells(`id="table-${name}"`);
    reference.tables[name].forEach((/** @type {any} */ row, /** @type {number} */ i) => {
      assert.equal(rows[i][1], fixed(row[gate], digits));
      const more = name === 'gelu' && row.x === -3 ? 3 : 2; // two digits would lose the sign
      assert.equal(rows[i][2], fixed(row.exact_f, more));
      assert.equal(rows[i][3], String(Math.max(0, row.x)));
    });
  }
});

test('the matrices at the head of the sections are right', () => {
  const { sigmoid, tanh, relu, leaky_relu, gelu, swish } = reference.previews;
  assert.deepEqual(preview('sigmoid'), sigmoid.flat());
  assert.deepEqual(preview('tanh'), tanh.flat());
  assert.deepEqual(preview('relu'), relu.flat());
  assert.deepEqual(preview('leaky'), leaky_relu.values.flat());
  assert.deepEqual(
    preview('gelu'),
    gelu.values.flat().map((/** @type {number} */ value) => value || -0.004),
  );
  assert.deepEqual(preview('swish'), swish.flat());
});

test('the table of slopes by depth has the exact powers, also where others are printed', () => {
  const rows = cells('class="depth"');
  const exact = (/** @type {number[]} */ values) =>
    values.map((value) => (value > 0.01 ? fixed(value, 3) : scientific(value, 2)));
  assert.deepEqual(rows[0].slice(1), ['0.20', ...exact(reference.depth_table.sigmoid.exact)]);
  assert.deepEqual(rows[1].slice(1), ['0.42', ...exact(reference.depth_table.tanh.exact)]);
  for (const row of rows.slice(2)) assert.deepEqual(row.slice(1), Array(5).fill('1'));
  const { printed, differs } = reference.depth_table.tanh;
  for (const other of printed.filter(
    (/** @type {number} */ _, /** @type {number} */ i) => differs[i],
  )) {
    assert.ok(text.includes(scientific(other, 2)), `the notes speak of ${other}`);
  }
});

test('the extremes told in the text are right', () => {
  const {
    swish_minimum,
    gelu_minimum,
    gelu_slope_peak,
    swish_slope_peak,
    gelu_tanh_form_max_error,
  } = reference.facts;
  for (const figure of [
    fixed(swish_minimum.value, 3),
    fixed(swish_minimum.x, 2),
    fixed(gelu_minimum.value, 3),
    fixed(gelu_minimum.x, 2),
    fixed(gelu_slope_peak.value, 3),
    fixed(gelu_slope_peak.x, 2),
    fixed(gelu_slope_peak.value, 2),
    fixed(swish_slope_peak.value, 2),
    scientific(gelu_tanh_form_max_error.value, 3),
    `±${fixed(gelu_tanh_form_max_error.near_abs_x, 1)}`,
    fixed(reference.facts['sigmoid_0.25_pow_5'], 6),
    fixed(1 / 2 - 1 / (2 * Math.PI), 3),
    fixed(Math.sqrt(2 / Math.PI), 4),
  ]) {
    assert.ok(text.includes(figure), `${figure} is on the page`);
  }
});

test('the text tells the gradients that the figure below it shows', async () => {
  const { page, close } = await openArticle();
  await page.locator('#flow').scrollIntoViewIfNeeded();
  const rows = page.locator('#flow .readout tbody tr');
  await rows.filter({ hasText: '×10' }).first().waitFor();
  const shown = await rows.evaluateAll((nodes) =>
    nodes.map((/** @type {any} */ { cells }) => cells[1].textContent),
  );
  const said = [...text.matchAll(/isleftwith(.*?)ofthegradient.*?networkwith(.*?)ofit/g)][0];
  assert.equal(said[1], shown[0]);
  assert.equal(said[2], Number(shown[2]).toFixed(2));
  await close();
});

test('both sides of an equation meet at its sign, in every line', async () => {
  const { page, close } = await openArticle();
  const apart = await page.evaluate(() =>
    [...document.querySelectorAll('mtd.tml-right')].flatMap((cell) => {
      const last = cell.lastElementChild?.getBoundingClientRect();
      const gap = last ? cell.getBoundingClientRect().right - last.right : 0;
      return gap > 1 ? [`${cell.textContent} ${gap}`] : [];
    }),
  );
  assert.deepEqual(apart, []);
  await close();
});

test('the words beside the two networks say where the figure stops by itself', async () => {
  const { page, close } = await openArticle();
  const figure = page.locator('#boundary');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: 'Play' }).click();
  await page.waitForFunction(() => {
    const { playing, updates } = /** @type {any} */ (document.querySelector('#boundary')).detail();
    return updates > 0 && !playing;
  });
  const { updates, accuracy, compareAccuracy } = await figure.evaluate((node) =>
    /** @type {any} */ (node).detail(),
  );
  assert.equal(updates, 140);
  assert.ok(text.includes('Ahundredandfortysmallcorrectionslater'));
  assert.ok(text.includes(`thefirstputs${Math.round(100 * accuracy)}%ofthepoints`));
  assert.ok(text.includes(`Thesecond,at${Math.round(100 * compareAccuracy)}%,`));
  await close();
});
