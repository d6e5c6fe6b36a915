// The page of a widget: its examples, alive and with their source, and everything its tag knows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../../wasm/toolchain/places.mjs';
import { Plain } from '../../../wasm/toolchain/step.mjs';
import { toText } from '../../shared/attributes.js';
import { entryList, inline } from './entry-list.mjs';
import { codeBlock } from './shell.mjs';

/** What a page may use of the base that all widgets have. */
const COMMON = ['ready', 'group', 'noMenu', 'reset', 'state', 'link', 'toBlob'];

/**
 * @param {import('../widgets.mjs').Widget} widget
 * @param {any} manifest custom-elements.json
 * @param {any} core
 * @returns {Promise<import('./docs.mjs').Page>}
 */
export async function widgetPage({ tag, className, file }, manifest, core) {
  const declaration = manifest.modules
    .flatMap((/** @type {any} */ { declarations }) => declarations ?? [])
    .find((/** @type {any} */ { name }) => name === className);
  if (!declaration) throw new Plain(`custom-elements.json does not know ${className}`);
  const { [className]: Class } = await import(pathToFileURL(join(project, file)).href);
  const { description, attributes, events, slots, cssParts, cssProperties } = declaration;
  const sections = [
    ['Attributes', attributes.map((/** @type {any} */ each) => attribute(each, Class, core))],
    ['Properties and methods', members(declaration)],
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
 * @param {{ name: string, description?: string, type?: { text: string } }} attribute
 * @param {any} Class
 * @param {any} core
 */
function attribute({ name, description }, Class, core) {
  const kind = Class.attributes[name];
  const facts = [];
  if (kind) {
    const expected = kind.expects({ core, facts: () => ({ parameters: [] }) });
    facts.push(`Allowed: ${expected}.`);
    const initial = toText(kind.initial);
    facts.push(
      ['', 'false'].includes(initial) ? 'Not set by default.' : `Default: \`${initial}\`.`,
    );
  }
  return { name, id: `attribute-${name}`, description, facts };
}

/** @param {any} declaration */
const members = ({ members }) =>
  members
    .filter((/** @type {any} */ { name, description, privacy, static: own, inheritedFrom }) => {
      const base = inheritedFrom?.name === 'WidgetElement' && !COMMON.includes(name);
      return description && !own && privacy !== 'private' && !base;
    })
    .map(
      (
        /** @type {any} */ { kind, name, description, type, parameters = [], attribute, ...rest },
      ) => ({
        name:
          kind === 'method'
            ? `${name}(${parameters.map((/** @type {any} */ { name }) => name).join(', ')})`
            : name,
        type: type?.text ?? rest.return?.type?.text,
        description: attribute ? `The attribute \`${attribute}\`.` : description,
      }),
    );

/**
 * @param {{ name: string, description?: string, default?: string }[]} [entries]
 * @param {(name: string) => string} [show]
 */
const named = (entries = [], show = (name) => name) =>
  entries
    .filter(({ description }) => description)
    .map(({ name, description, default: initial }) => ({
      name: show(name),
      description,
      facts: initial ? [`Default: \`${initial}\`.`] : [],
    }));
