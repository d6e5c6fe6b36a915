import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const consumer = `
import { define, ActivationExplorer } from 'activation-widgets';
import 'activation-widgets/define';
import 'activation-widgets/elements/activation-explorer';
import { loadCore } from 'activation-widgets/core';

define('activation-explorer', ActivationExplorer);
const explorer: ActivationExplorer | null = document.querySelector('activation-explorer');
explorer?.remove();
const core = await loadCore();
const values: Float32Array = core.evaluate('relu', Float32Array.of(1)).value;
// @ts-expect-error evaluate takes a Float32Array
core.evaluate('relu', 'text');
export { values };
`;

test('a TypeScript project finds the types of every entry', () => {
  // Inside this package, TypeScript resolves the package's own name through its exports.
  mkdirSync('build/pages/consumer', { recursive: true });
  writeFileSync('build/pages/consumer/consumer.mts', consumer);
  const { stdout, status } = spawnSync(
    'node',
    [
      ...['node_modules/typescript/bin/tsc', '--noEmit', '--strict', '--ignoreConfig'],
      ...['--module', 'nodenext', '--target', 'es2022', '--types', ''],
      'build/pages/consumer/consumer.mts',
    ],
    { encoding: 'utf8' },
  );
  assert.equal(stdout, '');
  assert.equal(status, 0);
});

test('the types are for TypeScript from 5.0 on: typed arrays are generic from 5.7 on only', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
  for (const name of files.filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(join('dist', name), 'utf8');
    assert.doesNotMatch(text, /(Float|Int)\d+Array<|BufferSource/, name);
  }
});
