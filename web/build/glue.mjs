// Makes Emscripten's glue load its wasm as this package does, and drops what it then has no use for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain } from '../../wasm/toolchain/step.mjs';
import { pack } from './packed-bytes.js';

/** @typedef {[what: string, pattern: RegExp, by: string | ((...found: string[]) => string)]} Change */

/**
 * Where the script lies: a bundler would put the path of the machine it runs on there, and neither
 * Babel nor a classic script knows it. @type {Change}
 */
const ownPlace = [
  'asks where it lies',
  /var ([\w$]+)=import\.meta\.url([^;]*);try\{[^{}]*new URL\("\.",\1\)[^{}]*\}catch\{\}/,
  (_, _name, others) => others && `var ${others.slice(1)};`,
];

/** A wasm file begins with "\0asm": AGFzb in base64, which gives way to a shorter form. @type {Change[]} */
const inline = [
  ownPlace,
  [
    'decodes its wasm',
    /[\w$]+\?\?=[\w$]+\("(AGFzb[\w+/]+=*)"\);(a=[\w$]+=\(await )[\w$]+\(a\)/,
    (_, base64, into) =>
      `${into}WebAssembly.instantiate(await Module.wasmBinary??unpack(${JSON.stringify(pack(Buffer.from(base64, 'base64')))}),a)`,
  ],
  [
    'has a table for base64',
    /,([\w$]+)=new Uint8Array\(123\),([\w$]+)=25;\2>=0;--\2\)\1\[48.*?\1\[47\]=63;/,
    ';0;);',
  ],
];

/** Bundlers know the file by the very words `new URL('core.wasm', import.meta.url)`. @type {Change[]} */
const external = [
  ownPlace,
  [
    'fetches its wasm',
    /[\w$]+\?\?=Module\.locateFile\?[^:]*:\((new URL\("core\.wasm",import\.meta\.url\))\)\.href;(a=[\w$]+=\(await )[\w$]+\(a\)/,
    '$2WebAssembly.instantiate(await(Module.wasmBinary??bytesOf($1)),a)',
  ],
];

/** @param {string} path @param {Change[]} changes */
const changed = (path, changes) =>
  changes.reduce(
    (code, [what, pattern, by]) => {
      const { length } = code.match(new RegExp(pattern, 'g')) ?? [];
      if (length !== 1) throw new Plain(`${path} ${what} ${length ?? 0} times, once is expected`);
      return code.replace(pattern, /** @type {string} */ (by));
    },
    readFileSync(path, 'utf8').replaceAll('\n', ''),
  );

/** @param {string} name @param {string} file @param {string} path @param {Change[]} changes */
const withImport = (name, file, path, changes) => ({
  contents: `import { ${name} } from ${JSON.stringify(join(project, file))};\n${changed(path, changes)}`,
});

/** @type {import('esbuild').Plugin} */
export const gluePlugin = {
  name: 'load the wasm',
  setup(build) {
    build.onLoad({ filter: /\.inline\.js$/ }, ({ path }) =>
      withImport('unpack', 'web/build/packed-bytes.js', path, inline),
    );
    build.onLoad({ filter: /core\.external\.js$/ }, ({ path }) =>
      withImport('bytesOf', 'web/core/download.js', path, external),
    );
  },
};
