// Widgets come and go, fail and start again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { open, settled } from './page.mjs';

const tag = 'activation-explorer';
const fallback = `<${tag}><p>Without the widget.</p></${tag}>`;
const policy = (/** @type {string} */ script) => ({
  'content-security-policy': `default-src 'none'; img-src data:; script-src ${script}; require-trusted-types-for 'script'`,
});

test('before the script runs, the content of the tag is shown; afterwards it is not', async () => {
  const { page, close } = await open(fallback, { head: '', wait: false });
  assert.ok(await page.getByText('Without the widget.').isVisible());
  await page.addScriptTag({ url: '/dist/activation-widgets.js' });
  await settled(page);
  assert.ok(await page.getByText('Without the widget.').isHidden());
  assert.ok(await page.getByRole('slider', { name: 'x' }).isEnabled());
  await close();
});

test('under a strict policy with wasm-unsafe-eval and Trusted Types it works without a complaint', async () => {
  const { page, problems, close } = await open(fallback, {
    headers: policy("'self' 'wasm-unsafe-eval'"),
  });
  await page.getByRole('slider', { name: 'x' }).press('End');
  assert.deepEqual(problems, []);
  await close();
});

test('where WebAssembly is refused: the fallback, one plain sentence, an error event, a rejected promise', async () => {
  const { page, close } = await open('', { headers: policy("'self'"), wait: false });
  const told = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.createElement(tag));
    widget.append('Without the widget.');
    const event = new Promise((resolve) => {
      widget.addEventListener(
        'error',
        (/** @type {CustomEvent} */ { detail, bubbles }) =>
          resolve([detail.message, detail.error.message, bubbles]),
        { once: true },
      );
    });
    document.body.append(widget);
    const rejected = await widget.ready.then(
      () => '',
      (/** @type {Error} */ error) => error.message,
    );
    return [...(await event), rejected];
  }, tag);
  const sentence =
    'This interactive figure could not start, because WebAssembly is missing, blocked or damaged here.';
  assert.equal(told[0], sentence);
  assert.match(told[1], /^activation-widgets: the WebAssembly core did not start \(/);
  assert.equal(told[2], false, 'like the error of an image, it does not bubble');
  assert.equal(told[3], told[1]);
  assert.ok(await page.getByText(sentence).isVisible());
  assert.ok(await page.getByText('Without the widget.').isVisible());
  await close();
});

/** What jsdom and the like have not. */
for (const missing of ['matchMedia', 'IntersectionObserver', 'ResizeObserver']) {
  test(`without ${missing} a widget that needs it says so as of any failure, and nothing is thrown out of it`, async () => {
    const { page, problems, close } = await open('', {
      head: `<script>delete window.${missing};</script><script src="/dist/activation-widgets.js"></script>`,
      wait: false,
    });
    /** @type {Record<string, string[]>} */
    const told = await page.evaluate(
      async (tags) => {
        const all = tags.map(async (tag) => {
          document.body.insertAdjacentHTML('beforeend', `<${tag}>Without the widget.</${tag}>`);
          const widget = /** @type {any} */ (document.body.lastElementChild);
          /** @type {string[]} */
          const heard = [];
          widget.addEventListener('error', (/** @type {CustomEvent} */ { detail }) => {
            heard.push(detail.message, detail.error.message);
          });
          heard.push(
            await widget.ready.then(
              () => 'ready',
              (/** @type {Error} */ e) => e.message,
            ),
          );
          return [tag, heard];
        });
        return Object.fromEntries(await Promise.all(all));
      },
      widgets().map(({ tag }) => tag),
    );
    const error = `${missing} is not defined`;
    const failed = Object.entries(told).filter(([, heard]) => heard.at(-1) !== 'ready');
    for (const [tag, [sentence, ...errors]] of failed) {
      assert.match(sentence, /^This interactive figure (could not start|stopped),? because/, tag);
      assert.deepEqual(errors, [error, error], tag);
    }
    assert.ok(failed.length >= widgets().length - 1, `${failed}`);
    assert.deepEqual(
      problems.filter((text) => !text.includes(`: ReferenceError: ${error}`)),
      [],
    );
    await close();
  });
}

