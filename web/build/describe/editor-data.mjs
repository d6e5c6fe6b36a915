// What editors offer while one writes the tags, from the manifest: custom data for VS Code, web-types
// for JetBrains.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./manifest.mjs').ElementDeclaration} ElementDeclaration */
/** @typedef {import('./manifest.mjs').Attribute} Attribute */

/**
 * @param {string} folder
 * @param {ElementDeclaration[]} elements
 * @param {{ name: string, version: string }} named
 */
export function writeEditorData(folder, elements, { name, version }) {
  /** @param {string} file @param {object} content */
  const write = (file, content) =>
    writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
  write('vscode.html-custom-data.json', { version: 1.1, tags: elements.map(htmlTag) });
  write('vscode.css-custom-data.json', {
    version: 1.1,
    properties: cssProperties(elements),
    pseudoElements: cssParts(elements),
  });
  write('web-types.json', webTypes(elements, name, version));
}

/** @param {ElementDeclaration} element */
const htmlTag = (element) => ({
  name: element.tagName,
  description: { kind: 'markdown', value: overview(element) },
  attributes: element.attributes.map((attribute) => ({
    name: attribute.name,
    description: attributeText(attribute),
    ...(attribute.type.text === 'boolean' && { valueSet: 'v' }),
    values: wordsOf(attribute).map((word) => ({ name: word })),
  })),
});

/** @param {ElementDeclaration} element */
const overview = ({ description, events, slots }) =>
  [
    description,
    'Events:',
    ...events.map((event) => `- \`${event.name}\`: ${event.description}`),
    'Content:',
    ...slots.map((slot) => `- ${slot.name ? `\`slot="${slot.name}"\`: ` : ''}${slot.description}`),
  ].join('\n');

/** @param {Attribute} attribute */
const attributeText = ({ description, default: start }) =>
  start === undefined ? description : `${description}\n\nDefault: ${start || 'none'}`;

/** The words to offer. @param {Attribute} attribute */
const wordsOf = ({ type }) => [...type.text.matchAll(/'([^']+)'/g)].map(([, word]) => word);

/**
 * Each name once: editors know no element here.
 * @param {ElementDeclaration[]} elements
 */
function cssProperties(elements) {
  const all = elements.flatMap((element) => element.cssProperties);
  return [...new Map(all.map((one) => [one.name, one])).values()].map(
    ({ name, description, default: start }) => ({
      name,
      description: start === undefined ? description : `${description}\n\nDefault: ${start}`,
    }),
  );
}

/** @param {ElementDeclaration[]} elements */
function cssParts(elements) {
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const { tagName, cssParts } of elements) {
    for (const { name, description } of cssParts) {
      lines.set(name, [...(lines.get(name) ?? []), `${tagName}: ${description}`]);
    }
  }
  return [...lines].map(([name, texts]) => ({
    name: `::part(${name})`,
    description: texts.join('\n'),
  }));
}

/**
 * @param {ElementDeclaration[]} elements
 * @param {string} name
 * @param {string} version
 */
const webTypes = (elements, name, version) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: element.attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          ...(attribute.default !== undefined && { default: attribute.default }),
          value: {
            type: attribute.type.text,
            ...(attribute.type.text === 'boolean' && { kind: 'no-value' }),
          },
        })),
        slots: element.slots.map(named),
        js: {
          properties: element.members
            .filter(({ kind }) => kind === 'field')
            .map((member) => named(member)),
          events: element.events.map(named),
        },
        css: {
          properties: element.cssProperties.map(named),
          parts: element.cssParts.map(named),
        },
      })),
    },
  },
});

/** @param {{ name: string, description: string }} entry */
const named = ({ name, description }) => ({ name, description });
