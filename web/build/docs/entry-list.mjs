// A list of names with what is to be said of each: attributes, events, parts, options.
import { marked } from 'marked';
import { asText } from './shell.mjs';

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} [id] to be linked to
 * @property {string} [type]
 * @property {string} [description] in Markdown
 * @property {string[]} [facts] sentences that follow, in Markdown
 */

/** @param {string} text */
export const inline = (text) => marked.parseInline(text.replace(/\s+/g, ' ')).toString();

/** @param {Entry[]} entries */
export const entryList = (entries) =>
  `<dl class="entries">\n${entries.map(entry).join('\n')}\n</dl>`;

/** @param {Entry} entry */
function entry({ name, id, type, description = '', facts = [] }) {
  const kind = type ? ` <code class="type">${asText(type)}</code>` : '';
  const ended = facts.length > 0 ? description.replace(/[^.]$/, '$&.') : description;
  const said = [ended, ...facts].filter(Boolean).map(inline).join(' ');
  return `<div${id ? ` id="${id}"` : ''}><dt><code>${asText(name)}</code>${kind}</dt><dd>${said}</dd></div>`;
}
