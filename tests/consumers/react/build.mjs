// The page as a server would send it, and the script that takes it over. React's development build
// tells what differs between the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, format: 'esm', jsx: 'automatic', logLevel: 'warning' };
await build({
  ...common,
  entryPoints: ['server.jsx'],
  platform: 'node',
  packages: 'external',
  outfile: 'build/server.mjs',
});
await build({
  ...common,
  entryPoints: ['client.jsx'],
  splitting: true,
  define: { 'process.env.NODE_ENV': '"development"' },
  outdir: 'dist',
});
const { html } = await import('./build/server.mjs');
const page = readFileSync('index.html', 'utf8');
writeFileSync(
  'dist/index.html',
  page.replace('<!-- app -->', () => html),
);
