// From the sources and build/wasm/ to everything that is shipped.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { bundleClassic, bundleExternalCore, bundleModules } from './bundle.mjs';
import { writeDeclarations } from './describe/declarations.mjs';
import { writeEditorData } from './describe/editor-data.mjs';
import { writeManifest } from './describe/manifest.mjs';
import { buildDocs } from './docs/docs.mjs';
import { writeLicences } from './licences.mjs';
import { buildSite } from './site.mjs';

/** @param {string} [folder] where the files go */
export async function bundleAll(folder = join(project, 'dist')) {
  const begin = performance.now();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundleModules(folder);
  await bundleExternalCore(folder);
  await bundleClassic(folder);
  copyFileSync(join(project, 'build/wasm/core.wasm'), join(folder, 'core.wasm'));
  writeLicences(folder);
  await buildSite(folder);
  writeLicences(join(folder, 'site'));
  console.log(`✓ bundle into ${folder} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  const elements = await writeManifest(folder);
  writeEditorData(folder, elements, packageFacts());
  await writeDeclarations(folder, elements);
  await buildDocs(folder, elements);
}

/** @returns {{ name: string, version: string }} */
const packageFacts = () => JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
