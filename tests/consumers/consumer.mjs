// A small project that uses the packed package.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { outputOf, Plain } from '../../wasm/toolchain/step.mjs';
import { installForTests } from '../locked-packages.mjs';

/** @typedef {{ tarball: string, hash: string }} Packed */

/**
 * What the lock file names stays installed from one run to the next; the package is put there anew.
 * @param {string} name of a folder beside this file
 * @param {Packed} packed
 * @param {string} [place] where it is installed
 * @returns {Promise<string>} the folder
 */
export async function install(name, packed, place = 'build/consumers') {
  const folder = join(project, place, name);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) {
    if (old !== 'node_modules') rmSync(join(folder, old), { recursive: true });
  }
  cpSync(join(project, 'tests/consumers', name), folder, { recursive: true });
  await installForTests(folder, `the consumer ${name}`);
  const target = join(folder, 'node_modules/activation-widgets');
  rmSync(target, { recursive: true, force: true });
  cpSync(await installedPackage(packed), target, { recursive: true });
  return folder;
}

/**
 * The package as npm installs it: once for all, since npm takes long over a large tree.
 * @param {Packed} packed
 * @returns {Promise<string>}
 */
async function installedPackage({ tarball, hash }) {
  const folder = join(dirname(tarball), 'installed');
  const installed = join(folder, 'node_modules/activation-widgets');
  const marker = join(folder, 'tarball');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return installed;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const told = await outputOf([
    ...['npm', 'install', '--prefix', folder, '--no-save', '--no-package-lock', '--offline'],
    ...['--ignore-scripts', '--no-audit', '--no-fund', tarball],
  ]);
  if (told === undefined) throw new Plain(`npm install ${tarball} failed`);
  writeFileSync(marker, hash);
  return installed;
}

/**
 * Runs a script of the consumer's package.json; it has to be quiet.
 * @param {string} folder
 * @param {string} script
 * @returns {{ said: string, status: number | null }}
 */
export function runScript(folder, script) {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '--silent', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  return { said: (stdout + stderr).trim(), status };
}

/**
 * Starts a server that prints its address.
 * @param {string} folder
 * @param {string} file
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startServer(folder, file) {
  const server = spawn(process.execPath, [file], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (data) => {
        said += data;
        const address = /http:\/\/localhost:\d+\//.exec(said);
        if (address) resolve(address[0]);
      });
    }
    server.on('exit', () => reject(new Error(`${file} ended: ${said}`)));
  });
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.removeAllListeners('exit').on('exit', () => resolve());
        server.kill();
      }),
  };
}
