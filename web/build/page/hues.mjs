// The colours of the page as CSS: the hues of web/shared/palette.js, each made dark or light enough
// to be read as text. The widgets take the same ones, so that a symbol and its curve agree.
import { legible, parseColour, toCss } from '../../shared/colour.js';
import { palette } from '../../shared/palette.js';

/** What the page is printed on; page.css has everything else. */
const paper = { light: '#ffffff', dark: '#14161a' };

/** @type {Record<string, string>} */
const hues = { ...palette, f: palette.sigmoid };

const names = Object.keys(hues);

export const hueStyle = () =>
  [
    ...names.map((name) => `.${name}{color:var(--aw-${name})}`),
    `:root{${variables(paper.light)}}`,
    `@media (prefers-color-scheme:dark){:root{${variables(paper.dark)}}}`,
    `@media print{:root{${variables(paper.light)}}}`,
    `:root.printing{${variables(paper.light)}}`,
  ].join('\n');

/** @param {string} background */
function variables(background) {
  const behind = rgb(background);
  const inks = names.map((name) => `--aw-${name}:${toCss(legible(rgb(hues[name]), behind, 4.6))}`);
  return [`--paper:${background}`, ...inks].join(';');
}

/** @param {string} hex @returns {import('../../shared/colour.js').Rgb} */
const rgb = (hex) =>
  parseColour(
    `rgb(${hex
      .match(/\w\w/g)
      ?.map((c) => Number.parseInt(c, 16))
      .join(' ')})`,
  ).rgb;
