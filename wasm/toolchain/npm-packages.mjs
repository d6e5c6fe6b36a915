// Installs node_modules when package-lock.json is not what was installed last.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './places.mjs';
import { step } from './step.mjs';

export async function npmPackages() {
  const marker = join(project, 'node_modules/.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  await step('install the npm packages', ['npm', 'ci', '--no-audit', '--no-fund'], {
    missing: 'It needs npm and its registry; set a mirror with `npm config set registry <url>`.',
  });
  writeFileSync(marker, lock);
}
