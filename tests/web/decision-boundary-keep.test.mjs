// What can be taken along: the link that replays to the same bits, the picture, the PyTorch code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { boundary, detail, play, stopped, tag } from './decision-boundary.mjs';
import { open } from './page.mjs';
import { steady } from './steady.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @param {Page} page @returns {Promise<string>} */
const link = (page) =>
  page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).link(), tag);
/** @param {Page} page @returns {Promise<string>} */
const code = (page) =>
  page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).pytorch(), tag);

test('a link replays the training, settings and painted points to the same bits', async () => {
  const { page, close } = await boundary('dataset="moons" compare="identity"');
  await page.getByRole('combobox', { name: 'Activation', exact: true }).selectOption('prelu');
  await play(page);
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator(`${tag} summary`, { hasText: 'Draw your own points' }).click();
  const frame = await page
    .locator(`${tag} figure:visible .picture:has(.field)`)
    .first()
    .boundingBox();
  await page.mouse.click(Number(frame?.x) + 40, Number(frame?.y) + 50);
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Step' }).click();
  await page.getByRole('combobox', { name: 'Learning rate' }).selectOption('0.1');
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Step' }).click();
  await page.waitForTimeout(200);
  const [fragment, weights, before] = [await link(page), await code(page), await detail(page)];
  await close();

  const again = await open(`<${tag} dataset="moons" compare="identity"></${tag}>`, {
    path: `test.html${fragment}`,
  });
  await again.page.waitForFunction(
    ({ tag, updates }) =>
      /** @type {any} */ (document.querySelector(tag)).detail().updates === updates,
    { tag, updates: before.updates },
  );
  await again.page.waitForTimeout(300);
  assert.equal(await code(again.page), weights);
  assert.deepEqual(await detail(again.page), before);
  assert.equal(await link(again.page), fragment);
  assert.deepEqual(again.problems, []);
  await again.close();
});

test('a replay that is scrolled away from goes on when the reader is back', async () => {
  const updates = 60_000;
  const { page, problems, close } = await open(`<${tag}></${tag}><div style="height: 4000px">`, {
    path: `test.html#${tag}?updates=${updates}`,
  });
  const made = async () => (await detail(page)).updates;
  await page.waitForFunction(
    (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates > 100,
    tag,
  );
  await page.evaluate(() => scrollTo({ top: 4000, behavior: 'instant' }));
  await page.waitForTimeout(300);
  const away = await made();
  await page.waitForTimeout(300);
  assert.equal(await made(), away, 'nothing is done where nobody looks');
  assert.ok(away < updates, `${away} updates before it was left`);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.waitForFunction(
    ({ tag, updates }) =>
      /** @type {any} */ (document.querySelector(tag)).detail().updates === updates,
    { tag, updates },
  );
  assert.deepEqual(problems, []);
  await close();
});

test('hostile links are taken for what makes sense in them', async () => {
  const hostile = [
    'updates=1e99',
    'updates=-5&weights=AAAA',
    'weights=%%%',
    'points=AAAA',
    'points=____________',
    'layers=9999',
    'weights=AACAfwAAgH8',
    'points=<img src=x onerror=alert(1)>',
    'before=3&weights=...',
    'erased=1',
    'activations=relu&layers=3 3 3',
  ];
  for (const query of hostile) {
    const { page, problems, close } = await open(`<${tag}></${tag}>`, {
      path: `test.html#${tag}?${query}`,
    });
    await page.waitForTimeout(100);
    assert.ok((await detail(page)).updates >= 0, query);
    assert.deepEqual(problems, [], query);
    await close();
  }
});

test('reset goes back to the very same start', async () => {
  const { page, close } = await boundary('dataset="xor"');
  const [first, start] = [await code(page), await link(page)];
  await page.getByRole('combobox', { name: 'Data' }).selectOption('spirals');
  await page.getByRole('button', { name: 'Step' }).click();
  assert.notEqual(await link(page), start);
  await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).reset(), tag);
  await page.waitForTimeout(200);
  assert.equal(await code(page), first);
  assert.equal(await link(page), start);
  await close();
});

