// `npm test`: sets up what is missing, builds, and runs every test. Set-up and build failures end
// it; of the rest everything is run, and the failures are listed at the end.
// `npm run test:quick` is for daily work: checks, the core as the machine's own compiler makes it,
// and the tests of the API and of each widget, in Chromium. It leaves out the other compilers, other
// engines, fuzzing, long runs, the package's consumers and whatever has `.slow.` in its name.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '../wasm/toolchain/cmake.mjs';
import { onPath } from '../wasm/toolchain/debian.mjs';
import { project } from '../wasm/toolchain/places.mjs';
import { Plain, runAsCommand, step, stepsDone } from '../wasm/toolchain/step.mjs';
import { prepare } from '../web/build/prepare.mjs';
import { ensureChromium } from './browsers/chromium-setup.mjs';
import { ensureEngines } from './browsers/engines-setup.mjs';
import { check } from './check.mjs';
import { fuzz } from './fuzz/fuzz.mjs';

const quick = process.argv.includes('--quick');
const presets = quick ? ['native'] : ['native', 'native-clang', 'sanitize', 'wasm', 'wasm-scalar'];

/** @type {string[]} */
const failures = [];

await runAsCommand(async () => {
  const begin = performance.now();
  const tools = await prepare();
  await (quick ? ensureChromium() : ensureEngines());
  const { bundleAll } = await import('../web/build/bundle-all.mjs');
  await bundleAll();

  await attempt(() => check(tools));
  for (const preset of presets) {
    if (preset === 'native-clang' && !tools.inRoot && !onPath('clang++')) {
      console.log('– native-clang left out: no clang++ on PATH');
    } else {
      await attempt(() => test(tools, preset));
    }
  }
  if (!quick) await attempt(() => fuzz(tools, { calls: 1000, seed: 1 }));
  await attempt(() =>
    step(
      'test the build, the API and the widgets',
      ['node', '--test', '--test-concurrency=2', '--test-reporter=spec', ...testFiles()],
      { show: true },
    ),
  );

  console.log('\nSlowest steps:');
  for (const { title, seconds } of [...stepsDone]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 8)) {
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${title}`);
  }
  const total = ((performance.now() - begin) / 1000).toFixed(0);
  if (failures.length > 0) throw new Plain(`${failures.join('\n')}\nFailed after ${total} s.`);
  console.log(`\nAll tests passed in ${total} s.`);
});

/** @param {() => Promise<void>} run */
async function attempt(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Plain)) throw error;
    failures.push(error.message);
  }
}

const notQuick = /^(engines|long|hostile|faults|consumers|complaints)\b/;

// Node 20 takes no patterns after --test.
function testFiles() {
  return readdirSync(join(project, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .filter((name) => !quick || !(name.includes('.slow.') || notQuick.test(name)))
    .map((name) => join('tests', name))
    .sort();
}
