// Installs what a folder's package-lock.json names, when it is not what was installed there last.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './places.mjs';
import { step } from './step.mjs';

/** The project's own. */
export const npmPackages = () => installLocked(project, 'the npm packages');

/**
 * @param {string} folder
 * @param {string} purpose for the progress line
 * @param {...string} flags for npm
 */
export async function installLocked(folder, purpose, ...flags) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  if (!String(lock).includes('"node_modules/')) return;
  const marker = join(folder, 'node_modules/.installed-lock');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  await step(`install ${purpose}`, ['npm', 'ci', '--no-audit', '--no-fund', ...flags], {
    cwd: folder,
    missing: 'It needs npm and its registry; set a mirror with `npm config set registry <url>`.',
  });
  writeFileSync(marker, hash);
}