test('the picture is a PNG with both networks and their captions', async () => {
  const { page, close } = await boundary('compare="identity"');
  const { type, width, height, colours } = await page.evaluate(async (tag) => {
    const blob = await /** @type {any} */ (document.querySelector(tag)).toBlob();
    const image = await createImageBitmap(blob);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
      new OffscreenCanvas(image.width, image.height).getContext('2d')
    );
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    return { type: blob.type, width: image.width, height: image.height, colours: seen.size };
  }, tag);
  assert.equal(type, 'image/png');
  assert.ok(width > 1.8 * height, `${width} × ${height}`);
  assert.ok(colours > 50);
  await close();
});

const python = '/usr/bin/python3';
const torch = spawnSync(python, ['-c', 'import torch']).status === 0;

test('the exported PyTorch code gives the same probabilities to 1e-5', {
  skip: torch ? false : `${python} has no torch: the exported code was not run`,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
  const cases = [
    'activation="tanh"',
    'activation="relu" layers="8 8 8" residual',
    'activation="prelu" layers="5"',
    'activation="gelu"',
    'activations="gelu_tanh swish elu" layers="4 4 4"',
    'activations="selu softplus mish" layers="4 4 4"',
    'activations="hard_swish softsign sine" layers="4 4 4"',
    'activations="leaky_relu sigmoid identity step" layers="4 4 4 4"',
    'activation="step"',
    'loss="mse"',
    'layers=""',
  ];
  for (const [i, attributes] of cases.entries()) {
    const { page, problems, close } = await boundary(attributes);
    await play(page);
    await page.waitForTimeout(300);
    await page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).pause(), tag);
    // At the centre, units without a bias have just 0 to work on.
    const others = Array.from({ length: 50 }, (_, k) => [Math.sin(3 * k), Math.cos(5 * k)]);
    const points = [[0, 0], ...others];
    const ours = await page.evaluate(
      ({ tag, points }) => {
        const widget = /** @type {any} */ (document.querySelector(tag));
        return Array.from(widget.probabilities(new Float32Array(points.flat())));
      },
      { tag, points },
    );
    writeFileSync(join(folder, `model${i}.py`), await code(page));
    const run = spawnSync(
      python,
      [
        '-c',
        `import json, torch\nfrom model${i} import model\nprint(json.dumps(model(torch.tensor(${JSON.stringify(points)})).tolist()))`,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(run.status, 0, run.stderr);
    const theirs = JSON.parse(run.stdout);
    const worst = Math.max(
      ...theirs.map((/** @type {number} */ p, /** @type {number} */ k) =>
        Math.abs(p - Number(ours[k])),
      ),
    );
    assert.ok(worst < 1e-5, `${attributes}: ${worst}`);
    assert.deepEqual(problems, []);
    await close();
  }
});

test('removed while it trains: training ends, and goes on from there when put back', async () => {
  const { page, problems, close } = await boundary('dataset="spirals"');
  await play(page);
  await page.waitForTimeout(300);
  const [before, frames] = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.remove();
    const { updates } = widget.detail();
    let frames = 0;
    const real = requestAnimationFrame;
    window.requestAnimationFrame = (frame) => {
      frames++;
      return real(frame);
    };
    await new Promise((resolve) => setTimeout(resolve, 300));
    window.requestAnimationFrame = real;
    document.body.append(widget);
    await widget.ready;
    return [updates, frames];
  }, tag);
  assert.equal(frames, 0);
  // The updates are made again, in the frames that follow.
  await page.waitForFunction(
    ({ tag, before }) =>
      /** @type {any} */ (document.querySelector(tag)).detail().updates >= before,
    { tag, before },
  );
  assert.equal((await detail(page)).updates, before);
  await play(page);
  await page.waitForFunction(
    ({ tag, before }) => /** @type {any} */ (document.querySelector(tag)).detail().updates > before,
    { tag, before },
  );
  assert.deepEqual(problems, []);
  await close();
});

