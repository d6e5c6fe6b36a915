// What all pages of the documentation have around their content.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../../wasm/toolchain/places.mjs';
import { hueStyle } from '../page/hues.mjs';

/** @typedef {import('./docs.mjs').Page} Page */

/** @param {string} text */
export const asText = (text) =>
  text.replace(/[&<>"]/g, (c) => `&#${/** @type {number} */ (c.codePointAt(0))};`);

/** @param {string} code */
export const codeBlock = (code) => `<pre><code>${asText(code.trim())}</code></pre>`;

/**
 * @param {Page} page
 * @param {Page[]} pages
 */
export const shell = (page, pages) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${asText(page.title)} – activation-widgets</title>
<meta name="description" content="${asText(page.summary)}">
<link rel="icon" href="../icon.svg" type="image/svg+xml">
<link rel="activation-embed" href="../embed.html">
<link rel="stylesheet" href="docs.css">
<style>
${hueStyle()}
</style>
<script src="../activation-widgets.js" defer></script>
<script src="docs.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="back"><a href="../index.html">The article</a>${page.name === 'index' ? '' : ' · <a href="index.html">Documentation</a>'}</p>
<h1>${asText(page.title)}</h1>
</header>
<main id="content" tabindex="-1">
<section>
${page.body}
${page.name === 'index' ? lists(pages) : ''}
</section>
</main>
<footer>
${page.name === 'index' ? '' : `<nav aria-label="Documentation">${lists(pages, page)}</nav>`}
<p><a href="../index.html">Activation functions you can drag</a>, the article these widgets were made for</p>
</footer>
</body>
</html>
`;

/**
 * Every page but the first, in its groups.
 * @param {Page[]} pages
 * @param {Page} [here]
 */
function lists(pages, here) {
  const heading = here ? 'p' : 'h2';
  const groups = new Set(pages.map(({ group }) => group).filter(Boolean));
  return [...groups]
    .map((group) => {
      const all = pages.filter((page) => page.group === group);
      const entries = all.map((page) =>
        page === here
          ? `<li aria-current="page">${asText(page.title)}</li>`
          : `<li>${here ? '' : poster(page.name)}<a href="${page.name}.html">${asText(page.title)}</a>${here ? '' : `<br>${asText(page.summary)}`}</li>`,
      );
      return `<${heading}>${group}</${heading}>\n<ul class="pages">${entries.join('\n')}</ul>`;
    })
    .join('\n');
}

/** The picture that the article has of a widget, if it has one. @param {string} tag */
function poster(tag) {
  const article = readFileSync(join(project, 'index.html'), 'utf8');
  const [, id] = new RegExp(`<${tag} id="([\\w-]+)"`).exec(article) ?? [];
  return existsSync(join(project, `web/site/posters/${id}-narrow.webp`))
    ? `<picture><source srcset="../${id}-narrow-dark.webp" media="(prefers-color-scheme: dark)"><img src="../${id}-narrow.webp" alt="" loading="lazy"></picture>`
    : '';
}
