import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** @type {{ packages: Record<string, { version?: string, resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }> }} */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('package-lock.json names no registry', () => {
  for (const [name, entry] of Object.entries(packages)) {
    assert.equal(entry.resolved, undefined, name);
  }
});

// npm leaves out packages for other platforms where a mirror lacks them; `npm ci` then fails for
// everyone whose registry has them.
test('package-lock.json has the packages of every platform', () => {
  for (const [owner, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const found = packages[`${owner}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
      assert.ok(found?.version, `${owner} needs an entry for ${name}`);
    }
  }
});
