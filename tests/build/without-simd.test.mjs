// A browser without SIMD, or without WebAssembly: the scalar build, or the fallback and a sentence.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromiumArguments, launchChromium } from '../browsers/chromium.mjs';
import { serve } from '../browsers/serve.mjs';

/** @type {Record<'with' | 'without', import('playwright-core').Browser>} SIMD */
let browsers;
before(async () => {
  browsers = {
    with: await launchChromium(),
    // V8 has no SIMD where the processor has no SSE 4.1.
    without: await launchChromium({
      args: [...chromiumArguments, '--js-flags=--no-enable-sse4-1'],
    }),
  };
});
/** @type {(() => Promise<unknown>)[]} */
const ends = [];
after(async () => {
  for (const browser of Object.values(browsers ?? {})) await browser.close();
  for (const end of ends) await end();
});

/** Other processors have other switches: there, the first module is refused by a stand-in. */
function refuseFirst() {
  const simd = [
    ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0],
    ...[65, 0, 253, 15, 253, 98, 11],
  ];
  if (!WebAssembly.validate(Uint8Array.from(simd))) return;
  const { instantiate } = WebAssembly;
  WebAssembly.validate = () => false;
  WebAssembly.instantiate = /** @type {any} */ (
    () => {
      WebAssembly.instantiate = instantiate;
      return Promise.reject(new WebAssembly.CompileError('no SIMD'));
    }
  );
}

const tag = 'activation-explorer';
const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="activation-widgets.js" defer></script>
<${tag} activation="gelu" x="0.5"><p>Without the widget.</p></${tag}>`;

/**
 * @param {'with' | 'without'} simd
 * @param {{ url?: string, policy?: string, script?: () => void, missing?: boolean, src?: string }} [options]
 */
async function open(simd, { url, policy, script, missing, src = 'activation-widgets.js' } = {}) {
  const server = await serve('dist', {
    headers: policy ? { 'content-security-policy': policy } : {},
  });
  ends.push(server.close);
  const page = await browsers[simd].newPage();
  /** @type {string[]} */
  const scripts = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(String(request.url().split('/').pop()));
  });
  if (simd === 'without') await page.addInitScript(refuseFirst);
  if (script) await page.addInitScript(script);
  const headers = policy ? { 'content-security-policy': policy } : undefined;
  await page.route('**/page.html', (route) =>
    url
      ? route.continue()
      : route.fulfill({
          contentType: 'text/html',
          body: html.replace('activation-widgets.js', src),
          headers,
        }),
  );
  await page.route(/\/npm\//, (route) => {
    const { pathname } = new URL(route.request().url());
    const file =
      pathname.replace('/npm/activation-widgets@1.0.0', '') || '/dist/activation-widgets.js';
    return route.fulfill({ path: `.${file}` });
  });
  if (missing) await page.route('**/*.scalar.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(url ?? `${server.url}page.html`);
  await page.evaluate(
    (tag) => /** @type {any} */ (document.querySelector(tag)).ready.catch(() => {}),
    tag,
  );
  return { page, scripts };
}

/** What the core says, bit for bit. @param {import('playwright-core').Page} page */
const numbers = (page) =>
  page.evaluate(async () => {
    const core = await /** @type {any} */ (globalThis).activationWidgets.loadCore();
    const x = Float32Array.from({ length: 1001 }, (_, i) => (i - 500) / 50);
    const seen = core.activations.map((/** @type {any} */ { id }) =>
      Object.values(core.evaluate(id, x)),
    );
    const network = core.createNetwork({ layers: [2, 8, 8, 1], activation: 'tanh' });
    const { points, labels } = core.dataset('moons', { samples: 200, noise: 0.1, seed: 1 });
    network.train(points, labels, 50);
    const bits = [...seen.flat(), network.parameters].flatMap((values) => [
      ...new Uint32Array(values.buffer),
    ]);
    return { simd: core.simd, bits: bits.join() };
  });

const strict =
  "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";
const folder = () => {
  mkdirSync('build/pages', { recursive: true });
  const place = mkdtempSync('build/pages/simd-');
  const script = pathToFileURL(resolve('dist/activation-widgets.js')).href;
  writeFileSync(join(place, 'page.html'), html.replace('activation-widgets.js', script));
  return pathToFileURL(join(place, 'page.html')).href;
};

for (const [where, options] of /** @type {[string, () => object][]} */ ([
  ['from a server', () => ({})],
  ['under a strict policy with Trusted Types', () => ({ policy: strict })],
  ['on a page opened as file://', () => ({ url: folder() })],
])) {
  test(`without SIMD, ${where}, the scalar build beside the script runs, with the same bits`, async () => {
    const wanted = await open('with', options());
    const scalar = await open('without', options());
    const [fast, slow] = [await numbers(wanted.page), await numbers(scalar.page)];
    assert.deepEqual([fast.simd, slow.simd], [true, false]);
    assert.equal(slow.bits, fast.bits);
    const slider = scalar.page.getByRole('slider', { name: 'x' });
    assert.equal(await slider.getAttribute('aria-valuetext'), 'x = 0.50, GELU 0.346, slope 0.867');
    assert.deepEqual(wanted.scripts, ['activation-widgets.js'], 'who has SIMD pays nothing');
    assert.ok(scalar.scripts.includes('activation-widgets.scalar.js'));
  });
}

for (const [name, options] of /** @type {[string, Parameters<typeof open>[1]][]} */ ([
  ['WebAssembly is missing', { script: () => Reflect.deleteProperty(globalThis, 'WebAssembly') }],
  ['WebAssembly is blocked', { policy: "script-src 'self'" }],
])) {
  test(`where ${name}: the fallback, one sentence, and nothing more is fetched`, async () => {
    const { page, scripts } = await open('with', options);
    assert.ok(await page.getByText('Without the widget.').isVisible());
    assert.equal(
      await page.getByRole('alert').textContent(),
      'This interactive figure could not start, because WebAssembly is missing, blocked or damaged here.',
    );
    assert.deepEqual(scripts, ['activation-widgets.js']);
  });
}

test('without SIMD, by the short address of a CDN, the scalar build is sought in dist/', async () => {
  const { page, scripts } = await open('without', { src: 'npm/activation-widgets@1.0.0' });
  assert.equal((await numbers(page)).simd, false);
  assert.deepEqual(scripts, ['activation-widgets@1.0.0', 'activation-widgets.scalar.js']);
});

test('without SIMD and without the scalar build: the fallback and one sentence', async () => {
  const { page } = await open('without', { missing: true });
  assert.ok(await page.getByText('Without the widget.').isVisible());
  assert.match(String(await page.getByRole('alert').textContent()), /could not start/);
});

test('without constructable style sheets, as in Safari 15, a widget still has its style', async () => {
  const { page } = await open('without', {
    script: () => {
      for (const { prototype } of [Document, ShadowRoot])
        Reflect.deleteProperty(prototype, 'adoptedStyleSheets');
      Reflect.deleteProperty(globalThis, 'CSSStyleSheet');
    },
  });
  const seen = await page.evaluate(async (tag) => {
    const widget = /** @type {any} */ (document.querySelector(tag));
    document.body.append(document.createElement('p'), widget); // moved: not styled twice
    await widget.ready;
    return [
      getComputedStyle(widget.picture).position,
      widget.shadowRoot.querySelectorAll('style').length,
    ];
  }, tag);
  assert.deepEqual(seen, ['absolute', 1]);
});
