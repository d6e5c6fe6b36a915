import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project } from '../../wasm/toolchain/places.mjs';
import { record } from '../robustness/figures.mjs';

/** @param {string} folder */
const hashes = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

/** What is committed, built in a clone that has nothing of this one. @param {string} name */
function buildInClone(name) {
  const folder = join(project, 'build/clones', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, '..'), { recursive: true });
  /** @type {import('node:child_process').ExecFileSyncOptions} */
  const quietly = { stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', project, folder], quietly);
  execFileSync('node', ['web/build/build.mjs'], { ...quietly, cwd: folder });
  return hashes(join(folder, 'dist'));
}

test('two builds from clean clones, in folders of different names, are the same byte for byte', () => {
  const first = buildInClone('one');
  const second = buildInClone('another one/deep/down');
  assert.ok(Object.keys(first).length > 40, 'there is something to compare');
  assert.deepEqual(second, first);
  record('reproducible', { files: Object.keys(first).length });
  rmSync(join(project, 'build/clones'), { recursive: true, force: true });
});
