// Complaints about loading: policies, places, failures. Each in a real browser.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { brotli } from '../../web/build/brotli.mjs';
import { launchChromium } from '../browsers/chromium.mjs';
import { serve } from '../browsers/serve.mjs';
import { scripts } from './scripts.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser?.close());

/** The script of a page answers in the title. */
const page = (/** @type {string} */ script) =>
  `<!doctype html><meta charset="utf-8"><title>loading</title>${script}`;

const told = `.then((core) => {
  document.title = 'relu ' + core.evaluate('relu', Float32Array.of(-1, 2)).value;
}, (error) => { document.title = 'failed: ' + error.message; });`;

/** @param {string} code what is done with `loadCore` @param {string} name of the build */
const module_ = (code, name = 'core.external') =>
  `import { loadCore } from './${name}.js';\n${code}`;

/**
 * Serves dist/ and a page with one script, and waits for its answer.
 * @param {string} code of the script
 * @param {{ headers?: Record<string, string>, html?: string, files?: Record<string, string> }} [options]
 */
async function answer(
  code,
  { headers, html = '<script type="module" src="/own.js"></script>', files = {} } = {},
) {
  const folder = pageFolder({ 'own.js': code, 'page.html': page(html), ...files });
  const server = await serve([folder, 'dist'], { headers });
  try {
    return await titleOf(`${server.url}page.html`);
  } finally {
    await server.close();
  }
}

/** @param {Record<string, string>} files */
function pageFolder(files) {
  mkdirSync('build/pages', { recursive: true });
  const folder = mkdtempSync('build/pages/loading-');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** @param {string} url */
async function titleOf(url) {
  const tab = await browser.newPage();
  try {
    await tab.goto(url);
    await tab.waitForFunction(() => document.title !== 'loading');
    return await tab.title();
  } finally {
    await tab.close();
  }
}

test('complaint 1, wasm 404 or wrong magic word: the error names what was loaded, and what is inline asks for nothing', async () => {
  const missing = `loadCore({ wasm: new URL('/missing.wasm', location) })${told}`;
  assert.match(
    await answer(module_(missing)),
    /^failed: .*did not start \(http.*\/missing\.wasm: the server answered 404; loadCore\({ wasm }\) takes another URL/,
  );
  const folder = `import { loadCore } from './copy.js';\nloadCore()${told}`;
  assert.match(
    await answer(folder, {
      files: { 'copy.js': readFileSync('dist/core.external.js', 'utf8'), 'core.wasm': page('') },
    }),
    /^failed: .*did not start \(http.*\/core\.wasm: this is no WebAssembly; loadCore\({ wasm }\) takes .*\)$/,
  );
  const aPage = `loadCore({ wasm: new URL('/page.html', location) })${told}`;
  assert.match(await answer(module_(aPage)), /^failed: .*page\.html: this is no WebAssembly/);
  assert.equal(
    await answer(module_(`loadCore()${told}`, 'core'), {
      headers: {
        'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
      },
    }),
    'relu 0,2',
  );
});

const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const trustedTypes = "require-trusted-types-for 'script'; trusted-types 'none'";

test('complaint 5, unsafe-eval under CSP: every build works without it, and under Trusted Types', async () => {
  for (const { name, text } of scripts()) {
    assert.doesNotMatch(text, /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*["'`]/, name);
  }
  for (const [code, policy, html] of /** @type {const} */ ([
    [
      `activationWidgets.loadCore()${told}`,
      strict,
      '<script src="/activation-widgets.js"></script><script src="/own.js"></script>',
    ],
    [module_(`loadCore()${told}`, 'core'), strict],
    [module_(`loadCore()${told}`), `${strict}; connect-src 'self'`],
  ])) {
    const headers = { 'content-security-policy': `${policy}; ${trustedTypes}` };
    assert.equal(await answer(code, { headers, html }), 'relu 0,2');
  }
});

test('complaint 6, wasm from a CDN blocked by CSP: the inline build needs no connect-src, and the external one says what was refused', async (t) => {
  const cdn = await serve('dist', { headers: { 'access-control-allow-origin': '*' } });
  t.after(cdn.close);
  const script = `script-src 'self' 'wasm-unsafe-eval' ${cdn.url}`;
  const headers = { 'content-security-policy': `default-src 'none'; ${script}` };
  const from = (/** @type {string} */ name) =>
    `import { loadCore } from '${cdn.url}${name}.js';\nloadCore()${told}`;
  assert.equal(await answer(from('core'), { headers }), 'relu 0,2');
  assert.match(
    await answer(from('core.external'), { headers }),
    /^failed: .*did not start \(.+\)$/,
  );
  const allowed = {
    'content-security-policy': `${headers['content-security-policy']}; connect-src ${cdn.url}`,
  };
  assert.equal(await answer(from('core.external'), { headers: allowed }), 'relu 0,2');
});

test('complaint 7, file://: the classic script works on a page opened from a disk', async () => {
  const script = pathToFileURL(resolve('dist/activation-widgets.js')).href;
  const folder = pageFolder({
    'page.html': page(`<script src="${script}"></script><script src="own.js"></script>`),
    'own.js': `activationWidgets.loadCore()${told}`,
  });
  assert.equal(await titleOf(pathToFileURL(join(folder, 'page.html')).href), 'relu 0,2');
});

test('complaint 8, top-level await in the bundle: no output has any', async () => {
  for (const { name, text } of scripts()) {
    // A format that cannot wait refuses it.
    await assert.doesNotReject(transform(text, { format: 'iife', logLevel: 'silent' }), name);
  }
});

test('complaint 9, inline too big with no external option: core.external.js loads core.wasm from beside it, a URL or bytes', async () => {
  const text = readFileSync('dist/core.external.js', 'utf8');
  assert.match(text, /new URL\("core\.wasm",\s*import\.meta\.url\)/, 'as bundlers understand it');
  assert.ok(brotli(text) < 10_000, `core.external.js has ${brotli(text)} bytes with brotli`);
  const url = "new URL('/core.wasm', location)";
  for (const options of ['', `{ wasm: ${url} }`]) {
    assert.equal(await answer(module_(`loadCore(${options})${told}`)), 'relu 0,2', options);
  }
  const bytes = `fetch(${url}).then((r) => r.arrayBuffer()).then((wasm) => loadCore({ wasm }))${told}`;
  assert.equal(await answer(module_(bytes)), 'relu 0,2');
});

test('complaint 11, a load failure that never rejects: it does, in words, and the next call tries again', async () => {
  const again = `loadCore({ wasm: new Uint8Array([1, 2, 3]) }).then(
  () => { document.title = 'no failure'; },
  (error) => {
    if (!/^activation-widgets: the WebAssembly core did not start/.test(error.message)) throw error;
    loadCore({ wasm: new URL('/core.wasm', location) })${told}
  },
);`;
  assert.equal(await answer(module_(again)), 'relu 0,2');
});
