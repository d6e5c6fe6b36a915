// What the figures were measured on.
import { cpus, loadavg, release, type } from 'node:os';

/**
 * @param {string} browser
 * @param {string[]} versions of what ran outside the browser
 */
export function machine(browser, versions) {
  const all = cpus();
  return [
    `${all.length} × ${all[0]?.model.trim() || 'unknown processor'}`,
    `${type()} ${release()}`,
    // Above 1 before the run begins, something else was at work, and medians are low.
    `load ${loadavg()[0].toFixed(1)}`,
    `Chromium ${browser}`,
    `Node ${process.versions.node}`,
    ...versions,
  ];
}