test('without ImageData the decision boundary says so when it comes to draw', async () => {
  const { page, problems, close } = await open('<decision-boundary></decision-boundary>', {
    head: '<script>delete window.ImageData;</script><script src="/dist/activation-widgets.js"></script>',
  });
  await page.getByText('This interactive figure stopped because of an error.').waitFor();
  for (const text of problems)
    assert.match(text, /^decision-boundary: ReferenceError: ImageData is not defined/);
  await close();
});

test('a failed start is not kept: reset tries again', async () => {
  const break_ =
    '<script>const { instantiate } = WebAssembly; WebAssembly.instantiate = () => Promise.reject(new Error("cut off")); window.repair = () => { WebAssembly.instantiate = instantiate; };</script>';
  const { page, close } = await open(fallback, {
    head: `${break_}<script src="/dist/activation-widgets.js"></script>`,
  });
  assert.ok(await page.getByText('could not start').isVisible());
  await page.evaluate(async (tag) => {
    /** @type {any} */ (window).repair();
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.reset();
    await widget.ready;
  }, tag);
  assert.ok(await page.getByText('could not start').isHidden());
  assert.ok(await page.getByRole('slider', { name: 'x' }).isEnabled());
  await close();
});

test('an error while drawing ends in the fallback and a sentence, not in an exception', async () => {
  const { page, problems, close } = await open(fallback);
  await page.evaluate((tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.update = () => {
      throw new Error('broken');
    };
    widget.x = 2;
  }, tag);
  await page.getByText('This interactive figure stopped because of an error.').waitFor();
  assert.ok(await page.getByText('Without the widget.').isVisible());
  assert.deepEqual(
    problems.map((text) => text.split('\n')[0]),
    [`${tag}: Error: broken`],
  );
  await close();
});

test('taken out and put back, it is ready anew only when it can be used', async () => {
  const { page, problems, close } = await open(`<${tag}></${tag}>`);
  const usable = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    widget.remove();
    document.body.append(widget);
    const before = widget.running;
    await widget.ready;
    return [before, widget.running];
  }, tag);
  assert.deepEqual(usable, [false, true]);
  assert.deepEqual(problems, []);
  await close();
});

test('a widget that is removed before the reader came near asks for nothing', async () => {
  const { page, close } = await open(
    `<div style="height: 9000px"></div><gaussian-gate></gaussian-gate>`,
    {
      head: '<script type="module" src="/dist/elements/gaussian-gate.js"></script>',
      wait: false,
    },
  );
  const wasm = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => /inline/.test(name)).length,
    );
  await page.waitForFunction(() => customElements.get('gaussian-gate'));
  await page.evaluate(() => {
    const widget = document.querySelector('gaussian-gate');
    Object.assign(window, { widget });
    widget?.remove();
  });
  await page.waitForTimeout(1000);
  assert.equal(await wasm(), 0);
  await page.evaluate(() => document.body.prepend(/** @type {any} */ (window).widget));
  await settled(page);
  assert.equal(await wasm(), 1, 'but when it is back, and near');
  await close();
});

test('off screen, a widget does no work until it is scrolled into view', async () => {
  const { page, close } = await open(`<div style="height: 3000px"></div><${tag}></${tag}>`);
  const updates = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const frames = async () => {
      for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
    };
    await frames();
    let count = 0;
    const update = widget.update;
    widget.update = function (/** @type {any} */ changed) {
      count++;
      update.call(this, changed);
    };
    widget.x = 3;
    await frames();
    const hidden = count;
    widget.scrollIntoView();
    await frames();
    return [hidden, count];
  }, tag);
  assert.deepEqual(updates, [0, 1]);
  await close();
});

test('moved in the page, or to another document, a widget keeps its state and its style', async () => {
  const { page, problems, close } = await open(
    `<${tag} x="2"></${tag}><main></main><iframe></iframe>`,
  );
  await page.getByRole('slider', { name: 'x' }).press('End');
  const kept = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    const seen = [];
    const home = /** @type {any} */ (document.querySelector('main'));
    const away = /** @type {any} */ (document.querySelector('iframe')).contentDocument.body;
    for (const place of [home, away, home]) {
      place.append(widget);
      await new Promise((resolve) => setTimeout(resolve, 100));
      seen.push([widget.x, getComputedStyle(widget.picture).position]);
    }
    return seen;
  }, tag);
  assert.deepEqual(kept, [
    [6, 'absolute'],
    [6, 'absolute'],
    [6, 'absolute'],
  ]);
  assert.deepEqual(problems, []);
  await close();
});
