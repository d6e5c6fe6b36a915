// The toolchain of this machine: how to run em++, cmake and the compilers here.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canUseApt, debianRoot, debianRootIsReady, isDebian, makeDebianRoot } from './debian.mjs';
import { findEmscripten } from './find-emscripten.mjs';
import { cacheFolder, project } from './places.mjs';
import { outputOf, Plain, step } from './step.mjs';

/**
 * @typedef {object} Toolchain
 * @property {string} name says which it is, for logs and for build folders made with another one
 * @property {boolean} inRoot whether commands run in the Debian root
 * @property {(command: string[]) => string[]} wrap the command that runs `command` there
 * @property {NodeJS.ProcessEnv} env
 */

/** @returns {Promise<Toolchain>} */
export async function toolchain() {
  const emsdk = process.env.EMSDK;
  const emsdkFolder = emsdk && join(emsdk, 'upstream/emscripten');
  const source = findEmscripten({
    pathVersion: await versionOf('em++'),
    emsdk,
    emsdkVersion: emsdkFolder && (await versionOf(join(emsdkFolder, 'em++'))),
    debian: isDebian(),
    canUseApt: canUseApt(),
    rootReady: debianRootIsReady(),
  });
  if (source.from === 'nowhere') throw new Plain(source.reason);
  if (source.from === 'debian-root') {
    await makeDebianRoot();
    return inDebianRoot();
  }
  return onThisMachine(source.version, source.from === 'emsdk' ? emsdkFolder : undefined);
}

/**
 * @param {Toolchain} tools
 * @param {string} title
 * @param {string[]} command
 * @param {import('./step.mjs').StepOptions} [options]
 */
export const toolStep = (tools, title, command, options) =>
  step(title, tools.wrap(command), { env: tools.env, ...options });

/** @param {string} command an em++ */
const versionOf = async (command) =>
  /\) (\d+\.\d+\.\d+)|^em\S+ .*?(\d+\.\d+\.\d+)/m
    .exec((await outputOf([command, '--version'])) ?? '')
    ?.slice(1)
    .find(Boolean);

const npmCommands = join(project, 'node_modules/.bin');

// emcc asks for tsc on PATH, and for closure by this variable.
const closure = { EM_CLOSURE_COMPILER: join(npmCommands, 'google-closure-compiler') };

/**
 * @param {string} version
 * @param {string | undefined} folder of em++, where PATH lacks it
 * @returns {Toolchain}
 */
function onThisMachine(version, folder) {
  const path = [folder, npmCommands, process.env.PATH].filter(Boolean).join(delimiter);
  return {
    name: `emscripten ${version}, ${folder ?? 'on PATH'}`,
    inRoot: false,
    wrap: (command) => command,
    env: { ...process.env, ...closure, PATH: path },
  };
}

/** @returns {Toolchain} */
function inDebianRoot() {
  const env = {
    PATH: `${npmCommands}:/usr/bin:/bin`,
    HOME: '/root',
    LANG: 'C.UTF-8',
    EM_CACHE: `${debianRoot}.emscripten`,
    ...closure,
  };
  if (!existsSync(env.EM_CACHE)) {
    console.log(
      'The first compilation also builds Emscripten’s own libraries: 1 to 3 minutes more.',
    );
  }
  return {
    name: debianRoot,
    inRoot: true,
    wrap: (command) => [
      ...['bwrap', '--die-with-parent', '--clearenv'],
      ...['--bind', debianRoot, '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp'],
      ...['--bind', project, project, '--bind', cacheFolder, cacheFolder, '--chdir', project],
      ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
      ...command,
    ],
    env: process.env,
  };
}

/** Catch2's sources in the Debian root, as commands there see them. */
export const catch2Sources = () =>
  existsSync(join(debianRoot, 'usr/src/catch2')) ? '/usr/src/catch2' : undefined;
