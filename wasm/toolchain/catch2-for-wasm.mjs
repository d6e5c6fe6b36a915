// Catch2 compiled to wasm, once, into the user's cache folder.
import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { catch2Sources, toolStep } from './toolchain.mjs';

/**
 * @param {import('./toolchain.mjs').Toolchain} tools
 * @returns {Promise<string | undefined>} the folder of its CMake package; undefined where the
 *   sources are not at hand, and CMake fetches them (tests/src/CMakeLists.txt)
 */
export async function catch2ForWasm(tools) {
  const sources = tools.inRoot ? catch2Sources() : undefined;
  if (!sources) return undefined;
  const flags = '-O1 -fwasm-exceptions -sWASM_LEGACY_EXCEPTIONS=1';
  const id = createHash('sha256')
    .update(tools.name + flags)
    .digest('hex')
    .slice(0, 8);
  const folder = join(cacheFolder, `catch2-wasm-${id}`);
  const cmakePackage = join(folder, 'installed/lib/cmake/Catch2');
  if (existsSync(cmakePackage)) return cmakePackage;

  const partial = `${folder}.${process.pid}.partial`;
  await toolStep(tools, 'configure Catch2 for wasm (once)', [
    ...['emcmake', 'cmake', '-G', 'Ninja', '-S', sources, '-B', partial],
    ...['-DCMAKE_BUILD_TYPE=None', `-DCMAKE_CXX_FLAGS=${flags}`, '-DCMAKE_CXX_STANDARD=20'],
    `-DCMAKE_INSTALL_PREFIX=${folder}/installed`,
    ...['-DCATCH_INSTALL_DOCS=OFF', '-DBUILD_TESTING=OFF'],
    // What it asks of the compiler needs no linking, which would build libraries for that alone.
    '-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY',
    // Its 100 files read the same headers: as two big ones they compile in a fifth of the time.
    ...['-DCMAKE_UNITY_BUILD=ON', '-DCMAKE_UNITY_BUILD_BATCH_SIZE=60'],
  ]);
  await toolStep(tools, 'compile Catch2 for wasm (once)', [
    ...['cmake', '--build', partial, '--parallel', '2'],
  ]);
  await toolStep(tools, 'keep Catch2 for wasm', [
    ...['cmake', '--install', partial, '--prefix', `${partial}/installed`],
  ]);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  return cmakePackage;
}
