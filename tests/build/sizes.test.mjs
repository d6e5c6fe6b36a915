import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { measureSizes, sizesInReadme } from '../../web/build/sizes.mjs';

test("the README's sizes are the measured ones within 1 %; `npm run sizes` writes them anew", async () => {
  const [, , table] = sizesInReadme.exec(readFileSync('README.md', 'utf8')) ?? [];
  const written = new Map(
    [...table.matchAll(/^\| (.+?) +\| +([\d.]+) \|$/gm)].map(([, name, size]) => [
      name,
      1000 * Number(size),
    ]),
  );
  const measured = await measureSizes();
  assert.deepEqual(
    [...written.keys()],
    measured.map(({ name }) => name),
  );
  for (const { name, bytes } of measured) {
    const difference = Math.abs(Number(written.get(name)) / bytes - 1);
    assert.ok(difference <= 0.01, `${name}: ${bytes} bytes, the README has ${written.get(name)}`);
  }
});
