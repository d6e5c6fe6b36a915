// What can go wrong when a figure starts, and the sentence the reader then sees.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { open } from '../web/page.mjs';

const script = '<script src="/dist/activation-widgets.js"></script>';
const tags = widgets().map(({ tag }) => tag);
const notStarted =
  'This interactive figure could not start, because WebAssembly is missing, blocked or damaged here.';
const noMemory = 'This interactive figure stopped, because there is not enough memory for it.';

/** Every widget, each with something to show in its place. */
const all = tags.map((tag) => `<${tag}><p>in place of ${tag}</p></${tag}>`).join('');

/**
 * What a reader sees of each widget once all have been started: a sentence, or nothing.
 * @param {import('playwright-core').Page} page
 */
const seen = (page) =>
  page.evaluate(async (tags) => {
    const result = [];
    for (const tag of tags) {
      const widget = /** @type {any} */ (document.querySelector(tag));
      await widget.ready.catch(() => {});
      const sentence = widget.shadowRoot.querySelector('[part=error]');
      const inside = widget.firstElementChild.checkVisibility()
        ? 'what is in the tag'
        : 'the figure';
      result.push(
        `${inside}, ${sentence.checkVisibility() ? sentence.textContent : 'no sentence'}`,
      );
    }
    return result;
  }, tags);

const everyWidget = (/** @type {string} */ text) => tags.map(() => text);

test('wasm refused by a Content-Security-Policy: what is in the tag, and one sentence', async () => {
  const { page, close } = await open(all, {
    headers: { 'content-security-policy': "script-src 'self'" },
  });
  assert.deepEqual(await seen(page), everyWidget(`what is in the tag, ${notStarted}`));
  await close();
});

/** Puts a function that damages bytes before the module that is started from them. */
const damaged = (/** @type {string} */ damage) =>
  `<script>
     const { instantiate } = WebAssembly;
     WebAssembly.instantiate = (bytes, imports) =>
       instantiate.call(WebAssembly, (${damage})(new Uint8Array(bytes).slice()), imports);
     window.repair = () => { WebAssembly.instantiate = instantiate; };
   </script>${script}`;

for (const [name, damage] of Object.entries({
  'its last byte cut off': '(bytes) => bytes.subarray(0, bytes.length - 1)',
  'half of it cut off': '(bytes) => bytes.subarray(0, bytes.length >> 1)',
  'all of it cut off': '(bytes) => bytes.subarray(0, 0)',
  'a bit flipped in its magic word': '(bytes) => (bytes[2] ^= 1, bytes)',
  'a bit flipped in its version': '(bytes) => (bytes[4] ^= 2, bytes)',
  'a bit flipped in the size of its first section': '(bytes) => (bytes[9] ^= 64, bytes)',
  'an error page in its place':
    '() => new TextEncoder().encode("<!doctype html><title>404</title>")',
})) {
  test(`wasm with ${name}: what is in the tag, and one sentence; whole again, reset starts it`, async () => {
    const { page, close } = await open(all, { head: damaged(damage) });
    assert.deepEqual(await seen(page), everyWidget(`what is in the tag, ${notStarted}`));
    await page.evaluate((tags) => {
      /** @type {any} */ (window).repair();
      for (const tag of tags) /** @type {any} */ (document.querySelector(tag)).reset();
    }, tags);
    assert.deepEqual(await seen(page), everyWidget('the figure, no sentence'));
    await close();
  });
}

test('wasm with any of its bytes flipped: in the core it starts or is refused, and no error but that comes', async (t) => {
  t.mock.method(console, 'error', () => {}); // Emscripten tells its own as well
  const bytes = readFileSync('dist/core.wasm');
  const { loadCore } = await import('../../dist/core.external.js');
  let refused = 0;
  // In the table of types and imports: past it lies code, which a flip can turn into an endless loop.
  for (let at = 0; at < 200; at++) {
    const broken = Uint8Array.from(bytes);
    broken[at] ^= 1 << (at % 8);
    const error = await WebAssembly.compile(broken).then(
      () => undefined,
      (/** @type {Error} */ cause) => cause,
    );
    if (!error) continue;
    refused++;
    await assert.rejects(loadCore({ wasm: broken }), (/** @type {Error} */ { message }) => {
      assert.match(message, /^activation-widgets: the WebAssembly core did not start \(.+/);
      return true;
    });
  }
  assert.ok(refused > 100, `${refused} of 200 were refused`);
  const core = await loadCore({ wasm: Uint8Array.from(bytes) });
  assert.equal(core.evaluate('relu', Float32Array.of(3)).value[0], 3, 'and whole, it starts');
});

test('no memory left: the figures that need some say so in one sentence, the others work; with memory again, reset starts them', async () => {
  const { page, close } = await open('', { head: script });
  await page.evaluate(async (all) => {
    const core = await /** @type {any} */ (window).activationWidgets.loadCore();
    /** @type {any} */ (window).full = [];
    for (const layers of [
      [2, 256, 256, 256, 256, 1],
      [2, 64, 64, 1],
      [2, 16, 1],
      [2, 1],
    ]) {
      try {
        while (true) /** @type {any} */ (window).full.push(core.createNetwork({ layers }));
      } catch {}
    }
    document.body.innerHTML = all;
  }, all);
  const needy = ['decision-boundary', 'vanishing-gradient'];
  assert.deepEqual(
    await seen(page),
    tags.map((tag) =>
      needy.includes(tag) ? `what is in the tag, ${noMemory}` : 'the figure, no sentence',
    ),
  );
  await page.evaluate((tags) => {
    for (const network of /** @type {any} */ (window).full) network.dispose();
    for (const tag of tags) /** @type {any} */ (document.querySelector(tag)).reset();
  }, tags);
  assert.deepEqual(await seen(page), everyWidget('the figure, no sentence'));
  await close();
});

test('storage blocked: nothing is asked of it, and every figure works', async () => {
  const blocked = `<script>
    for (const [owner, names] of [
      [window, ['localStorage', 'sessionStorage', 'indexedDB', 'caches']],
      [document, ['cookie']],
      [navigator, ['storage', 'serviceWorker']],
    ]) {
      for (const name of names) {
        Object.defineProperty(owner, name, {
          get() { console.error('asked for ' + name); throw new DOMException('blocked', 'SecurityError'); },
        });
      }
    }
  </script>${script}`;
  const { page, problems, close } = await open(all, { head: blocked });
  assert.deepEqual(await seen(page), everyWidget('the figure, no sentence'));
  await page.evaluate((tags) => {
    for (const tag of tags) {
      const widget = /** @type {any} */ (document.querySelector(tag));
      widget.state = JSON.parse(JSON.stringify(widget.state));
      widget.link();
      widget.reset();
    }
  }, tags);
  assert.deepEqual(problems, []);
  await close();
});
