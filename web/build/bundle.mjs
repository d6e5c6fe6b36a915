// The bundles that are shipped, by esbuild and terser.
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { project } from '../../wasm/toolchain/places.mjs';
import { condensePlugin } from './condense.mjs';
import { entries, entryPlugin } from './entries.mjs';
import { gluePlugin } from './glue.mjs';
import { banner } from './licences.mjs';
import { minifyPlugin } from './minify.mjs';

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: project,
  bundle: true,
  minify: true,
  target: 'es2022',
  drop: ['debugger'],
  logLevel: /** @type {const} */ ('warning'),
  legalComments: /** @type {const} */ ('none'),
  plugins: [entryPlugin(project), gluePlugin, condensePlugin, minifyPlugin],
};

/**
 * Puts one file in the place of others.
 * @param {RegExp} filter
 * @param {string} file
 * @returns {import('esbuild').Plugin}
 */
const inPlaceOf = (filter, file) => ({
  name: `${file} in the place of ${filter}`,
  setup(build) {
    build.onResolve({ filter }, () => ({ path: join(project, file) }));
  },
});

/** For what is one file, and has the whole core anyway. */
const coreAlone = inPlaceOf(/\/on-demand\.js$/, 'web/core/at-hand.js');

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
export async function bundleModules(folder) {
  const chunks = await bundleWasm(folder);
  await esbuild.build({
    ...common,
    plugins: [chunks, ...common.plugins],
    format: 'esm',
    splitting: true,
    entryPoints: Object.keys(entries())
      .filter((name) => !['classic', 'scalar'].includes(name))
      .map((name) => ({ in: `entry:${name}`, out: name })),
    chunkNames: 'chunks/[name]-[hash]',
    outdir: folder,
  });
}

/**
 * The wasm builds, each in one file. Left to esbuild, what one module imports at once and another on
 * demand is two files, the second asked for by the first: a reader would wait for one after the other.
 * @param {string} folder
 * @returns {Promise<import('esbuild').Plugin>} for the build of what imports them
 */
async function bundleWasm(folder) {
  const { metafile } = await esbuild.build({
    ...common,
    format: 'esm',
    entryPoints: ['core', 'activations'].map((name) => `build/wasm/${name}.inline.js`),
    entryNames: 'chunks/[name]-[hash]',
    outdir: folder,
    metafile: true,
  });
  const files = Object.keys(metafile.outputs).map((path) => basename(path));
  return {
    name: 'wasm in chunks',
    setup(build) {
      build.onResolve({ filter: /\.inline\.js$/ }, ({ path, kind }) => {
        const file = files.find((name) => name.startsWith(`${basename(path, '.js')}-`));
        // On demand it is imported by what the elements share, a chunk; at once by core.js.
        return {
          path: kind === 'dynamic-import' ? `./${file}` : `./chunks/${file}`,
          external: true,
        };
      });
    },
  };
}

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
    plugins: [...common.plugins, inPlaceOf(/\.inline\.js$/, 'build/wasm/core.external.js')],
  });

/**
 * The script for `<script src>`, a CDN and `file://`, and beside it the core without SIMD.
 * @param {string} folder
 */
export const bundleClassic = (folder) =>
  esbuild.build({
    ...common,
    ...classicOptions,
    plugins: [...common.plugins, coreAlone],
    entryPoints: [
      { in: 'entry:classic', out: 'activation-widgets' },
      { in: 'entry:scalar', out: 'activation-widgets.scalar' },
    ],
    outdir: folder,
    banner: { js: banner },
    metafile: true,
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
    plugins: [],
    entryPoints: files,
    outdir: folder,
    entryNames: '[name]',
  });

/**
 * One element with everything it needs in one file, as a reader of a page with one widget loads it.
 * @param {import('./widgets.mjs').Widget} widget
 */
export async function bundleSingleElement({ tag, className, file }) {
  const { [className]: Class } = await import(pathToFileURL(join(project, file)).href);
  return bundleOneFile(`elements/${tag}`, Class.module);
}

/** The headless API in one file. */
export const bundleCoreAlone = () => bundleOneFile('core', 'core');

/**
 * @param {string} entry
 * @param {string} module which of the wasm builds it needs
 * @returns {Promise<Uint8Array>}
 */
async function bundleOneFile(entry, module) {
  const { outputFiles } = await esbuild.build({
    ...common,
    plugins: [...common.plugins, inPlaceOf(/\.inline\.js$/, `build/wasm/${module}.inline.js`)],
    format: 'esm',
    entryPoints: [`entry:${entry}`],
    write: false,
    outfile: 'one.js',
  });
  return outputFiles[0].contents;
}
