// The package's type declarations: tsc's from the JSDoc of the sources, one file per element with
// what the manifest knows, and one small file per entry that refers to them.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from '../../../wasm/toolchain/places.mjs';
import { step } from '../../../wasm/toolchain/step.mjs';
import { elementsByTag, elementTypes } from './element-types.mjs';
import { frameworkTypes } from './framework-types.mjs';

/** @typedef {import('./manifest.mjs').ElementDeclaration} ElementDeclaration */

/**
 * @param {string} folder
 * @param {ElementDeclaration[]} elements
 */
export async function writeDeclarations(folder, elements) {
  await step('write the type declarations', [
    ...['node', 'node_modules/typescript/bin/tsc'],
    ...['-p', 'web/build/describe/tsconfig.declarations.json'],
    ...['--outDir', join(folder, 'types')],
  ]);
  // Emscripten wrote these itself; tsc refers to declaration files but does not copy them.
  mkdirSync(join(folder, 'types/build/wasm'), { recursive: true });
  for (const name of ['core.inline.d.ts', 'activations.inline.d.ts']) {
    copyFileSync(join(project, 'build/wasm', name), join(folder, 'types/build/wasm', name));
  }
  const texts = { ...typesByElement(elements), ...entryDeclarations(elements) };
  for (const [name, text] of Object.entries(texts)) {
    const file = join(folder, `${name}.d.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text.trim()}\n`);
  }
  // For those who import a framework's types in a script that is run.
  writeFileSync(join(folder, 'frameworks/types.js'), 'export {};\n');
}

/** @param {ElementDeclaration[]} elements @returns {Record<string, string>} */
const typesByElement = (elements) => ({
  ...Object.fromEntries(
    elements.map((element) => [
      `types/elements/${element.tagName}`,
      elementTypes(element, `../web/widgets/${element.tagName}/${element.tagName}.js`),
    ]),
  ),
  'types/elements/index': elementsByTag(elements),
  ...Object.fromEntries(
    Object.entries(frameworkTypes).map(([name, text]) => [`frameworks/${name}`, text]),
  ),
});

/** @param {ElementDeclaration[]} elements @returns {Record<string, string>} */
function entryDeclarations(elements) {
  const core = "export * from './types/web/core/index.js';";
  return {
    index: [
      "export { define } from './types/web/shared/define.js';",
      ...elements.map((element) => exportClass('.', element)),
      ...elements.map(({ tagName }) => `export type * from './types/elements/${tagName}.js';`),
    ].join('\n'),
    define: [...elements.map(importElement), 'export {};'].join('\n'),
    core,
    'core.external': core,
    ...Object.fromEntries(
      elements.map((element) => [
        `elements/${element.tagName}`,
        [
          importClass(element),
          exportClass('..', element),
          `export type * from '../types/elements/${element.tagName}.js';`,
          tagTypes(element),
        ].join('\n'),
      ]),
    ),
  };
}

/** @param {ElementDeclaration} element */
const importElement = ({ tagName }) => `import './elements/${tagName}.js';`;

/** @param {ElementDeclaration} element */
const classFile = ({ tagName }) => `types/web/widgets/${tagName}/${tagName}.js`;

/**
 * @param {string} up
 * @param {ElementDeclaration} element
 */
const exportClass = (up, element) =>
  `export { ${element.name} } from '${up}/${classFile(element)}';`;

/** @param {ElementDeclaration} element */
const importClass = (element) => `import type { ${element.name} } from '../${classFile(element)}';`;

/** @param {ElementDeclaration} element */
const tagTypes = ({ tagName, name }) => `
declare global {
  interface HTMLElementTagNameMap {
    '${tagName}': ${name};
  }
}`;
