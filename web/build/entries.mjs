// The entry modules of the package, written from the list of widgets.
import { widgets } from './widgets.mjs';

const importDefine = "import { define } from './web/shared/define.js';";
const importCore = "import { loadCore } from './web/core/index.js';";

/** @typedef {import('./widgets.mjs').Widget} Widget */

/** @param {Widget} widget */
const importClass = ({ className, file }) => `import { ${className} } from './${file}';`;

/** @param {Widget} widget */
const register = ({ tag, className }) => `define('${tag}', ${className});`;

/**
 * Module text by name: `index`, `define`, `core`, `elements/<tag>`, and what the scripts for a
 * plain `<script src>` start from: `classic`, and `scalar`, which it fetches where it must.
 * @returns {Record<string, string>}
 */
export function entries() {
  const all = widgets();
  const names = all.map(({ className }) => className);
  const imports = [importDefine, ...all.map(importClass)];
  return {
    index: [...imports, `export { define, ${names.join(', ')} };`].join('\n'),
    define: [...imports, ...all.map(register)].join('\n'),
    core: "export * from './web/core/index.js';",
    scalar: [
      "import createModule from './build/wasm-scalar/core.inline.js';",
      'globalThis.activationWidgetsScalar = createModule;',
    ].join('\n'),
    classic: [
      importCore, // first: code that is alike lies together, and compresses better
      ...imports,
      "import { defineAll } from './web/shared/define.js';",
      "import { expectModule, spare } from './web/core/module.js';",
      "import { besideScript } from './web/core/spare.js';",
      "expectModule('core');", // it is all in this file
      'spare.load = besideScript(globalThis.document?.currentScript);',
      `globalThis.activationWidgets = { define, loadCore, ${names.join(', ')} };`,
      `defineAll({ ${all.map(({ tag, className }) => `'${tag}': ${className}`).join(', ')} });`,
    ].join('\n'),
    ...Object.fromEntries(all.map((widget) => [`elements/${widget.tag}`, element(widget)])),
  };
}

/** @param {Widget} widget */
const element = (widget) =>
  [importDefine, importClass(widget), register(widget), `export { ${widget.className} };`].join(
    '\n',
  );

/**
 * Lets esbuild bundle `entry:<name>`.
 * @param {string} resolveDir
 * @returns {import('esbuild').Plugin}
 */
export const entryPlugin = (resolveDir) => ({
  name: 'entries',
  setup(build) {
    const texts = entries();
    build.onResolve({ filter: /^entry:/ }, ({ path }) => ({
      path: path.slice('entry:'.length),
      namespace: 'entry',
    }));
    build.onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({
      contents: texts[path],
      resolveDir,
    }));
  },
});
