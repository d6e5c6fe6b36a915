// One direction: src → wasm → web/core → web/shared → web/widgets → page. Nothing points back.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { project } from '../wasm/toolchain/places.mjs';

const layers = ['web/core', 'web/shared', 'web/widgets', 'web/site'];

const files = layers
  .filter((layer) => existsSync(join(project, layer)))
  .flatMap((layer) =>
    readdirSync(join(project, layer), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(layer, name),
    ),
  )
  .filter((file) => file.endsWith('.js'));

const imports = files.flatMap((file) => {
  const code = readFileSync(join(project, file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
    '',
  );
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier]) => ({
    file,
    target: relative(project, join(project, dirname(file), specifier)),
  }));
});

/** @param {string} file */
const layerOf = (file) => layers.findIndex((layer) => file.startsWith(`${layer}/`));
/** @param {string} file */
const widgetOf = (file) => /^web\/widgets\/([^/]+)/.exec(file)?.[1];

for (const { file, target } of imports) {
  test(`${file} may import ${target}`, () => {
    if (target.startsWith('build/')) return assert.equal(file, 'web/core/wasm.js');
    assert.ok(layerOf(target) >= 0, 'it is outside of the layers');
    assert.ok(layerOf(target) <= layerOf(file), 'it is against the flow');
    if (widgetOf(target))
      assert.ok([widgetOf(file), undefined].includes(widgetOf(target)) || layerOf(file) === 3);
  });
}

test('the numbers know no browser and no Emscripten', () => {
  for (const name of readdirSync(join(project, 'src'))) {
    assert.doesNotMatch(
      readFileSync(join(project, 'src', name), 'utf8'),
      /#include\s*[<"](emscripten|.*\.\.\/)/,
      name,
    );
  }
});
