// What the tests have counted, kept for the table that `npm run robustness` writes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';

const folder = join(project, 'build/robustness');

/**
 * @param {string} name of a line of the table
 * @param {Record<string, unknown>} figures
 */
export function record(name, figures) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(figures));
}

/** @returns {Record<string, any>} by name */
export const recorded = () =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.replace('.json', ''),
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      ]),
  );
