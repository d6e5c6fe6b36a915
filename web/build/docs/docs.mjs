// The documentation, as part of the site: a page for each widget and one for the core, made from the
// code, and the guides of web/site/docs/, which are Markdown.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../../wasm/toolchain/places.mjs';
import { bundleForPage } from '../bundle.mjs';
import { widgets } from '../widgets.mjs';
import { corePage } from './core-page.mjs';
import { guides } from './guides.mjs';
import { shell } from './shell.mjs';
import { widgetPage } from './widget-page.mjs';

/** @typedef {{ name: string, title: string, group: string, body: string, summary: string }} Page */

/**
 * @param {string} dist holds the bundles and the types
 * @param {import('../describe/manifest.mjs').ElementDeclaration[]} elements
 */
export async function buildDocs(dist, elements) {
  const folder = join(dist, 'site/docs');
  mkdirSync(folder, { recursive: true });
  const { loadCore } = await import(pathToFileURL(join(dist, 'core.js')).href);
  const core = await loadCore();
  const described = await Promise.all(
    widgets().map((widget) => widgetPage(widget, elements, core)),
  );
  const types = join(dist, 'types/web/core');
  const pages = [...described, corePage(types, Object.keys(core)), ...guides()];
  for (const page of pages) {
    writeFileSync(join(folder, `${page.name}.html`), shell(page, pages));
  }
  await bundleForPage(
    ['docs.css', 'docs.js'].map((name) => join(project, 'web/site', name)),
    folder,
  );
}
