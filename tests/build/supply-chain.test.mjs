// What is shipped holds nothing that nobody has vouched for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bundleClassic } from '../../web/build/bundle.mjs';
import { banner, bundled, licencesFile } from '../../web/build/licences.mjs';

const json = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

test('every package that ends up in the bundle is listed with its licence, and no other', async () => {
  const { metafile } = await bundleClassic('build/licences');
  const packages = new Set(
    Object.values(/** @type {any} */ (metafile).outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1])
      .filter(Boolean),
  );
  const listed = bundled.filter(({ text }) => text.startsWith('node_modules/'));
  assert.deepEqual([...packages].sort(), listed.map(({ name }) => name).sort());
  for (const { name, licence } of listed) {
    assert.equal(json(`node_modules/${name}/package.json`).license, licence, name);
  }
});

test('the classic script names the licences of what it holds, and the texts lie beside it', () => {
  for (const folder of ['dist', 'dist/site']) {
    assert.ok(readFileSync(`${folder}/activation-widgets.js`, 'utf8').startsWith(banner), folder);
    const texts = readFileSync(`${folder}/${licencesFile}`, 'utf8');
    for (const { name, licence, text } of bundled) {
      assert.ok(banner.includes(`${name} (${licence})`));
      assert.ok(texts.includes(readFileSync(text, 'utf8').trim()), `${name} in ${folder}`);
    }
  }
});

test('there is no run-time dependency', () => {
  const { dependencies, peerDependencies, optionalDependencies } = json('package.json');
  assert.deepEqual(
    [dependencies, peerDependencies, optionalDependencies],
    [undefined, undefined, undefined],
  );
});
