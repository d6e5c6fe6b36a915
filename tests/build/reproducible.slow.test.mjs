import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from '../../wasm/toolchain/cmake.mjs';
import { project } from '../../wasm/toolchain/places.mjs';
import { toolchain } from '../../wasm/toolchain/toolchain.mjs';
import { bundleAll } from '../../web/build/bundle-all.mjs';

/**
 * @param {string} folder
 * @param {(name: string) => boolean} [wanted]
 */
const hashes = (folder, wanted = () => true) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => wanted(name) && statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

test('a second compilation gives the same wasm, byte for byte', async () => {
  const again = join(project, 'build/wasm-again');
  await build(await toolchain(), 'wasm', ['modules'], again);
  /** @param {string} name */
  const product = (name) => /^core\./.test(name);
  assert.deepEqual(hashes(again, product), hashes('build/wasm', product));
});

test('a second bundling gives the same files, byte for byte', async () => {
  const again = join(project, 'build/dist-again');
  await bundleAll(again);
  assert.deepEqual(hashes(again), hashes('dist'));
});
