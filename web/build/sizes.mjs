// `npm run sizes`: measures what a reader's browser loads, and writes it into README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain, runAsCommand } from '../../wasm/toolchain/step.mjs';
import { prepare } from './prepare.mjs';

/** What stands between the two is written by this command. */
export const sizesInReadme = /(<!-- sizes[^>]* -->\n)([\s\S]*?)(<!-- \/sizes -->)/;

/**
 * Each in one file, with brotli.
 * @returns {Promise<{ name: string, bytes: number }[]>}
 */
export async function measureSizes() {
  // These need the npm packages, which the command may have to install first.
  const { brotli } = await import('./brotli.mjs');
  const { bundleCoreAlone, bundleSingleElement } = await import('./bundle.mjs');
  const { widgets } = await import('./widgets.mjs');
  const sizes = [];
  for (const widget of widgets()) {
    const bytes = brotli(await bundleSingleElement(widget));
    sizes.push({ name: `\`<${widget.tag}>\` alone`, bytes });
  }
  /** @param {string} name */
  const shipped = (name) => brotli(readFileSync(join(project, 'dist', name)));
  return [
    ...sizes,
    { name: '`activation-widgets.js`: everything', bytes: shipped('activation-widgets.js') },
    { name: '`core.js`: the numbers alone', bytes: brotli(await bundleCoreAlone()) },
    { name: '`core.wasm`', bytes: shipped('core.wasm') },
  ];
}

/** @param {{ name: string, bytes: number }[]} sizes */
function toTable(sizes) {
  const rows = [
    ['one file, with what it needs', 'kB with brotli'],
    ...sizes.map(({ name, bytes }) => [name, (bytes / 1000).toFixed(1)]),
  ];
  const [left, right] = [0, 1].map((i) => Math.max(...rows.map((row) => row[i].length)));
  const lines = rows.map(([name, size]) => `| ${name.padEnd(left)} | ${size.padStart(right)} |`);
  lines.splice(1, 0, `| ${'-'.repeat(left)} | ${'-'.repeat(right - 1)}: |`);
  return `\n${lines.join('\n')}\n\n`;
}

async function writeSizes() {
  await prepare();
  const { bundleAll } = await import('./bundle-all.mjs');
  await bundleAll();
  const table = toTable(await measureSizes());
  const file = join(project, 'README.md');
  const text = readFileSync(file, 'utf8');
  if (!sizesInReadme.test(text)) throw new Plain('README.md has no place for the sizes');
  writeFileSync(
    file,
    text.replace(sizesInReadme, (_, begin, _old, end) => begin + table + end),
  );
  console.log(table);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsCommand(writeSizes);
