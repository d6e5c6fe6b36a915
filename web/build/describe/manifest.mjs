// custom-elements.json: what editors, documentation tools and the package's own types know of the
// tags. The analyzer reads the JSDoc; what it cannot know is added from the classes themselves:
// defaults and the words an attribute allows.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../../wasm/toolchain/places.mjs';
import { Plain, step } from '../../../wasm/toolchain/step.mjs';
import { toText } from '../../shared/attributes.js';
import { widgets } from '../widgets.mjs';

/**
 * @typedef {object} Attribute
 * @property {string} name
 * @property {string} fieldName
 * @property {string} description
 * @property {{ text: string }} type of the property; where only some words will do, those words
 * @property {string} [default]
 *
 * @typedef {{ name: string, description: string, type: { text: string } }} ElementEvent
 * @typedef {{ name: string, description: string, default?: string }} Named
 * @typedef {Named & { kind: string, privacy?: string, static?: boolean, inheritedFrom?: unknown }} Member
 *
 * @typedef {object} ElementDeclaration
 * @property {'class'} kind
 * @property {true} customElement
 * @property {{ name: string }} superclass
 * @property {string} name of the class
 * @property {string} tagName
 * @property {string} description
 * @property {Attribute[]} attributes
 * @property {ElementEvent[]} events
 * @property {Named[]} slots
 * @property {Named[]} cssParts
 * @property {Named[]} cssProperties
 * @property {Member[]} members
 */

/**
 * @param {string} folder holds the bundles; custom-elements.json goes there too
 * @returns {Promise<ElementDeclaration[]>}
 */
export async function writeManifest(folder) {
  await step('describe the elements (custom-elements.json)', [
    ...['node', 'node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'],
    ...['--globs', 'web/widgets/*/*.js', 'web/shared/*element.js'],
    ...['--outdir', relative(project, folder)],
  ]);
  const file = join(folder, 'custom-elements.json');
  const analyzed = JSON.parse(readFileSync(file, 'utf8'));
  const { loadCore } = await import(pathToFileURL(join(folder, 'core.js')).href);
  const core = await loadCore();
  const modules = [];
  for (const widget of widgets()) {
    const { declarations } = analyzed.modules.find(
      (/** @type {{ path: string }} */ { path }) => path === widget.file,
    );
    const found = declarations.find(
      (/** @type {{ name: string }} */ { name }) => name === widget.className,
    );
    const { [widget.className]: Class } = await import(
      pathToFileURL(join(project, widget.file)).href
    );
    modules.push(moduleOf(widget, refine(found, Class.attributes, core)));
  }
  const { schemaVersion } = analyzed;
  writeFileSync(
    file,
    `${JSON.stringify({ schemaVersion, readme: 'README.md', modules }, null, 2)}\n`,
  );
  return modules.map(({ declarations: [declaration] }) => declaration);
}

/**
 * The package has the entry of each element where the analyzer names the source.
 * @param {import('../widgets.mjs').Widget} widget
 * @param {ElementDeclaration} declaration
 */
function moduleOf({ tag, className }, declaration) {
  const path = `dist/elements/${tag}.js`;
  const reference = { name: className, module: path };
  return {
    kind: 'javascript-module',
    path,
    declarations: [declaration],
    exports: [
      { kind: 'js', name: className, declaration: reference },
      { kind: 'custom-element-definition', name: tag, declaration: reference },
    ],
  };
}

/**
 * @param {any} found
 * @param {Record<string, import('../../shared/attributes.js').Kind<any>>} kinds
 * @param {object} core
 * @returns {ElementDeclaration}
 */
function refine(found, kinds, core) {
  const { name, tagName, description, slots, cssParts, cssProperties } = found;
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName,
    description,
    superclass: { name: 'HTMLElement' },
    attributes: found.attributes.map((/** @type {Attribute} */ attribute) => ({
      ...withoutOrigin(attribute),
      ...facts(`${tagName}: ${attribute.name}`, attribute.type.text, kinds[attribute.name], core),
    })),
    events: found.events.filter(described).map(withoutOrigin),
    slots: slots ?? [],
    cssParts: cssParts ?? [],
    cssProperties: cssProperties ?? [],
    // What is for the widgets themselves has no description, or is @internal.
    members: found.members
      .filter(described)
      .filter((/** @type {Member} */ member) => member.privacy !== 'private' && !member.static)
      .map(withoutOrigin),
  };
}

/** @param {any} entry */
const withoutOrigin = ({ inheritedFrom: _, ...rest }) => rest;

/** @param {{ description?: string }} entry */
const described = ({ description }) => Boolean(description);

/**
 * @param {string} where
 * @param {string} type
 * @param {import('../../shared/attributes.js').Kind<any> | undefined} kind
 * @param {object} core
 */
function facts(where, type, kind, core) {
  // Not the values of one widget: the group's name, and what a boolean is where nothing is said.
  if (!kind) return type === 'boolean' ? { default: 'false' } : {};
  const given = kind.initial === null ? {} : { default: toText(kind.initial) };
  // The sentence of the warning has the words; a rule for numbers is asked without the core.
  if (!/^(one|some) of /.test(kind.expects(/** @type {any} */ ({})))) return given;
  const sentence = kind.expects(/** @type {any} */ ({ core }));
  const words = sentence.replace(/^\w+ of /, '').split(', ');
  if (!words.every((word) => /^[\w-]+$/.test(word))) {
    throw new Plain(`${where} allows "${sentence}", which are not words separated by commas`);
  }
  const union = words.map((word) => `'${word}'`).join(' | ');
  // `any` where HTML has a property of that name already.
  const text = type.replace('string[]', `(${union})[]`).replace(/^any$|string/, union);
  return { ...given, type: { text } };
}
