import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { serve } from '../browsers/serve.mjs';

const folder = 'build/pages/serve';
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  mkdirSync(`${folder}/inside`, { recursive: true });
  writeFileSync(`${folder}/index.html`, 'page');
  writeFileSync(`${folder}/inside/a.wasm`, 'bytes');
  server = await serve(`${folder}`, { headers: { 'x-policy': 'strict' } });
});
after(() => server.close());

for (const [path, status, type] of /** @type {const} */ ([
  ['', 200, 'text/html; charset=utf-8'],
  ['inside/a.wasm', 200, 'application/wasm'],
  ['inside/a.wasm?version=1', 200, 'application/wasm'],
  ['missing.js', 404, 'text/plain'],
  ['..%2f..%2f..%2fpackage.json', 404, 'text/plain'],
  ['%', 400, 'text/plain'],
])) {
  test(`/${path}: ${status}, ${type}`, async () => {
    const response = await fetch(server.url + path);
    assert.equal(response.status, status);
    assert.equal(response.headers.get('content-type'), type);
    if (status === 200) assert.equal(response.headers.get('x-policy'), 'strict');
  });
}

test('a port that is taken gives way to a free one', async () => {
  const taken = Number(new URL(server.url).port);
  const other = await serve(folder, { port: taken });
  assert.notEqual(other.url, server.url);
  await other.close();
});
