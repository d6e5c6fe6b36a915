// Fuzzes every entry of the boundary natively, with libFuzzer, AddressSanitizer and
// UndefinedBehaviorSanitizer.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../wasm/toolchain/cmake.mjs';
import { onPath } from '../../wasm/toolchain/debian.mjs';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain } from '../../wasm/toolchain/step.mjs';
import { toolStep } from '../../wasm/toolchain/toolchain.mjs';
import { record } from '../robustness/figures.mjs';

const program = join(project, 'build/fuzz/tests/fuzz/fuzz_boundary');
const work = join(project, 'build/fuzz-work');

/**
 * @param {import('../../wasm/toolchain/toolchain.mjs').Toolchain} tools
 * @param {object} options
 * @param {number} options.calls of each entry
 * @param {number} [options.seed] 0 takes another one each time
 * @param {string[]} [options.only] these subjects; all where there are none
 */
export async function fuzz(tools, { calls, seed = 0, only = [] }) {
  const lacks = tools.inRoot
    ? undefined
    : process.platform === 'darwin'
      ? 'Apple’s clang has no libFuzzer'
      : onPath('clang++')
        ? undefined
        : 'no clang++ on PATH';
  if (lacks) {
    console.log(`– fuzzing left out: ${lacks}`);
    return;
  }
  await build(tools, 'fuzz', ['fuzz_boundary']);
  const [command, ...rest] = tools.wrap([program, '--list']);
  const names = execFileSync(command, rest, { env: tools.env, encoding: 'utf8' });
  const subjects = [...new Set(names.trim().split('\n'))].sort();
  mkdirSync(work, { recursive: true });
  /** @param {string} subject */
  const one = async (subject) => {
    const report = join(work, `${subject}.json`);
    rmSync(report, { force: true });
    await toolStep(tools, `fuzz ${subject}: ${calls} calls of each entry`, [
      ...[program, `--subject=${subject}`, `--calls=${calls}`, `--report=${report}`],
      ...[`-seed=${seed}`, '-max_len=1000', '-len_control=0', `-artifact_prefix=${work}/`],
    ]);
    record(`fuzz ${subject}`, JSON.parse(readFileSync(report, 'utf8')));
  };
  const queue = subjects.filter((subject) => only.length === 0 || only.includes(subject));
  /** @type {string[]} */
  const failures = [];
  const work_ = async () => {
    for (let subject = queue.shift(); subject; subject = queue.shift()) {
      await one(subject).catch((error) => {
        if (!(error instanceof Plain)) throw error;
        failures.push(error.message);
      });
    }
  };
  await Promise.all([work_(), work_()]);
  if (failures.length > 0) throw new Plain(failures.join('\n'));
}
