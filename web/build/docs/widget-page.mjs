// The page of a widget: its examples, alive and with their source, and everything its tag knows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../../wasm/toolchain/places.mjs';
import { Plain } from '../../../wasm/toolchain/step.mjs';
import { toText } from '../../shared/attributes.js';
import { entryList, inline } from './entry-list.mjs';
import { codeBlock } from './shell.mjs';

/** @typedef {import('../describe/manifest.mjs').ElementDeclaration} ElementDeclaration */

/**
 * @param {import('../widgets.mjs').Widget} widget
 * @param {ElementDeclaration[]} elements
 * @param {any} core
 * @returns {Promise<import('./docs.mjs').Page>}
 */
export async function widgetPage({ tag, className, file }, elements, core) {
  const declaration = elements.find(({ tagName }) => tagName === tag);
  if (!declaration) throw new Plain(`custom-elements.json does not know ${tag}`);
  const { [className]: Class } = await import(pathToFileURL(join(project, file)).href);
  const { description, attributes, events, slots, cssParts, cssProperties, members } = declaration;
  /** @type {[string, import('./entry-list.mjs').Entry[]][]} */
  const sections = [
    ['Attributes', attributes.map((each) => attribute(each, Class.attributes[each.name], core))],
    ['Properties and methods', members.map(member)],
    ['Events', named(events)],
    ['Slots', named(slots, (name) => name || 'the content of the tag')],
    ['Parts', named(cssParts, (name) => `::part(${name})`)],
    ['CSS properties', named(cssProperties)],
  ];
  return {
    name: tag,
    title: `<${tag}>`,
    group: 'Widgets',
    summary: description.split(/(?<=\.)\s/)[0].replace(/\s+/g, ' '),
    body: [
      `<p class="lede">${inline(description)}</p>`,
      examples(tag),
      ...sections
        .filter(([, entries]) => entries.length > 0)
        .map(([title, entries]) => `<h2>${title}</h2>\n${entryList(entries)}`),
    ].join('\n'),
  };
}

/** The body of the widget's example page; below each run of widgets its source. @param {string} tag */
function examples(tag) {
  const file = `web/widgets/${tag}/example.html`;
  const html = readFileSync(join(project, file), 'utf8');
  const body = /<\/h1>\s*<p>[\s\S]*?<\/p>([\s\S]*?)(?:<\/body>|<\/html>)/.exec(html)?.[1];
  if (!body) throw new Plain(`${file}: a title, a paragraph and an example are expected`);
  const run = new RegExp(`(?:<${tag}\\b[\\s\\S]*?</${tag}>\\s*)+`, 'g');
  return body.replace(
    run,
    (source) => `<div class="live">\n${source}</div>\n${codeBlock(source)}\n`,
  );
}

/**
 * @param {{ name: string, description: string }} attribute
 * @param {import('../../shared/attributes.js').Kind<any> | undefined} kind
 * @param {any} core
 * @returns {import('./entry-list.mjs').Entry}
 */
function attribute({ name, description }, kind, core) {
  const facts = [];
  if (kind) {
    const widget = /** @type {any} */ ({ core, facts: () => ({ parameters: [] }) });
    facts.push(`Allowed: ${kind.expects(widget)}.`);
    const initial = toText(kind.initial);
    facts.push(
      ['', 'false'].includes(initial) ? 'Not set by default.' : `Default: \`${initial}\`.`,
    );
  }
  return { name, id: `attribute-${name}`, description, facts };
}

/** @param {any} member @returns {import('./entry-list.mjs').Entry} */
const member = ({ kind, name, description, type, parameters = [], attribute, ...rest }) => ({
  name:
    kind === 'method'
      ? `${name}(${parameters.map((/** @type {{ name: string }} */ { name }) => name).join(', ')})`
      : name,
  type: type?.text ?? rest.return?.type?.text,
  description: attribute ? `The attribute \`${attribute}\`.` : description,
});

/**
 * @param {{ name: string, description: string, default?: string }[]} entries
 * @param {(name: string) => string} [show]
 * @returns {import('./entry-list.mjs').Entry[]}
 */
const named = (entries, show = (name) => name) =>
  entries.map(({ name, description, default: initial }) => ({
    name: show(name),
    description,
    facts: initial ? [`Default: \`${initial}\`.`] : [],
  }));
