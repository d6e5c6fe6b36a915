// Turns index.html, as it is written, into the page that is served.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../../wasm/toolchain/places.mjs';
import { fillContents } from './contents.mjs';
import { addPosters, reservedSpace } from './figures.mjs';
import { renderFormulas } from './formulas.mjs';
import { hueStyle } from './hues.mjs';
import { fillNumbers, plain, tex } from './numbers.mjs';
import { subject } from './subject.mjs';

/** @typedef {import('./figures.mjs').Posters} Posters */

const postersFile = join(project, 'web/site/posters/posters.json');

/**
 * @param {string} source
 * @param {string} dist where the core's bundle is
 */
export async function renderPage(source, dist) {
  const { loadCore } = await import(pathToFileURL(join(dist, 'core.js')).href);
  const call = subject(await loadCore());
  /** @type {Posters} */
  const posters = existsSync(postersFile) ? JSON.parse(readFileSync(postersFile, 'utf8')) : {};

  let html = source.replace(/<!--[\s\S]*?-->\n?/g, '');
  html = fillContents(html);
  html = html.replace(/<m[ >][\s\S]*?<\/m>/g, (formula) => fillNumbers(formula, call, tex));
  html = renderFormulas(html);
  html = html.replace(/<\w[^>]*\{\{[^>]*>/g, (tag) => fillNumbers(tag, call, plain));
  html = fillNumbers(html, call);
  html = addPosters(html, posters);
  html = html.replace(
    '</head>',
    `<style>\n${hueStyle()}\n${reservedSpace(posters)}\n</style>\n</head>`,
  );
  for (const left of ['{{', '<m>', '<m ', 'data-alt']) {
    if (html.includes(left))
      throw new Error(`index.html: "${left}" is left over, unclosed or misspelt`);
  }
  return html;
}
