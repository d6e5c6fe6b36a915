// custom-elements.json: what editors and documentation tools know of the tags, from the JSDoc.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { step } from '../../wasm/toolchain/step.mjs';

/** @param {string} folder */
export async function writeElementsManifest(folder) {
  await step('describe the elements (custom-elements.json)', [
    ...['node', 'node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'],
    ...['--globs', 'web/widgets/*/*.js', 'web/shared/*.js'],
    ...['--outdir', relative(project, folder)],
  ]);
  const file = join(folder, 'custom-elements.json');
  // The analyzer names the sources; the package has the entry of each element instead.
  const text = readFileSync(file, 'utf8').replace(
    /\bweb\/widgets\/([^/"]+)\/\1\.js/g,
    'dist/elements/$1.js',
  );
  writeFileSync(file, text);
}
