// Tools that only tests of the package need, kept out of the project's own dependencies.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { installForTests } from '../locked-packages.mjs';

/**
 * @param {'packing' | 'complaints' | 'editors'} name of the folder under tests/ whose package.json asks for them
 * @returns {Promise<string>} the folder they are installed in
 */
export async function installTools(name) {
  const folder = join(project, 'build/tools', name);
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(project, 'tests', name, file), join(folder, file));
  }
  await installForTests(folder, `the tools of tests/${name}`);
  return folder;
}
