import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 */

const folders = [
  ...['.', 'tests/bench/peers', 'tests/browsers/engines', 'tests/packing', 'tests/complaints'],
  'tests/editors',
  ...readdirSync('tests/consumers').map((name) => join('tests/consumers', name)),
].filter((folder) => existsSync(join(folder, 'package.json')));

for (const folder of folders) {
  const file = join(folder, 'package-lock.json');
  /** @type {{ packages: Record<string, Entry> }} */
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));

  test(`${file} names no registry`, () => {
    for (const [name, entry] of Object.entries(packages)) {
      assert.equal(entry.resolved, undefined, name);
    }
  });

  test(`${file} has the hash of every package`, () => {
    for (const [name, { integrity, optional }] of Object.entries(packages)) {
      // Optional ones may be for other platforms, which the registry at hand lacks.
      if (name && !optional) assert.match(integrity ?? '', /^sha512-/, name);
    }
  });

  // npm leaves out packages for other platforms where a mirror lacks them; `npm ci` then fails for
  // everyone whose registry has them.
  test(`${file} has the packages of every platform`, () => {
    for (const [owner, entry] of Object.entries(packages)) {
      for (const name of Object.keys(entry.optionalDependencies ?? {})) {
        assert.ok(found(packages, owner, name)?.version, `${owner} needs an entry for ${name}`);
      }
    }
  });

  test(`${join(folder, 'package.json')} asks for exact versions`, () => {
    const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const wanted = { ...facts.dependencies, ...facts.devDependencies };
    for (const [name, version] of Object.entries(wanted)) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    }
  });
}

/**
 * Where Node would look: in the owner's node_modules, and in those above it.
 * @param {Record<string, Entry>} packages
 * @param {string} owner
 * @param {string} name
 * @returns {Entry | undefined}
 */
function found(packages, owner, name) {
  const here = packages[join(owner, 'node_modules', name)];
  if (here || !owner) return here;
  return found(packages, owner.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
}
