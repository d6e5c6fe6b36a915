// webpack 5 with its own defaults: nothing is set for the package.
import { cpSync } from 'node:fs';
import webpack from 'webpack';

webpack(
  {
    mode: 'production',
    context: import.meta.dirname,
    entry: { main: './main.js', named: './named.js' },
  },
  (error, stats) => {
    if (error) throw error;
    const { errors, warnings } = stats.toJson();
    for (const { message } of [...errors, ...warnings]) console.error(message);
    process.exitCode = errors.length + warnings.length;
    cpSync('public', 'dist', { recursive: true });
  },
);
