// `npm run check`: types, lint and format. `npm run format` (--fix) rewrites what it can.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from '../wasm/toolchain/debian.mjs';
import { project } from '../wasm/toolchain/places.mjs';
import { Plain, runAsCommand, step } from '../wasm/toolchain/step.mjs';
import { toolStep } from '../wasm/toolchain/toolchain.mjs';
import { prepare } from '../web/build/prepare.mjs';

/**
 * @param {import('../wasm/toolchain/toolchain.mjs').Toolchain} tools
 * @param {{ fix?: boolean }} [options]
 */
export async function check(tools, { fix = false } = {}) {
  const missing = fix ? undefined : '`npm run format` repairs the format.';
  const attempts = [
    () =>
      step(
        'check style and format (Biome)',
        [
          ...['node', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
          ...(fix ? ['--write'] : []),
        ],
        { missing },
      ),
    () => step('check types (tsc)', ['node', 'node_modules/typescript/bin/tsc', '-p', '.']),
  ];
  if (tools.inRoot || onPath('clang-format')) {
    const mode = fix ? ['-i'] : ['--dry-run', '--Werror'];
    attempts.push(() =>
      toolStep(
        tools,
        'check the format of C++ (clang-format)',
        ['clang-format', ...mode, ...cppFiles()],
        {
          missing,
        },
      ),
    );
  }
  const messages = [];
  for (const attempt of attempts) {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof Plain)) throw error;
      messages.push(error.message);
    }
  }
  if (messages.length > 0) throw new Plain(messages.join('\n'));
}

const cppFiles = () =>
  ['src', 'wasm', 'tests'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(h|cpp)$/.test(name))
      .map((name) => join(folder, name)),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runAsCommand(async () => check(await prepare(), { fix: process.argv.includes('--fix') }));
}
