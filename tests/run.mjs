// `npm test`: sets up what is missing, builds, and runs every test. Set-up and build failures end
// it; of the rest everything is run, and the failures are listed at the end.
// `npm run test:quick` is for daily work: checks, the core as the machine's own compiler makes it,
// and the tests of the API and of each widget by itself, in Chromium. It leaves out the other
// compilers and engines, fuzzing, long runs, the package's consumers, pages around the widgets, and
// whatever has `.slow.` in its name.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, test } from '../wasm/toolchain/cmake.mjs';
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

/** Milliseconds a file of tests may take. Early versions of Node 20 have no such limit. */
const [major, minor] = process.versions.node.split('.').map(Number);
const limit = major > 20 || minor >= 11 ? ['--test-timeout=1200000'] : [];

const notQuick = new RegExp(
  [
    '^(engines|long|hostile|faults|consumers|complaints)/',
    '^build/(sizes|reproducible|without-simd|supply-chain)',
    '^web/(contract|documentation|embed|frame-work|host-pages|load|manifest|offline|page-|share|theme)',
    '^web/decision-boundary-(import|keep|points|story)',
  ].join('|'),
);

await runAsCommand(async () => {
  const begin = performance.now();
  const tools = await prepare();
  await build(tools, 'wasm', ['engine']); // whose size a test holds
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
  await attempt(() => testInNode());

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

/**
 * The tests of the build, the API and the widgets. A browser on a busy machine stops drawing once in
 * some thousand tests: then the time of its file ends, and that is run once more, alone. Whatever
 * else fails has failed.
 */
async function testInNode() {
  const list = join('build', 'failed-tests.txt');
  mkdirSync('build', { recursive: true });
  /** @param {string} title @param {string[]} files @param {number} at so many at once */
  const run = (title, files, at) =>
    step(title, ['node', '--test', `--test-concurrency=${at}`, ...limit, ...reporters, ...files], {
      show: true,
    });
  const reporters = ['spec', 'tests/failed-files.mjs'].flatMap((reporter, i) => [
    `--test-reporter=${i ? `./${reporter}` : reporter}`,
    `--test-reporter-destination=${i ? list : 'stdout'}`,
  ]);
  try {
    await run('test the build, the API and the widgets', testFiles(), 2);
  } catch (error) {
    const faults = readFileSync(list, 'utf8').split('\n').filter(Boolean);
    if (!faults.length || faults.some((fault) => !fault.startsWith('stalled '))) throw error;
    const names = faults.map((fault) => relative(project, fault.slice('stalled '.length)));
    await run(`test again what stalled: ${names.join(', ')}`, names, 1);
  }
}

// Node 20 takes no patterns after --test.
function testFiles() {
  return readdirSync(join(project, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .filter((name) => !quick || !(name.includes('.slow.') || notQuick.test(name)))
    .map((name) => join('tests', name))
    .sort();
}
