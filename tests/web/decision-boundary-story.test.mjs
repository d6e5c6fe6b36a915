// The article's argument, as a reader sees and hears it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { luminance } from '../../web/shared/colour.js';
import {
  atRest,
  boundary,
  detail,
  isEnclosed,
  isParted,
  paintedClasses,
  play,
  spoken,
  stopped,
  tag,
} from './decision-boundary.mjs';
import { open } from './page.mjs';

const caption = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ name) =>
  page.locator(`${tag} figcaption`, { hasText: name }).locator('.score').textContent();

/** A twin that has learned within five seconds: what else a machine does only adds to its time. */
async function learnedInTime() {
  for (let attempt = 1; ; attempt++) {
    const opened = await boundary('compare="identity"');
    await opened.page.getByRole('button', { name: 'Play' }).click();
    try {
      await stopped(opened.page, 5000);
      return opened;
    } catch (error) {
      if (attempt === 3) throw error;
      await opened.close();
    }
  }
}

test('within five seconds of play: a straight line at 50 to 70 % beside a closed curve at 97 % or more', async () => {
  const { page, problems, close } = await learnedInTime();
  const [straight, bent] = [
    Number.parseFloat(String(await caption(page, 'Identity'))),
    Number.parseFloat(String(await caption(page, 'Tanh'))),
  ];
  assert.ok(straight >= 50 && straight <= 70, `identity: ${straight} %`);
  assert.ok(bent >= 97, `tanh: ${bent} %`);

  await atRest(page);
  assert.ok(isParted(await paintedClasses(page, 0, 40)), 'left: parted by a straight line');
  assert.ok(
    isEnclosed(await paintedClasses(page, 1, 40)),
    'right: one class inside a closed curve',
  );

  assert.match(
    String(await spoken(page, 0)),
    /^Identity: [56]\d\s%.* the boundary is a straight line\.$/,
  );
  assert.match(
    String(await spoken(page, 1)),
    /^Tanh: (9[789]|100).* the boundary is a closed curve\.$/,
  );
  await page.waitForFunction(
    (tag) =>
      /Solved: .*closed curve.*straight line/.test(
        document.querySelector(tag)?.shadowRoot?.querySelector('[role=status].unseen')
          ?.textContent ?? '',
      ),
    tag,
  );
  assert.deepEqual(problems, []);
  await close();
});

test('training ends at the same update every time, whatever the frames', async () => {
  const ends = [];
  for (const slow of [false, true]) {
    const { page, close } = await boundary('compare="identity"');
    if (slow)
      await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', {
        rate: 3,
      });
    await play(page);
    await stopped(page, 60_000);
    ends.push(await detail(page));
    await close();
  }
  assert.deepEqual(ends[0], ends[1]);
});

