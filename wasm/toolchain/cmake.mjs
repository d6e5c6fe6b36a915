// Configures, builds and tests the presets of CMakePresets.json.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catch2ForWasm } from './catch2-for-wasm.mjs';
import { project } from './places.mjs';
import { toolStep } from './toolchain.mjs';

/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */

/** @param {string} preset */
const isWasm = (preset) => preset.startsWith('wasm');

/**
 * Builds targets of a preset.
 * @param {Toolchain} tools
 * @param {string} preset
 * @param {string[]} targets
 * @param {string} [folder] the build folder
 */
export async function build(tools, preset, targets, folder = join(project, 'build', preset)) {
  const arguments_ = ['cmake', '--preset', preset, '-B', folder];
  if (isWasm(preset)) {
    arguments_.unshift('emcmake');
    // Who only wants the page need not wait for Catch2.
    const tests = targets.includes('core_tests');
    arguments_.push(`-DBUILD_TESTING=${tests ? 'ON' : 'OFF'}`);
    const catch2 = tests ? await catch2ForWasm(tools) : undefined;
    if (catch2) arguments_.push(`-DCatch2_DIR=${catch2}`);
  }
  clearIfForeign(tools, folder);
  const missing = tools.inRoot
    ? undefined
    : 'It needs CMake 3.24 or later, Ninja and a C++20 compiler: ' +
      '`apt-get install cmake ninja-build g++`, or on macOS `brew install cmake ninja`.';
  await toolStep(tools, `configure ${preset}`, arguments_, { missing });
  await toolStep(tools, `compile ${preset}: ${targets.join(', ')}`, [
    ...['cmake', '--build', folder, '--parallel', '2', '--target'],
    ...targets,
  ]);
}

/**
 * @param {Toolchain} tools
 * @param {string} preset
 */
export async function test(tools, preset) {
  const boundary = !isWasm(preset) && process.platform !== 'darwin';
  await build(tools, preset, ['core_tests', ...(boundary ? ['boundary_tests'] : [])]);
  await toolStep(tools, `test the core, ${preset}`, ['ctest', '--preset', preset]);
}

/**
 * A build folder remembers its compiler's path; one that another toolchain (or a hand-typed cmake)
 * made cannot be taken over.
 * @param {Toolchain} tools
 * @param {string} folder
 */
function clearIfForeign(tools, folder) {
  const stamp = join(folder, '.toolchain');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === tools.name) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, tools.name);
}
