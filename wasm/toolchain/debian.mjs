// What a Debian machine gets by itself: single packages through apt, and a root folder of Debian's
// next release, which has the Emscripten, compilers and Catch2 that the machine's own lacks.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { Plain, step } from './step.mjs';

const release = 'forky';
const packages = 'emscripten,cmake,ninja-build,catch2,g++,clang,clang-format,libclang-rt-dev';

// Catch2's sources as well, for the tests compiled to wasm. mmdebstrap hands its hooks the root as
// $1 and the configuration of an apt that works on that root.
const fetchCatch2 = [
  'export APT_CONFIG="$MMDEBSTRAP_APT_CONFIG"',
  'sed "s/^deb /deb-src /" "$1/etc/apt/sources.list" > "$1/etc/apt/sources.list.d/source.list"',
  'apt-get update --error-on=any',
  'mkdir -p "$1/usr/src/catch2"',
  'cd "$1/usr/src/catch2"',
  'apt-get source --download-only catch2',
  'tar -x --strip-components=1 -f catch2_*.orig.tar.*',
].join(' && ');

const recipe = [
  // A mirror may lag behind the date until which it vouches for its index.
  '--aptopt=Acquire::Check-Valid-Until "false"',
  '--variant=essential',
  `--include=${packages}`,
  `--customize-hook=${fetchCatch2}`,
  release,
];

/** Named after its recipe: a changed recipe makes a new root, an unchanged one is never redone. */
export const debianRoot = join(
  cacheFolder,
  `${release}-${createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 8)}`,
);

export const isDebian = () =>
  existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));

export const canUseApt = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

export const debianRootIsReady = () => existsSync(debianRoot);

/** Makes the root, unless it is there. The rename at the end is what says that it is complete. */
export async function makeDebianRoot() {
  await aptInstall(['bwrap'], ['bubblewrap'], 'it runs Emscripten and the compilers in their root');
  if (debianRootIsReady()) return;
  await aptInstall(['mmdebstrap'], ['mmdebstrap'], `it puts Debian ${release} into a folder`);
  mkdirSync(cacheFolder, { recursive: true });
  removeInterrupted();
  const partial = `${debianRoot}.${process.pid}.partial`;
  await step(
    `fetch Emscripten, compilers and Catch2 of Debian ${release} (once; 1.3 GB, 1 to 3 minutes)`,
    ['mmdebstrap', ...recipe.slice(0, -1), release, partial],
    { missing: 'It needs the Debian mirror that apt uses, 1.3 GB of room, and root.' },
  );
  if (!debianRootIsReady()) renameSync(partial, debianRoot);
}

/**
 * @param {string[]} commands nothing is done where PATH has all of these
 * @param {string[]} names the packages that bring them
 * @param {string} why
 */
export async function aptInstall(commands, names, why) {
  if (commands.every(onPath)) return;
  if (!canUseApt()) {
    throw new Plain(`${names.join(', ')} is missing (${why}): apt-get install ${names.join(' ')}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('ask apt for its newest lists', ['apt-get', 'update'], { env });
  await step(
    `install ${names.join(', ')} with apt: ${why}`,
    ['apt-get', 'install', '--yes', '--no-install-recommends', ...names],
    { env, missing: `Try by hand: apt-get install ${names.join(' ')}` },
  );
}

/**
 * @param {string} name
 * @returns {string | undefined} where PATH has that command
 */
export const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** Folders an interrupted run left behind; one whose process still lives belongs to that run. */
function removeInterrupted() {
  for (const name of readdirSync(cacheFolder)) {
    const pid = /\.(\d+)\.partial$/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) {
      rmSync(join(cacheFolder, name), { recursive: true, force: true });
    }
  }
}
