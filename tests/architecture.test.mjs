// One direction: src → wasm → web/core → web/shared → web/widgets → page. Nothing points back.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const layers = ['web/core', 'web/shared', 'web/widgets', 'web/site'];

/** @param {string} file */
const layerOf = (file) => layers.findIndex((layer) => file.startsWith(`${layer}/`));
/** @param {string} file */
const widgetOf = (file) => /^web\/widgets\/([^/]+)/.exec(file)?.[1];
/** @param {string} folder */
const filesOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    : [];

for (const file of layers.flatMap(filesOf).filter((name) => name.endsWith('.js'))) {
  test(`${file} imports only what comes before it`, () => {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    for (const [, specifier] of code.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)/g)) {
      const target = join(dirname(file), specifier);
      const rawBuild =
        target.startsWith('build/wasm/') &&
        ['web/core/on-demand.js', 'web/core/at-hand.js'].includes(file);
      const flows = layerOf(target) >= 0 && layerOf(target) <= layerOf(file);
      const sideways = widgetOf(file) && widgetOf(target) && widgetOf(file) !== widgetOf(target);
      assert.ok((rawBuild || flows) && !sideways, `${target} is against the flow`);
    }
  });
}

test('the numbers know no browser and no Emscripten', () => {
  for (const file of filesOf('src').filter((name) => /\.(h|cpp)$/.test(name))) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /#include\s*[<"](emscripten|\.\.)/, file);
  }
});
