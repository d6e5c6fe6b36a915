// The package as `npm publish` would send it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { outputOf, Plain } from '../../wasm/toolchain/step.mjs';

/**
 * Test files run side by side, so each packs into a folder of its own.
 * @param {string} name of the folder
 * @returns {Promise<{ tarball: string, hash: string, files: string[] }>}
 */
export async function pack(name) {
  const folder = join(project, 'build/packed', name);
  mkdirSync(folder, { recursive: true });
  const told = await outputOf(['npm', 'pack', '--json', '--pack-destination', folder, project]);
  if (!told) throw new Plain('npm pack failed');
  const [{ filename, files }] = JSON.parse(told);
  const tarball = join(folder, filename);
  return {
    tarball,
    hash: createHash('sha256').update(readFileSync(tarball)).digest('hex'),
    files: files.map((/** @type {{ path: string }} */ { path }) => path),
  };
}