test('starts by itself where asked to, and not where the reader prefers reduced motion', async () => {
  const moving = await boundary('autoplay');
  await moving.page.waitForFunction(
    (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates > 0,
    tag,
  );
  await moving.close();
  const still = await boundary('autoplay', { reducedMotion: 'reduce' });
  await still.page.waitForTimeout(500);
  assert.equal((await detail(still.page)).updates, 0);
  await play(still.page);
  await stopped(still.page);
  assert.equal((await detail(still.page)).boundary, 'a closed curve');
  await still.close();
});

test('waits while it is off screen', async () => {
  const { page, close } = await open(
    `<${tag} dataset="spirals" noise="0.3"></${tag}><div style="height: 4000px"></div>`,
  );
  await play(page);
  await page.waitForFunction(
    (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates > 5,
    tag,
  );
  await page.evaluate(() => scrollTo(0, 4000));
  await page.waitForTimeout(300);
  const { updates } = await detail(page);
  await page.waitForTimeout(400);
  assert.equal((await detail(page)).updates, updates);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(
    ({ tag, updates }) =>
      /** @type {any} */ (document.querySelector(tag)).detail().updates > updates,
    { tag, updates },
  );
  await close();
});

test('step makes one update; start again gives the same start', async () => {
  const { page, close } = await boundary();
  const weights = () =>
    page.evaluate((tag) => /** @type {any} */ (document.querySelector(tag)).pytorch(), tag);
  const first = await weights();
  await page.getByRole('button', { name: 'Step' }).click();
  assert.equal((await detail(page)).updates, 1);
  const second = await weights();
  assert.notEqual(second, first);
  await page.getByRole('button', { name: 'Start again' }).click();
  assert.equal(await weights(), first);
  await page.getByRole('button', { name: 'Step' }).click();
  assert.equal(await weights(), second);
  await close();
});

test('a rate that is too large: told with the update, and a button that helps', async () => {
  const { page, problems, close } = await boundary(
    'learning-rate="1e6" optimizer="sgd" activation="relu"',
  );
  await play(page);
  const sentence = page.locator(`${tag} [part=diagnosis]`);
  await sentence.getByText(/Diverged.* update \d+.* Try a rate of 0\.1 or less/).waitFor();
  await page.getByRole('button', { name: 'Use 0.1' }).click();
  await page.waitForFunction(
    (tag) => /** @type {any} */ (document.querySelector(tag)).detail().updates > 10,
    tag,
  );
  assert.equal(await page.getByRole('combobox', { name: 'Learning rate' }).inputValue(), '0.1');
  assert.deepEqual(problems, []);
  await close();
});

test('diagnoses name what was measured, and offer what helps', async () => {
  const cases = [
    ['activation="identity"', /straight line/, /Use Tanh/i],
    ['init="zeros" activation="tanh"', /began at zero/, /Use Xavier/],
    [
      'activation="sigmoid" layers="8 8 8 8 8 8"',
      /Layer 1 gets .* of the last layer's gradient/,
      /residual/,
    ],
  ];
  for (const [attributes, sentence, advice] of cases) {
    const { page, close } = await boundary(String(attributes));
    await page.getByRole('button', { name: 'Step' }).click();
    await page.locator(`${tag} [part=diagnosis]`).getByText(sentence).waitFor();
    await page.getByRole('button', { name: advice }).waitFor();
    await close();
  }
});

test('a diagnosis that is over is not seen any more, and moves nothing below it', async () => {
  const { page, close } = await boundary('activation="sigmoid" layers="8 8 8 8 8 8"', {
    viewport: { width: 360, height: 800 },
  });
  const sentence = page.locator(`${tag} [part=diagnosis]`);
  const height = async () => (await sentence.boundingBox())?.height;
  await page.getByRole('button', { name: 'Step' }).click();
  const advice = page.getByRole('button', { name: 'Use residual connections' });
  await advice.waitFor();
  const before = Number(await height());
  assert.ok(before > 80, `${before}`);
  await page.getByRole('button', { name: 'Start again' }).click();
  await advice.waitFor({ state: 'hidden' });
  assert.equal(await sentence.getByText('Layer 1').isVisible(), false);
  assert.equal(await height(), before);
  await close();
});

test('the picture between grid lines: fewer than 1 % of the pixels change class when each is evaluated', async () => {
  for (const attributes of [
    '',
    'dataset="spirals" layers="16 16"',
    'activation="relu" dataset="xor"',
  ]) {
    const { page, close } = await boundary(attributes);
    // Keeps the last picture from the coarse grid, as it is shown while training.
    await page.evaluate(() => {
      const { prototype } = CanvasRenderingContext2D;
      const put = prototype.putImageData;
      prototype.putImageData = function (/** @type {any[]} */ ...given) {
        const { className, width } = /** @type {HTMLCanvasElement} */ (this.canvas);
        if (className === 'field' && width <= 320) Object.assign(window, { coarse: given[0] });
        return Reflect.apply(put, this, given);
      };
    });
    await play(page);
    await page.waitForTimeout(1500);
    const call = (/** @type {'pause' | 'step'} */ method) =>
      page.evaluate(
        ({ tag, method }) => /** @type {any} */ (document.querySelector(tag))[method](),
        {
          tag,
          method,
        },
      );
    await call('pause');
    await page.waitForTimeout(100);
    await atRest(page);
    await call('step');
    await page.waitForTimeout(100);
    await atRest(page);
    const exact = (await paintedClasses(page, 0, 300)).flat();
    const side = await page
      .locator(`${tag} figure:visible .field`)
      .first()
      .evaluate((canvas) => {
        const { coarse } = /** @type {any} */ (window);
        Object.assign(canvas, { width: coarse.width, height: coarse.height });
        /** @type {any} */ (canvas).getContext('2d').putImageData(coarse, 0, 0);
        return coarse.width;
      });
    assert.ok(side >= 200, `grid of ${side}`);
    const smooth = (await paintedClasses(page, 0, 300)).flat();
    const other = exact.filter((label, i) => label !== smooth[i]).length;
    assert.ok(exact.includes(0) && exact.includes(1));
    assert.ok(
      other > 0 && other < 0.01 * exact.length,
      `${attributes}: ${other} of ${exact.length}`,
    );
    console.log(
      `# ${attributes || 'default'}: ${((100 * other) / exact.length).toFixed(2)} % of the pixels, grid of ${side}`,
    );
    await close();
  }
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`in ${colorScheme}, what a ReLU passes stands out from what it holds back`, async () => {
    const { page, close } = await boundary('activation="relu"', {
      colorScheme,
      head: '<meta name="color-scheme" content="light dark"><script src="/dist/activation-widgets.js"></script>',
    });
    await page.locator(`${tag} summary`, { hasText: 'Inside the network' }).click();
    const canvas = page.locator(`${tag} .layer canvas`).first();
    const read = () =>
      canvas.evaluate((/** @type {any} */ node) => [
        ...node.getContext('2d').getImageData(0, 0, node.width, node.height).data,
      ]);
    await page.waitForTimeout(200);
    const pixels = await read();
    const brightness = Array.from(
      { length: pixels.length / 4 },
      (_, i) => luminance([pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2]]) + 0.05,
    );
    const contrast = Math.max(...brightness) / Math.min(...brightness);
    assert.ok(contrast > 1.8, `contrast ${contrast}`);
    await close();
  });
}
