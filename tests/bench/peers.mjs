// Installs what is compared with, and bundles each contestant and the page into build/bench/.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { installForTests } from '../locked-packages.mjs';

const here = join(project, 'tests/bench');
export const bundles = join(project, 'build/bench');

export const installPeers = () =>
  installForTests(
    join(here, 'peers'),
    'what is compared with (about 220 MB, in tests/bench/peers)',
  );

/** @param {string[]} ids */
export async function bundleContestants(ids) {
  const { build } = await import('esbuild');
  rmSync(bundles, { recursive: true, force: true });
  mkdirSync(bundles, { recursive: true });
  await build({
    entryPoints: [
      ...ids.map((id) => join(here, 'contestants', `${id}.mjs`)),
      ...['page.mjs', 'frame.mjs'].map((name) => join(here, name)),
    ],
    entryNames: '[name]',
    outdir: bundles,
    bundle: true,
    // Each in a file of its own: code that two share would also share what the engine learns of it.
    splitting: false,
    format: 'esm',
    platform: 'browser',
    mainFields: ['module', 'main'],
    nodePaths: [join(here, 'peers/node_modules')],
    logLevel: 'error',
  });
  cpSync(join(here, 'page.html'), join(bundles, 'page.html'));
  cpSync(join(here, 'frame.html'), join(bundles, 'frame.html'));
}
