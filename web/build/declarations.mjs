// The package's type declarations: tsc's from the JSDoc of the sources, and one small file per
// entry that refers to them and tells the DOM and JSX about the tags.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { step } from '../../wasm/toolchain/step.mjs';
import { widgets } from './widgets.mjs';

/** @typedef {import('./widgets.mjs').Widget} Widget */

/** @param {string} folder */
export async function writeDeclarations(folder) {
  await step('write the type declarations', [
    ...['node', 'node_modules/typescript/bin/tsc', '-p', 'web/build/tsconfig.declarations.json'],
    ...['--outDir', join(folder, 'types')],
  ]);
  // Emscripten wrote these itself; tsc refers to declaration files but does not copy them.
  mkdirSync(join(folder, 'types/build/wasm'), { recursive: true });
  for (const name of ['core.inline.d.ts', 'activations.inline.d.ts']) {
    copyFileSync(join(project, 'build/wasm', name), join(folder, 'types/build/wasm', name));
  }
  for (const [name, text] of Object.entries(entryDeclarations())) {
    const file = join(folder, `${name}.d.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
}

function entryDeclarations() {
  const all = widgets();
  const core = "export * from './types/web/core/index.js';";
  return {
    index: [
      "export { define } from './types/web/shared/define.js';",
      ...all.map((widget) => exportClass('.', widget)),
    ].join('\n'),
    define: [...all.map((widget) => importElement(widget)), 'export {};'].join('\n'),
    core,
    'core.external': core,
    ...Object.fromEntries(
      all.map((widget) => [
        `elements/${widget.tag}`,
        [importClass(widget), exportClass('..', widget), tagTypes(widget)].join('\n'),
      ]),
    ),
  };
}

/** @param {Widget} widget */
const importElement = ({ tag }) => `import './elements/${tag}.js';`;

/**
 * @param {string} up
 * @param {Widget} widget
 */
const exportClass = (up, { className, file }) =>
  `export { ${className} } from '${up}/types/${file}';`;

/** @param {Widget} widget */
const importClass = ({ className, file }) =>
  `import type { ${className} } from '../types/${file}';`;

/** @param {Widget} widget */
const tagTypes = ({ tag, className }) => `
declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}`;
