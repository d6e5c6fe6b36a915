// Complaints about what is computed where: servers, memory, processors.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { widgets } from '../../web/build/widgets.mjs';

test('complaint 4, HTMLElement is not defined on a server: every entry is imported without a DOM, in silence', () => {
  for (const name of ['index', 'define', ...widgets().map(({ tag }) => `elements/${tag}`)]) {
    const url = pathToFileURL(resolve('dist', `${name}.js`)).href;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `await import(${JSON.stringify(url)});`],
      { encoding: 'utf8' },
    );
    assert.deepEqual({ stdout, stderr, status }, { stdout: '', stderr: '', status: 0 }, name);
  }
});

test('complaint 18, detached heap views: what the core hands out is a copy, and its memory never grows', async () => {
  const { loadCore } = await import(pathToFileURL(join('dist', 'core.js')).href);
  const core = await loadCore();
  const x = Float32Array.from({ length: 1000 }, (_, i) => i / 100 - 5);
  const { value, derivative } = core.evaluate('gelu', x);
  const network = core.createNetwork({ layers: [2, 64, 64, 1], activation: 'tanh', seed: 1 });
  const { points, labels } = core.dataset('circles', { samples: 1000, noise: 0, seed: 1 });
  const parameters = network.parameters;
  const before = [value, derivative, points, parameters].map((array) => [...array]);
  network.train(points, labels, 200);
  core.evaluate('tanh', new Float32Array(1_000_000));
  network.dispose();
  for (const [i, array] of [value, derivative, points, parameters].entries()) {
    assert.deepEqual([...array], before[i]);
    assert.ok(array.buffer.byteLength < 1e6, 'no view of the whole memory');
  }
  const module = new WebAssembly.Module(readFileSync('dist/core.wasm'));
  const memory = await memoryOf(module);
  assert.throws(() => memory.grow(1), RangeError);
});

/**
 * The memory of a module that is given nothing but functions that do nothing.
 * @param {WebAssembly.Module} module
 */
async function memoryOf(module) {
  /** @type {Record<string, Record<string, any>>} */
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  const memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
  return /** @type {WebAssembly.Memory} */ (memory);
}
