// Takes turns: every contestant of a workload runs once a round, so that what else the machine does
// meets all of them alike, and only ratios within a round are compared.
import { difference, toleranceOf } from './agreement.mjs';

/**
 * @typedef {import('./workloads.mjs').Workload} Workload
 * @typedef {import('./contestants/list.mjs').Entry} Entry
 * @typedef {(entry: Entry, method: string, argument: object) => Promise<any>} Call
 *
 * @typedef {object} Runner one contestant with its task
 * @property {Entry} entry
 * @property {number} job
 * @property {number} difference from the reference
 * @property {number} times a round
 * @property {number[]} rates units per second, one a round
 *
 * @typedef {object} Measured
 * @property {Workload} workload
 * @property {Runner[]} runners
 * @property {number[]} peaks FLOP/s, one a round
 * @property {string[]} refused why contestants were not timed
 */

/** The peak kernel does 12 chains × 4 lanes × (multiply + add) each time. */
const peakFlops = 96;
/** @type {Entry} */
const peakEntry = { id: 'kernels-shown', label: 'peak', where: 'page' };

let lastJob = 0;

/**
 * @param {Workload} workload
 * @param {Entry[]} entries
 * @param {Call} call
 * @param {{ rounds: number, seconds: number }} effort `seconds` of each turn
 * @returns {Promise<Measured>}
 */
export async function measure(workload, entries, call, { rounds, seconds }) {
  /** @type {Measured} */
  const measured = { workload, runners: [], peaks: [], refused: [] };
  for (const entry of entries) {
    try {
      const runner = await checked(workload, entry, call);
      if (runner) measured.runners.push(runner);
    } catch (error) {
      measured.refused.push(
        `${entry.label}: ${/** @type {Error} */ (error).message.split('\n')[0].replace('page.evaluate: ', '')}`,
      );
    }
  }
  const peak = { entry: peakEntry, job: ++lastJob, difference: 0, times: 1, rates: measured.peaks };
  await call(peakEntry, 'prepare', { job: peak.job, task: { kind: 'peak' } });
  const all = [...measured.runners, peak];
  for (const runner of all) runner.times = await timesFor(runner, call, seconds);
  // The first two rounds are for the engine, which is still compiling.
  for (let round = -2; round < rounds; round++) {
    for (const runner of all) {
      const { entry, job, times } = runner;
      const taken = await call(entry, 'run', { job, times });
      const units = times * (runner === peak ? peakFlops : workload.unitsPerRun);
      if (round >= 0) runner.rates.push(units / taken);
      else runner.times = Math.max(1, Math.round((times * seconds) / taken));
    }
  }
  for (const { entry, job } of all) await call(entry, 'dispose', { job });
  return measured;
}

/**
 * Checks a contestant against the reference and sets up what is timed.
 * @param {Workload} workload
 * @param {Entry} entry
 * @param {Call} call
 * @returns {Promise<Runner | undefined>} undefined: it cannot do this
 */
async function checked(workload, entry, call) {
  const trial = ++lastJob;
  if (!(await call(entry, 'prepare', { job: trial, task: workload.check }))) return undefined;
  await call(entry, 'run', { job: trial, times: workload.checkRuns });
  const found = difference(workload, entry, await call(entry, 'outcome', { job: trial }));
  await call(entry, 'dispose', { job: trial });
  const tolerance = toleranceOf(workload);
  if (!(found <= tolerance)) {
    throw new Error(`is ${found.toExponential(1)} off the reference, more than ${tolerance}`);
  }
  const job = ++lastJob;
  await call(entry, 'prepare', { job, task: workload.task });
  return { entry, job, difference: found, times: 1, rates: [] };
}

/**
 * How often to run a job in one turn of about `seconds`.
 * @param {Runner} runner
 * @param {Call} call
 * @param {number} seconds
 */
async function timesFor({ entry, job }, call, seconds) {
  let times = 1;
  for (;;) {
    const taken = await call(entry, 'run', { job, times });
    if (taken >= seconds / 2) return Math.max(1, Math.round((times * seconds) / taken));
    times = Math.ceil(times * Math.min(8, (0.7 * seconds) / Math.max(taken, 1e-5)));
  }
}
