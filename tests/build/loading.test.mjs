// The ways a page may load the package, in a real browser, under the policies such pages have.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../browsers/chromium.mjs';
import { serve } from '../browsers/serve.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser?.close());

/**
 * @param {string} script
 * @returns {string} a page whose script answers in the title
 */
const page = (script) => `<!doctype html><meta charset="utf-8"><title>loading</title>${script}`;

const read = `loadCore().then((core) => {
  document.title = 'relu ' + core.evaluate('relu', Float32Array.of(-1, 2)).value;
}, (error) => { document.title = 'failed: ' + error.message; });`;

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

const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const trustedTypes = "require-trusted-types-for 'script'; trusted-types 'none'";
const classic = '<script src="/activation-widgets.js"></script><script src="/read.js"></script>';
/** @param {string} name */
const moduleOf = (name) => `<script type="module" src="/${name}"></script>`;

for (const [name, html, policy] of [
  ['the classic script', classic, `${strict}; ${trustedTypes}`],
  ['the ES module with inline wasm', moduleOf('inline.js'), `${strict}; ${trustedTypes}`],
  [
    'the ES module with external wasm',
    moduleOf('external.js'),
    `${strict}; connect-src 'self'; ${trustedTypes}`,
  ],
]) {
  test(`${name} works under ${policy}`, async () => {
    const folder = pageFolder(html);
    const server = await serve(['dist', folder], {
      headers: { 'content-security-policy': policy },
    });
    try {
      assert.equal(await titleOf(`${server.url}page.html`), 'relu 0,2');
    } finally {
      await server.close();
    }
  });
}

test('the classic script works on a page opened as file://', async () => {
  const script = pathToFileURL(resolve('dist/activation-widgets.js')).href;
  const folder = pageFolder(`<script src="${script}"></script><script src="read.js"></script>`);
  assert.equal(await titleOf(pathToFileURL(join(folder, 'page.html')).href), 'relu 0,2');
});

test('the site works on a page opened as file://, without an error or a request elsewhere', async () => {
  const tab = await browser.newPage();
  /** @type {string[]} */
  const troubles = [];
  tab.on('pageerror', (error) => troubles.push(error.message));
  tab.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  tab.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) troubles.push(request.url());
  });
  await tab.goto(pathToFileURL(resolve('dist/site/index.html')).href);
  await tab.waitForFunction(() => customElements.get('activation-explorer') !== undefined);
  await tab.close();
  assert.deepEqual(troubles, []);
});

/** @param {string} html */
function pageFolder(html) {
  mkdirSync('build/pages', { recursive: true });
  const folder = mkdtempSync('build/pages/loading-');
  const import_ = (/** @type {string} */ name) => `import { loadCore } from './${name}';\n${read}`;
  writeFileSync(join(folder, 'page.html'), page(html));
  writeFileSync(join(folder, 'read.js'), `var { loadCore } = activationWidgets;\n${read}`);
  writeFileSync(join(folder, 'inline.js'), import_('core.js'));
  writeFileSync(join(folder, 'external.js'), import_('core.external.js'));
  return folder;
}
