// A stranger with a blog post follows the README, and nothing else, to a working explorer.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../browsers/chromium.mjs';
import { hear } from '../browsers/hear.mjs';
import { pack } from '../packing/pack.mjs';
import { visit } from './visit.mjs';

const readme = readFileSync('README.md', 'utf8');

/**
 * A block of code in a section of the README.
 * @param {string} section
 * @param {string} language
 */
function block(section, language) {
  const [, text] = readme.split(`\n## ${section}\n`);
  const [, code] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  return code;
}

/** What the README's commands do where the package has not been published yet, as it says itself. */
const commands = (/** @type {string} */ tarball) =>
  block('Put it in a page', 'sh').replace('install activation-widgets', `install ${tarball}`);

const post = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Why a gate?</title><link rel="icon" href="data:,"></head>
<body>
<article>
<h1>Why a gate?</h1>
<p>Neural networks bend lines.</p>
<!-- here -->
</article>
</body>
</html>
`;

test("from a post's HTML in an empty folder to an explorer that answers, timed", async (t) => {
  const { tarball } = await pack('stranger');
  const folder = mkdtempSync(join(tmpdir(), 'post-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'post.html'), post);

  const begin = performance.now();
  for (const command of commands(tarball).trim().split('\n')) {
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, `${command}: ${stderr}`);
  }
  const html = post.replace('<!-- here -->', () => block('Put it in a page', 'html'));
  writeFileSync(join(folder, 'post.html'), html);
  const installed = performance.now();

  const browser = await launchChromium();
  t.after(() => browser.close());
  const opened = performance.now();
  const { page, problems } = await visit(browser, pathToFileURL(join(folder, 'post.html')).href);
  const slider = page.getByRole('slider', { name: 'x' });
  await slider.press('ArrowRight');
  await hear(slider, /^x = 0\.60, GELU 0\.435.*ReLU 0\.600/);
  const end = performance.now();
  const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(1);
  console.log(
    `A stranger's path: ${seconds(installed - begin)} s of commands, and ${seconds(end - opened)} s from opening the post to an answer`,
  );
  assert.ok(await page.getByText('Neural networks bend lines.').isVisible());
  assert.deepEqual(problems, []);
  assert.ok(end - begin < 60_000, `${seconds(end - begin)} s; a minute is the most`);

  const code = `${block('Use it in a project', 'js')}\nconsole.log(core.evaluate('relu', Float32Array.of(2)).value[0]);`;
  writeFileSync(join(folder, 'project.mjs'), code);
  const { stdout, stderr } = spawnSync(process.execPath, ['project.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.deepEqual(
    { stdout, stderr },
    { stdout: '2\n', stderr: '' },
    'the code for a project runs',
  );
});
