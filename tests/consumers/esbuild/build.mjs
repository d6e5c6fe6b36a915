import { cpSync } from 'node:fs';
import { build } from 'esbuild';

for (const entry of ['main.js', 'named.js']) {
  await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    outdir: 'dist',
    logLevel: 'warning',
  });
}
cpSync('public', 'dist', { recursive: true });
