import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

test('users of packages with WebAssembly and custom elements complain of twenty things, and each is a test here', () => {
  const titles = readdirSync('tests/complaints')
    .filter((name) => name.endsWith('.test.mjs'))
    .flatMap((name) => [
      ...readFileSync(join('tests/complaints', name), 'utf8').matchAll(
        /^test\(\s*['"]complaint (\d+), /gm,
      ),
    ])
    .map(([, number]) => Number(number))
    .sort((a, b) => a - b);
  assert.deepEqual(
    titles,
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
});
