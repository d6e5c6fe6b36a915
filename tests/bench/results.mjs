// Medians and ratios as tables, in Markdown that also reads well in a terminal.
import { goals } from './goals.mjs';

/**
 * @typedef {import('./rounds.mjs').Measured} Measured
 * @typedef {import('./rounds.mjs').Runner} Runner
 */

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Three digits and a unit: 640 k, 1.55 M, 42.0 G.
 * @param {number} value
 */
export function short(value) {
  const step = Math.min(3, Math.max(0, Math.floor(Math.log10(value) / 3)));
  return `${digits(value / 1000 ** step)} ${['', 'k', 'M', 'G'][step]}`.trim();
}

/** @param {number} value */
const digits = (value) =>
  value >= 100 ? value.toFixed(0) : value.toPrecision(value < 0.1 ? 2 : 3);

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((w, i) => `${'-'.repeat(w + 1)}${i ? ':' : '-'}`).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Ratios of two lists of rates, round by round. */
const ratios = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a.map((x, i) => x / b[i]);

/**
 * Whose speed the others are compared with.
 * @param {Measured} measured
 */
const oursIn = ({ runners }) => runners.find(({ entry }) => entry.id === 'ours');

/** @param {Measured} measured */
export function workloadTable(measured) {
  const { workload, runners, peaks, refused } = measured;
  const ours = oursIn(measured);
  const rows = runners.map(({ entry, rates, difference }) => [
    entry.label,
    short(median(rates)),
    short(Math.max(...rates)),
    ours ? digits(median(ratios(ours.rates, rates))) : '–',
    workload.flops ? digits(median(ratios(rates, peaks)) * workload.flops) : '–',
    difference.toExponential(0),
  ]);
  const head = ['', 'median', 'best', 'ours ÷ it', 'of the peak', 'off the reference'];
  return [
    `## ${workload.id}: ${workload.title}, ${workload.unit}`,
    '',
    table(head, rows),
    ...refused.map((line) => `\nNot timed: ${line}`),
  ].join('\n');
}

/**
 * @param {number} found
 * @param {number} goal
 * @param {string} unit
 */
export const atMostRow = (found, goal, unit) => [
  `${goal}${unit}`,
  `${digits(found)}${unit}`,
  found <= goal ? '✓' : `short by ${digits(found / goal)}×`,
];

/**
 * @param {Measured[]} all
 * @returns {string[][]} label, goal, measured, verdict
 */
export function goalRows(all) {
  return goals.flatMap((goal) => {
    const measured = all.find(({ workload }) => workload.id === goal.workload);
    const ours = measured?.runners.find(({ entry }) => entry.id === (goal.ours ?? 'ours'));
    if (!measured || !ours) return [];
    const { workload, runners, peaks } = measured;
    const rivals = runners.filter(({ entry }) => goal.against?.includes(entry.id));
    if (goal.against && rivals.length === 0) return [];
    const reached = goal.against
      ? median(ours.rates.map((rate, i) => rate / Math.max(...rivals.map((r) => r.rates[i]))))
      : median(ratios(ours.rates, peaks)) * workload.flops;
    const times = goal.against ? '×' : '';
    const verdict = reached >= goal.atLeast ? '✓' : `short by ${digits(goal.atLeast / reached)}×`;
    const label = `${goal.workload} against ${goal.label}`;
    return [[label, `${goal.atLeast}${times}`, `${digits(reached)}${times}`, verdict]];
  });
}

/**
 * @param {import('./frames.mjs').Frames} frames
 * @returns {string}
 */
export function framesNote(frames) {
  const { rate, idleRate, bare, idle, main, own, script, painting, longest, rest, side, updates } =
    frames;
  const rows = [
    ['the page’s thread without widgets', bare],
    ['the page’s thread before training', idle],
    ['the page’s thread while training', main],
    ['that, less what it does without widgets', own],
    ['scripts alone', script],
    ['other threads, painting without a GPU', painting],
    ['the longest task', longest],
  ].map(([label, time]) => [String(label), `${Number(time).toFixed(1)} ms`]);
  return [
    '## F: three decision boundaries of 600 × 600 at ratio 2 train, processor time a frame',
    '',
    table(['', 'a frame'], rows),
    '',
    `By the clock: ${rate.toFixed(0)} frames a second, ${idleRate.toFixed(0)} before training. Grid of ${side} × ${side}, ${updates} updates; at rest, ${rest} frames until every device pixel was evaluated.\n`,
  ].join('\n');
}
