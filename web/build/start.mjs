// `npm start`: build, serve the page, and build again when a source changes.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { runAsCommand } from '../../wasm/toolchain/step.mjs';
import { prepare } from './prepare.mjs';
import { serve } from './serve.mjs';

async function build() {
  await prepare();
  const { bundleAll } = await import('./bundle-all.mjs');
  await bundleAll();
}

/** A change during a build starts another one after it. */
let changed = false;
let building = false;

async function rebuild() {
  changed = true;
  if (building) return;
  building = true;
  while (changed) {
    changed = false;
    // An editor writes several files at once: wait until it is done.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await build().catch((error) => console.error(error.message));
  }
  building = false;
}

await runAsCommand(async () => {
  await build();
  const { url } = await serve(join(project, 'dist/site'), { port: 8000 });
  console.log(`\nThe page is at ${url} (built anew when a source changes; Ctrl-C ends it)`);
  for (const place of ['src', 'wasm', 'web', 'index.html']) {
    watch(join(project, place), { recursive: place !== 'index.html' }, rebuild);
  }
});
