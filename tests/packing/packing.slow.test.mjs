// What the package's own checkers say of the tarball, and what is in it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { widgets } from '../../web/build/widgets.mjs';
import { pack } from './pack.mjs';
import { installTools } from './tools.mjs';

/** @type {string} */
let tools;
/** @type {Awaited<ReturnType<typeof pack>>} */
let packed;
before(async () => {
  tools = await installTools('packing');
  packed = await pack('checked');
});

/** @param {string[]} command a tool and its arguments */
function run([name, ...args]) {
  const command = join(tools, 'node_modules/.bin', name);
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  return { text: stdout + stderr, status };
}

test('publint finds nothing, suggestions included', () => {
  const { text, status } = run(['publint', packed.tarball, '--strict']);
  assert.match(text, /All good!/);
  assert.equal(status, 0);
});

// The package has ES modules only. core.wasm and the classic scripts are files to be fetched, not
// modules to be imported.
test('attw finds the types of every entry', () => {
  const { text, status } = run([
    ...[
      'attw',
      packed.tarball,
      '--ignore-rules',
      'cjs-resolves-to-esm',
      '--format',
      'ascii',
      '--no-emoji',
    ],
    ...['--exclude-entrypoints', 'core.wasm', 'activation-widgets.js'],
    'activation-widgets.scalar.js',
  ]);
  assert.equal(status, 0, text);
});

test('the package has what package.json promises, of the site what iframes need, and no sources', () => {
  const { files } = packed;
  for (const name of [
    ...['README.md', 'LICENSE', 'package.json', 'dist/index.js', 'dist/core.wasm'],
    ...['dist/custom-elements.json', 'dist/web-types.json', 'dist/vscode.html-custom-data.json'],
    ...widgets().flatMap(({ tag }) => [`dist/elements/${tag}.js`, `dist/elements/${tag}.d.ts`]),
  ]) {
    assert.ok(files.includes(name), name);
  }
  assert.deepEqual(
    files.filter((name) => /^dist\/site\//.test(name) || !/^(dist\/|[^/]+$)/.test(name)).sort(),
    ['css', 'html', 'js'].map((end) => `dist/site/embed.${end}`).concat('dist/site/icon.svg'),
  );
});