test('six layers of 64: it trains, the page answers, and stops when told', async () => {
  const { page, problems, close } = await boundary(
    'layers="64 64 64 64 64 64" learning-rate="0.001"',
  );
  await play(page);
  await page.waitForFunction(
    (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates > 5,
    tag,
  );
  await page.getByRole('button', { name: 'Pause' }).click();
  await stopped(page);
  assert.deepEqual(problems, []);
  await close();
});

/** Runs exported code. @param {string} text @param {number[][]} points @returns {number[]} */
function runTorch(text, points) {
  const folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
  writeFileSync(join(folder, 'model.py'), text);
  const script = `import json, model\nprint(json.dumps(model.model(model.torch.tensor(${JSON.stringify(points)})).tolist()))`;
  const run = spawnSync(python, ['-c', script], { cwd: folder, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout.replaceAll('NaN', 'null'));
}

test('the code of a network trained on a file takes the x and y of that file', {
  skip: torch ? false : `${python} has no torch: the exported code was not run`,
}, async () => {
  const { page, close } = await boundary();
  const rows = Array.from({ length: 40 }, (_, i) => [100 + 5 * i, -3000 + 7 * ((i * 13) % 40)]);
  const name = 'b"""+exit(3)+"""c'; // is a text, whatever it holds
  const text = rows.map(([x, y], i) => `${x};${y};${i < 20 ? 'a' : name}`).join('\n');
  await page.locator(`${tag} summary`, { hasText: 'Draw your own points' }).click();
  await page.getByRole('textbox', { name: 'Rows of x, y and class' }).fill(text);
  await page.getByRole('button', { name: 'Use these rows' }).click();
  await page.locator(`${tag} .import`).getByText('moved and scaled to fit').waitFor();
  await play(page);
  await stopped(page);
  const python = await code(page);
  assert.ok(python.includes(`Class 1 is blue: ${JSON.stringify(name)}; x and y as in the file.`));
  const right = runTorch(python, rows).filter((p, i) => p > 0.5 === i >= 20);
  assert.equal(right.length, rows.length);
  await close();
});

test('the code of a training that diverged loads', {
  skip: torch ? false : `${python} has no torch: the exported code was not run`,
}, async () => {
  const { page, close } = await boundary(
    'activation="relu" optimizer="sgd" loss="mse" learning-rate="1e6"',
  );
  await play(page);
  await stopped(page);
  assert.equal(runTorch(await code(page), [[0.5, 0.5]]).length, 1);
  await close();
});

test('another activation ends a replay, and stays at its start', async () => {
  const { page, close } = await open(`<${tag}></${tag}>`, {
    path: `test.html#${tag}?updates=900000`,
  });
  await page.waitForFunction(
    (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates > 20,
    tag,
  );
  await page.getByRole('combobox', { name: 'Activation', exact: true }).selectOption('relu');
  const made = await steady(
    page,
    () => /** @type {any} */ (document.querySelector('decision-boundary')).detail().updates,
  );
  assert.equal(made, 0);
  await close();
});

test('moved during a replay, it goes on to the same update', async () => {
  const updates = 30_000;
  const { page, close } = await open(`<${tag}></${tag}>`, {
    path: `test.html#${tag}?updates=${updates}`,
  });
  const made = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    while (widget.detail().updates < 100) await new Promise(requestAnimationFrame);
    widget.remove();
    const { updates } = widget.detail();
    document.body.append(widget);
    await widget.ready;
    return updates;
  }, tag);
  assert.ok(made < updates);
  await page.waitForFunction(
    ({ tag, updates }) =>
      /** @type {any} */ (document.querySelector(tag)).detail().updates === updates,
    { tag, updates },
  );
  await close();
});
