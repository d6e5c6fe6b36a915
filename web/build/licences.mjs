// The licences of what is bundled that is not this project's own: one line in the classic script,
// and the whole texts in a file beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';

/**
 * A test holds this list against what the bundler has taken in. The run-time of C++ has no package
 * of ours to take its text from, so it lies in licences/.
 */
export const bundled = [
  { name: 'd3-array', licence: 'ISC', text: 'node_modules/d3-array/LICENSE' },
  { name: 'Emscripten', licence: 'MIT', text: 'web/build/licences/emscripten.txt' },
  { name: 'musl', licence: 'MIT', text: 'web/build/licences/musl.txt' },
];

export const licencesFile = 'LICENSES.txt';

const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));

export const banner = `/*! activation-widgets ${version} (MIT), with ${bundled
  .map(({ name, licence }) => `${name} (${licence})`)
  .join(', ')}: ${licencesFile} */`;

/** @param {string} folder */
export function writeLicences(folder) {
  const own = { name: `activation-widgets ${version}`, licence: 'MIT', text: 'LICENSE' };
  const texts = [own, ...bundled].map(
    ({ name, licence, text }) =>
      `${name} (${licence})\n\n${readFileSync(join(project, text), 'utf8').trim()}\n`,
  );
  writeFileSync(join(folder, licencesFile), texts.join(`\n${'-'.repeat(76)}\n\n`));
}
