// `npm run robustness`: the tests of engines, faults, long runs, load and hostile input at their
// full length, and a table of what they counted. Fuzzing is a command of its own, `npm run fuzz`;
// its last figures are in the table too. With --table the tests are left out.
import { readdirSync, writeFileSync } from 'node:fs';
import { Plain, runAsCommand, step } from '../../wasm/toolchain/step.mjs';
import { prepare } from '../../web/build/prepare.mjs';
import { ensureEngines } from '../browsers/engines-setup.mjs';
import { recorded } from './figures.mjs';
import { table } from './table.mjs';

const folders = ['engines', 'faults', 'hostile', 'long'];

await runAsCommand(async () => {
  /** @type {unknown} */
  let failed;
  if (!process.argv.includes('--table')) {
    await prepare();
    await ensureEngines();
    const { bundleAll } = await import('../../web/build/bundle-all.mjs');
    await bundleAll();
    const files = folders.flatMap((folder) =>
      readdirSync(`tests/${folder}`)
        .filter((name) => name.endsWith('.test.mjs'))
        .map((name) => `tests/${folder}/${name}`),
    );
    await step(
      'test at full length',
      ['node', '--test', '--test-reporter=spec', ...files, 'tests/web/load.test.mjs'],
      { show: true, env: { ...process.env, LONG: '1' } },
    ).catch((error) => {
      failed = error;
    });
  }
  writeFileSync('tests/robustness.md', table(recorded()));
  console.log('✓ tests/robustness.md');
  if (failed) throw new Plain('Some of the tests failed.');
});
