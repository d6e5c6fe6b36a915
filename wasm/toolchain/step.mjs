// Runs a command as a named step: says what is being done and for how long, keeps the output in a
// log, and on failure shows the end of that log and what to do about it.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { project } from './places.mjs';

/** An error a reader can act on; shown as its message, without a stack. */
export class Plain extends Error {}

/** @type {{ title: string, seconds: number }[]} */
export const stepsDone = [];

/**
 * @typedef {object} StepOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {string} [missing] one line for a failure: what may be missing and how to get it
 * @property {boolean} [show] pass the output through instead of keeping it in a log
 */

/**
 * @param {string} title
 * @param {string[]} command
 * @param {StepOptions} [options]
 */
export async function step(title, command, options = {}) {
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  const log = options.show ? undefined : join(project, 'build/logs', `${slug(title)}.log`);
  const progress = log ? showProgress(title, seconds) : plainTitle(title);
  const status = await run(command, options, log, progress.heard);
  progress.stop();
  stepsDone.push({ title, seconds: seconds() });
  if (status === 0) {
    console.log(`✓ ${title} (${seconds().toFixed(1)} s)`);
    return;
  }
  console.error(`✗ ${title} (${seconds().toFixed(1)} s; ${status})\n  ${command.join(' ')}`);
  if (log) {
    const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40);
    console.error(tail.map((line) => `  | ${line}`).join('\n'));
    console.error(`  The whole log: ${relative(process.cwd(), log)}`);
  }
  throw new Plain(`${title}: failed${options.missing ? `. ${options.missing}` : ''}`);
}

/**
 * The output of a command, or undefined where it is missing or fails.
 * @param {string[]} command
 * @returns {Promise<string | undefined>}
 */
export function outputOf([name, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? text : undefined));
  });
}

/**
 * Runs an entry script: a failure ends it with one readable message and status 1.
 * @param {() => Promise<void>} main
 */
export async function runAsCommand(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Plain ? `\n${error.message}` : error);
    process.exit(1);
  }
}

/**
 * @param {string[]} command
 * @param {StepOptions} options
 * @param {string | undefined} log
 * @param {(text: string) => void} heard
 * @returns {Promise<number | string>} 0, or what went wrong
 */
async function run([name, ...args], { env, cwd = project }, log, heard) {
  const child = spawn(name, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', log ? 'pipe' : 'inherit', log ? 'pipe' : 'inherit'],
  });
  /** @type {Promise<number | string>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? `ended by ${signal}`));
  });
  if (!log) return ended;
  mkdirSync(join(log, '..'), { recursive: true });
  const file = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.pipe(file, { end: false });
    stream?.on('data', (data) => heard(String(data)));
  }
  const status = await ended;
  file.end();
  await finished(file);
  return status;
}

/**
 * A line with the time and the newest line of output: rewritten on a terminal, else every 15 s.
 * @param {string} title
 * @param {() => number} seconds
 */
function showProgress(title, seconds) {
  const terminal = process.stdout.isTTY;
  let newest = '';
  if (!terminal) console.log(`• ${title}`);
  const timer = setInterval(
    () => {
      const line = `• ${title} … ${seconds().toFixed(0)} s  ${newest}`;
      if (terminal) process.stdout.write(`\r\x1b[K${line.slice(0, process.stdout.columns - 1)}`);
      else console.log(line.slice(0, 160));
    },
    terminal ? 500 : 15_000,
  );
  return {
    /** @param {string} text */
    heard(text) {
      newest = text.trimEnd().split('\n').at(-1)?.trim() || newest;
    },
    stop() {
      clearInterval(timer);
      if (terminal) process.stdout.write('\r\x1b[K');
    },
  };
}

/** @param {string} title */
function plainTitle(title) {
  console.log(`• ${title}`);
  return { heard() {}, stop() {} };
}

/** @param {string} title */
const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
