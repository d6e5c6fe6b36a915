import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack, unpack } from '../../web/build/packed-bytes.js';

const everyPair = Uint8Array.from({ length: 1 << 17 }, (_, i) => (i & 1 ? i >> 9 : i >> 1) & 255);

test('unpack gives back what pack took', () => {
  for (const bytes of [new Uint8Array(), Uint8Array.of(0), Uint8Array.of(255), everyPair]) {
    assert.deepEqual(unpack(pack(bytes)), bytes);
  }
});

test('packed bytes mean nothing to JavaScript, HTML or a character set', () => {
  assert.match(pack(everyPair), /^[ !#-;=-[\]-~]*$/);
});
