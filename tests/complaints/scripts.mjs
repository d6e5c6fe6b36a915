import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every script that is shipped. @returns {{ name: string, text: string }[]} */
export const scripts = () =>
  readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, text: readFileSync(join('dist', name), 'utf8') }));
