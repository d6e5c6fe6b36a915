import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEmscripten } from '../../wasm/toolchain/find-emscripten.mjs';

const bare = { debian: false, canUseApt: false, rootReady: false };
const debian = { ...bare, debian: true };
const debianAsRoot = { ...debian, canUseApt: true };

const cases = /** @type {const} */ ([
  ['em++ on PATH', { ...bare, pathVersion: '6.0.5' }, 'path'],
  ['a later major', { ...bare, pathVersion: '10.1.0' }, 'path'],
  [
    'PATH before EMSDK',
    { ...bare, pathVersion: '6.0.5', emsdk: '/e', emsdkVersion: '6.1.0' },
    'path',
  ],
  ['EMSDK', { ...bare, emsdk: '/e', emsdkVersion: '6.0.5' }, 'emsdk'],
  [
    'EMSDK instead of an old em++ on PATH',
    { ...bare, pathVersion: '3.1.6', emsdk: '/e', emsdkVersion: '6.0.5' },
    'emsdk',
  ],
  ['PATH before the Debian root', { ...debianAsRoot, pathVersion: '6.0.5' }, 'path'],
  ['Debian, as root', debianAsRoot, 'debian-root'],
  [
    'Debian, as root, with its own old em++',
    { ...debianAsRoot, pathVersion: '3.1.6' },
    'debian-root',
  ],
  ['Debian, not as root, the root made before', { ...debian, rootReady: true }, 'debian-root'],
  ['Debian, not as root', debian, 'nowhere'],
  ['another system', bare, 'nowhere'],
]);

for (const [name, machine, from] of cases) {
  test(`${name}: ${from}`, () => assert.equal(findEmscripten(machine).from, from));
}

test('what is missing is one line that names the version found and the way to get one', () => {
  /** @param {import('../../wasm/toolchain/find-emscripten.mjs').Machine} machine */
  const reason = (machine) => {
    const source = findEmscripten(machine);
    assert.ok(source.from === 'nowhere');
    return source.reason;
  };
  assert.match(reason(bare), /^Emscripten is missing\..*emsdk install/);
  assert.match(reason({ ...bare, pathVersion: '3.1.6' }), /^Emscripten 3\.1\.6 is too old \(6 or/);
  assert.match(
    reason({ ...bare, emsdk: '/gone' }),
    /^EMSDK is \/gone, which holds no working em\+\+/,
  );
  assert.match(reason(debian), /as root/);
  assert.doesNotMatch(reason(bare), /\n/);
});
