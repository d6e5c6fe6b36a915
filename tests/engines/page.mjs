// A widget's example page with an ear for errors in it, in a folder from which the built script is
// found over http and on a disk alike; and one engine to open it in.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { project } from '../../wasm/toolchain/places.mjs';
import { launch } from '../browsers/engines.mjs';
import { serve } from '../browsers/serve.mjs';

const folder = 'build/pages/engines';

/** Errors of any kind end up in `window.problems`. Not every engine tells them to its driver. */
const ear = `<script>
  window.problems = [];
  addEventListener('error', ({ message }) => problems.push(String(message)), true);
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  const { error } = console;
  console.error = (...told) => { problems.push(told.join(' ')); error.apply(console, told); };
</script>`;

const server = await serve(project);
after(() => server.close());

/** @param {string} tag @returns {{ http: string, file: string }} */
export function examplePage(tag) {
  const html = readFileSync(join(project, `web/widgets/${tag}/example.html`), 'utf8');
  if (!html.includes('<script')) throw new Error(`${tag}: the example has no script`);
  mkdirSync(join(project, folder), { recursive: true });
  const path = `${folder}/${tag}.html`;
  writeFileSync(
    join(project, path),
    html.replace('<script', () => `${ear}\n<script`),
  );
  return { http: server.url + path, file: pathToFileURL(join(project, path)).href };
}

/** A page with nothing on it, at an address from which modules can be imported. */
export function emptyPage() {
  mkdirSync(join(project, folder), { recursive: true });
  const path = `${folder}/empty.html`;
  writeFileSync(
    join(project, path),
    `<!doctype html><meta charset="utf-8"><title>empty</title><link rel="icon" href="data:,">${ear}`,
  );
  return { url: server.url + path, root: server.url };
}

/** @param {import('../browsers/engines.mjs').Engine['name']} name */
export async function startEngine(name) {
  const engine = await launch(name);
  after(() => engine.close());
  return engine;
}
