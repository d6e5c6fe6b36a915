import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** @param {string} code what an entry script does */
function command(code) {
  const url = new URL('../../wasm/toolchain/step.mjs', import.meta.url).href;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import { Plain, runAsCommand, step } from '${url}';\n${code}`],
    { encoding: 'utf8' },
  );
  return { stdout, stderr, status };
}

test('a step says its title at once and its time at the end, and keeps its output to itself', () => {
  const { stdout, status } = command(
    "await runAsCommand(() => step('a quiet step', ['node', '-p', '\"noise\"']));",
  );
  assert.match(stdout, /^• a quiet step\n✓ a quiet step \(\d+\.\d s\)\n$/);
  assert.equal(status, 0);
});

test('a failed step shows the end of its output, its log and what to do, without a stack', () => {
  const { stderr, status } = command(
    `const fails = ['node', '-e', 'console.log("the reason"); process.exit(3)'];
     await runAsCommand(() => step('a failing step', fails, { missing: 'Get it there.' }));`,
  );
  assert.match(stderr, /✗ a failing step \(.*; 3\)/);
  assert.match(stderr, /\| the reason/);
  assert.match(stderr, /The whole log: build\/logs\/a-failing-step\.log/);
  assert.match(stderr, /a failing step: failed\. Get it there\./);
  assert.doesNotMatch(stderr, /at .*step\.mjs/);
  assert.equal(status, 1);
});

test('a command that does not exist is a failed step, not a crash', () => {
  const { stderr, status } = command(
    "await runAsCommand(() => step('a missing command', ['no-such-command']));",
  );
  assert.match(stderr, /a missing command .*ENOENT/);
  assert.equal(status, 1);
});
