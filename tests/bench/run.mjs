// `npm run bench`: everything that is compared, in one page of a real Chromium and in one Python
// process, in turns. Prints tables and writes them to results.md.
//   --quick       fewer and shorter rounds, and results.md stays as it is
//   --only A,B    these workloads: A, B, C, D (`D tanh` for one function), E, F (frames),
//                 W (widgets)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../wasm/toolchain/cmake.mjs';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain, runAsCommand } from '../../wasm/toolchain/step.mjs';
import { prepare } from '../../web/build/prepare.mjs';
import { ensureChromium } from '../browsers/chromium-setup.mjs';
import { contestants } from './contestants/list.mjs';
import { measureFrames } from './frames.mjs';
import { frameGoals, readyGoal } from './goals.mjs';
import { machine } from './machine.mjs';
import { startNative } from './native.mjs';
import { bundleContestants, bundles, installPeers } from './peers.mjs';
import { ensurePython } from './python-setup.mjs';
import {
  atMostRow,
  framesNote,
  goalRows,
  median,
  short,
  table,
  workloadTable,
} from './results.mjs';
import { measure } from './rounds.mjs';
import { widgetReady } from './widget-ready.mjs';
import { workloads } from './workloads.mjs';

const quick = process.argv.includes('--quick');
const effort = quick ? { rounds: 5, seconds: 0.03 } : { rounds: 21, seconds: 0.06 };
const at = process.argv.indexOf('--only');
const only = at > 0 ? process.argv[at + 1].split(',') : undefined;

const head = `# Speed

Made by \`npm run bench\`. All contestants take turns, ${effort.rounds} rounds of about ${effort.seconds * 1000} ms each; ratios are
medians of the ratios within a round. Every contestant starts from the same weights and data and is
checked against a reference in doubles before it is timed. Page contestants run in one page on one
thread, native ones on one thread. “Of the peak” counts 6 floating-point operations a weight and sample
for training, 2 for inference.
`;

const notes = `## Notes

${contestants.flatMap(({ label, note }) => (note ? [`- ${label}: ${note}.`] : [])).join('\n')}
`;

await runAsCommand(async () => {
  const chosen = workloads().filter(({ id }) => !only || only.includes(id) || only.includes(id[0]));
  if (chosen.length === 0 && !only?.some((id) => 'FW'.includes(id))) {
    throw new Plain(`--only: no workload "${only}"; there are A, B, C, D, E, F and W`);
  }
  await build(await prepare(), 'wasm', ['bench']);
  await ensureChromium();
  await installPeers();
  await ensurePython();
  const inPage = contestants.filter(({ where }) => where === 'page');
  await bundleContestants(inPage.map(({ id }) => id));
  const { bundleClassic, bundleModules } = await import('../../web/build/bundle.mjs');
  await bundleModules(join(bundles, 'dist'));
  await bundleClassic(join(bundles, 'dist'));
  const report = await race(chosen);
  if (!quick && !only) writeFileSync(join(project, 'tests/bench/results.md'), report);
});

/**
 * @param {import('./workloads.mjs').Workload[]} chosen
 * @returns {Promise<string>} the report
 */
async function race(chosen) {
  const { launchChromium } = await import('../browsers/chromium.mjs');
  const { serve } = await import('../browsers/serve.mjs');
  const server = await serve(project);
  const browser = await launchChromium();
  const native = startNative();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}build/bench/page.html`, { waitUntil: 'load' });
    const { present, versions } = await nativeContestants(native);
    const entries = contestants.filter(({ id, where }) => where === 'page' || present.has(id));

    /** @type {import('./rounds.mjs').Call} */
    const call = ({ id, where }, method, argument) =>
      where === 'native'
        ? native.call(id, method, argument)
        : page.evaluate((it) => /** @type {any} */ (globalThis).call(it), {
            contestant: id,
            method,
            argument,
          });

    const description = machine(browser.version(), versions).join(' · ');
    const parts = [`${description}\n`];
    console.log(`\n${description}`);
    const measured = [];
    for (const workload of chosen) {
      measured.push(await measure(workload, entries, call, effort));
      parts.push(`${workloadTable(measured[measured.length - 1])}\n`);
      console.log(`\n${parts[parts.length - 1]}`);
    }
    const rows = goalRows(measured);
    if (!only || only.includes('W')) {
      const waits = await widgetReady(browser, server.url, effort.rounds);
      rows.push([`W: ${readyGoal.label}`, ...atMostRow(median(waits), readyGoal.atMost, ' ms')]);
    }
    if (!only || only.includes('F')) {
      const frames = await measureFrames(
        browser,
        server.url,
        'build/bench/dist/activation-widgets.js',
      );
      for (const { of, label, atMost, unit } of frameGoals)
        rows.push([`F: ${label}`, ...atMostRow(frames[of], atMost, unit)]);
      parts.push(framesNote(frames));
      console.log(`\n${parts[parts.length - 1]}`);
    }
    const goals = `## Goals\n\n${table(['', 'goal', 'measured', ''], rows)}\n\n${peakLine(measured)}\n`;
    console.log(`\n${goals}`);
    return `${head}\n${[parts[0], goals, ...parts.slice(1), notes].join('\n')}`;
  } finally {
    native.close();
    await browser.close();
    await server.close();
  }
}

/**
 * @param {ReturnType<typeof startNative>} native
 * @returns {Promise<{ present: Set<string>, versions: string[] }>}
 */
async function nativeContestants(native) {
  const present = new Set();
  const versions = [];
  for (const { id, label, where } of contestants) {
    if (where === 'page') continue;
    try {
      versions.push(await native.call(id, 'version', {}));
      present.add(id);
    } catch (error) {
      const reason = /** @type {Error} */ (error).message;
      console.log(`– ${label} left out (${reason}); on Debian: apt install python3-torch`);
    }
  }
  return { present, versions };
}

/** @param {import('./rounds.mjs').Measured[]} measured */
function peakLine(measured) {
  const peaks = measured.flatMap((one) => one.peaks);
  return peaks.length > 0
    ? `The f32x4 multiply-add peak in this run: ${short(median(peaks))}FLOP/s.`
    : '';
}
