// What a minifier of JavaScript cannot make smaller in the sources, because it does not know what it
// means: style sheets in templates, and properties that do no more than mirror their attribute.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { project } from '../../wasm/toolchain/places.mjs';

/** A template without expressions that is called a style. */
const styles = /(\b\w*[sS]tyle = )`([^`$]*)`/g;

/**
 * `get x() { return this.read('x') }` and its setter. `AttributeElement` makes those anew from the
 * list of attributes; in the sources they stand for readers, types and documentation.
 */
const mirrors =
  /^ {2}get (\w+)\(\) \{\n {4}return this\.read\('([\w-]+)'\);\n {2}\}\n {2}set \1\(value\) \{\n {4}this\.write\('\2', value\);\n {2}\}\n/gm;

/** @type {import('esbuild').Plugin} */
export const condensePlugin = {
  name: 'condense the sources',
  setup(build) {
    build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (!path.startsWith(join(project, 'web/'))) return undefined;
      const source = readFileSync(path, 'utf8').replace(mirrors, '');
      const sheets = await Promise.all(
        Array.from(source.matchAll(styles), ([, , css]) =>
          esbuild.transform(css, { loader: 'css', minify: true }),
        ),
      );
      const contents = source.replace(styles, (_, before) => {
        return before + JSON.stringify(sheets.shift()?.code.trim());
      });
      return { contents };
    });
  },
};
