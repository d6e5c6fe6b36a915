// The widgets are the folders under web/widgets/: a new one needs no entry in any list.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain } from '../../wasm/toolchain/step.mjs';

/** @typedef {{ tag: string, className: string, file: string }} Widget */

/** @returns {Widget[]} `file` is relative to the project */
export function widgets() {
  return readdirSync(join(project, 'web/widgets'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: tag }) => {
      const file = `web/widgets/${tag}/${tag}.js`;
      if (!existsSync(join(project, file))) {
        throw new Plain(
          `web/widgets/${tag}: a widget's class must be in ${file}, which is missing`,
        );
      }
      return { tag, className: pascalCase(tag), file };
    })
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

/** @param {string} tag */
const pascalCase = (tag) => tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
