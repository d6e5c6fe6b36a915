// Colours of functions, and of the controls that take them up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hue } from '../../web/shared/palette.js';
import { open } from './page.mjs';

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`the tracks of all sliders are ${colorScheme} in ${colorScheme}, whatever the accent`, async () => {
    const ids = ['leaky_relu', 'prelu', 'swish', 'elu'];
    const { page, close } = await open(
      `<dead-neuron></dead-neuron><linear-collapse></linear-collapse>${ids
        .map((id) => `<activation-explorer activation="${id}"></activation-explorer>`)
        .join('')}`,
      {
        colorScheme,
        head: '<meta name="color-scheme" content="light dark"><script src="/dist/activation-widgets.js"></script>',
      },
    );
    const sliders = page.locator('input[type=range]:visible');
    for (const slider of await sliders.all()) {
      await slider.evaluate((/** @type {any} */ node) => {
        node.value = node.min;
      });
      const png = (await slider.screenshot()).toString('base64');
      const bright = await page.evaluate(async (png) => {
        const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
        const image = await createImageBitmap(blob);
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(image.width - 20, image.height / 2, 1, 1).data[0];
      }, png);
      assert.equal(Number(bright) > 128, colorScheme === 'light', `${bright}`);
    }
    await close();
  });
}

test('functions without a colour of the article are told apart where they are compared most', () => {
  const hues = ['relu', 'elu', 'selu', 'softplus', 'mish'].map(hue);
  assert.equal(new Set(hues).size, hues.length);
});
