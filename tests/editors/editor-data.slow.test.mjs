// What VS Code offers with the package's custom data, asked of VS Code's own language services.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { installTools } from '../packing/tools.mjs';

const load = createRequire(join(await installTools('editors'), 'package.json'));
const html = load('vscode-html-languageservice');
const css = load('vscode-css-languageservice');

/** @param {string} name */
const data = (name) => JSON.parse(readFileSync(join('dist', name), 'utf8'));

/**
 * The words offered where a text has a bar.
 * @param {string} text
 * @param {string} language
 */
function offered(text, language) {
  const at = text.indexOf('|');
  const { TextDocument } = language === 'html' ? html : css;
  const document = TextDocument.create(`test.${language}`, language, 1, text.replace('|', ''));
  const position = document.positionAt(at);
  if (language === 'html') {
    const provider = html.newHTMLDataProvider('own', data('vscode.html-custom-data.json'));
    const service = html.getLanguageService({ customDataProviders: [provider] });
    const parsed = service.parseHTMLDocument(document);
    return labels(service.doComplete(document, position, parsed));
  }
  const provider = css.newCSSDataProvider(data('vscode.css-custom-data.json'));
  const service = css.getCSSLanguageService({ customDataProviders: [provider] });
  return labels(service.doComplete(document, position, service.parseStylesheet(document)));
}

/** @param {{ items: { label: string }[] }} completions */
const labels = ({ items }) => items.map(({ label }) => label);

for (const [what, text, language, words] of /** @type {const} */ ([
  ['the tags', '<|', 'html', ['activation-explorer', 'decision-boundary']],
  ['the attributes of a tag', '<decision-boundary |', 'html', ['learning-rate', 'dataset']],
  ['the words of an attribute', '<activation-explorer activation="|"', 'html', ['gelu', 'relu']],
  ['the words of a list', '<activation-explorer functions="|"', 'html', ['gelu', 'relu']],
  ['the CSS properties', 'p { --aw-|: 1 }', 'css', ['--aw-accent', '--aw-max-width']],
  ['the parts', 'activation-explorer::p| { }', 'css', ['::part(picture)', '::part(readout)']],
])) {
  test(`an editor offers ${what}`, () => {
    const found = offered(text, language);
    for (const word of words) assert.ok(found.includes(word), `${word} is not in ${found}`);
  });
}
