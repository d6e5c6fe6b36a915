// The bundles that are shipped, by esbuild.
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { project } from '../../wasm/toolchain/places.mjs';
import { entries, entryPlugin } from './entries.mjs';
import { inlineWasmPlugin } from './inline-wasm.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: project,
  bundle: true,
  minify: true,
  target: 'es2022',
  drop: ['debugger'],
  logLevel: 'warning',
  legalComments: 'none',
  plugins: [entryPlugin(project), inlineWasmPlugin],
};

/** No module has a URL of its own in a classic script; Emscripten's glue does without. */
const classicOptions = /** @type {const} */ ({
  format: 'iife',
  define: { 'import.meta.url': 'undefined' },
});

/**
 * The ES modules of the package. They share chunks, so that a page with several of them loads the
 * core once.
 * @param {string} folder
 */
export const bundleModules = (folder) =>
  esbuild.build({
    ...common,
    format: 'esm',
    splitting: true,
    entryPoints: Object.keys(entries())
      .filter((name) => name !== 'classic')
      .map((name) => ({ in: `entry:${name}`, out: name })),
    chunkNames: 'chunks/[name]-[hash]',
    outdir: folder,
  });

/**
 * The headless API with its wasm in a file beside it.
 * @param {string} folder
 */
export const bundleExternalCore = (folder) =>
  esbuild.build({
    ...common,
    format: 'esm',
    entryPoints: [{ in: 'entry:core', out: 'core.external' }],
    outdir: folder,
    plugins: [
      ...(common.plugins ?? []),
      {
        name: 'external wasm',
        setup(build) {
          build.onResolve({ filter: /\/core\.inline\.js$/ }, () => ({
            path: join(project, 'build/wasm/core.external.js'),
          }));
        },
      },
    ],
  });

/**
 * The script for `<script src>`, a CDN and `file://`.
 * @param {string} folder
 */
export const bundleClassic = (folder) =>
  esbuild.build({
    ...common,
    ...classicOptions,
    entryPoints: [{ in: 'entry:classic', out: 'activation-widgets' }],
    outdir: folder,
  });

/**
 * A page's own scripts, as classic ones, and style sheets.
 * @param {string[]} files
 * @param {string} folder
 */
export const bundleForPage = (files, folder) =>
  esbuild.build({
    ...common,
    ...classicOptions,
    entryPoints: files,
    outdir: folder,
    entryNames: '[name]',
  });

/**
 * One element with everything it needs in one file, as a reader of a page with one widget loads it.
 * @param {string} tag
 * @returns {Promise<Uint8Array>}
 */
export async function bundleSingleElement(tag) {
  const { outputFiles } = await esbuild.build({
    ...common,
    format: 'esm',
    entryPoints: [`entry:elements/${tag}`],
    write: false,
    outfile: 'element.js',
  });
  return outputFiles[0].contents;
}
