// What the figures were measured on.
import { cpus, release, type } from 'node:os';

/**
 * @param {string} browser
 * @param {string[]} versions of what ran outside the browser
 */
export function machine(browser, versions) {
  const all = cpus();
  return [
    `${all.length} × ${all[0]?.model.trim() || 'unknown processor'}`,
    `${type()} ${release()}`,
    `Chromium ${browser}`,
    `Node ${process.versions.node}`,
    ...versions,
  ];
}
