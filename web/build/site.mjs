// The static site: index.html and the pages of web/site/, with every local file they refer to.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain } from '../../wasm/toolchain/step.mjs';
import { bundleForPage } from './bundle.mjs';
import { renderPage } from './page/page.mjs';

const classicBundle = 'activation-widgets.js';
const scripts = [classicBundle, 'activation-widgets.scalar.js'];

/** @param {string} dist holds the bundles; the site goes to its folder `site` */
export async function buildSite(dist) {
  const folder = join(dist, 'site');
  mkdirSync(folder, { recursive: true });
  for (const script of scripts) copyFileSync(join(dist, script), join(folder, script));
  const ownPages = join(project, 'web/site');
  const article = join(project, 'index.html');
  await buildPage(article, folder, await renderPage(readFileSync(article, 'utf8'), dist));
  for (const name of readdirSync(ownPages).filter((name) => name.endsWith('.html'))) {
    const page = join(ownPages, name);
    await buildPage(page, folder, readFileSync(page, 'utf8'));
  }
}

/**
 * References may point anywhere in the project; in the site all files lie side by side. Module
 * scripts become deferred classic ones, because a page opened as file:// loads no modules.
 * @param {string} page
 * @param {string} folder
 * @param {string} source its content
 */
async function buildPage(page, folder, source) {
  /** @type {Set<string>} */
  const bundled = new Set();
  const html = source
    .replace(/(<script\b[^>]*?)\s+type="module"([^>]*\bsrc=)/g, '$1 defer$2')
    .replace(
      /(<(?:script|link|img|source|iframe)\b[^>]*?\b(?:src|href|srcset)=")([^"#?]+)/g,
      (whole, before, url) => {
        if (/^[a-z]+:|^\/\//.test(url)) return whole;
        const name = basename(url);
        if (name === classicBundle || extname(name) === '.html') return before + name;
        const file = join(dirname(page), url);
        if (!existsSync(file)) throw new Plain(`${basename(page)}: "${url}" names no file`);
        if (/\.(m?js|css)$/.test(name)) bundled.add(file);
        else copyFileSync(file, join(folder, name));
        return before + name.replace(/\.mjs$/, '.js');
      },
    );
  if (bundled.size > 0) await bundleForPage([...bundled], folder);
  writeFileSync(join(folder, basename(page)), html);
}
