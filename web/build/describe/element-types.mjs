// The types of what is written in a page and in a framework's templates, one file per element, from
// the manifest: attributes and properties, events, typed listeners.

/** @typedef {import('./manifest.mjs').ElementDeclaration} ElementDeclaration */
/** @typedef {import('./manifest.mjs').Attribute} Attribute */

/**
 * @param {ElementDeclaration} element
 * @param {string} file the declaration of its class, as seen from the one written here
 */
export function elementTypes({ name, tagName, attributes, events }, file) {
  return `import type { FailureDetail } from '../web/shared/element.js';
import type { ${name}, ${name}Detail } from '${file}';

export type { FailureDetail, ${name}, ${name}Detail };

/** What \`<${tagName}>\` takes in a template: attributes, and properties in camelCase. */
export interface ${name}Props {
${attributes.flatMap(members).join('\n')}
}

/** The events of \`<${tagName}>\` itself. */
export interface ${name}Events {
${events
  .map(({ name: event, description, type }) => `${comment(description)}  ${event}: ${type.text};`)
  .join('\n')}
}

export type ${name}EventMap = Omit<HTMLElementEventMap, keyof ${name}Events> & ${name}Events;

declare module '${file}' {
  interface ${name} {
${['add', 'remove'].map((verb) => listener(verb, name)).join('\n')}
  }
}
`;
}

/** @param {Attribute} attribute @returns {string[]} as attribute, and as property where it differs */
function members(attribute) {
  const text = comment(attribute.description);
  const type = accepted(attribute.type.text);
  return [...new Set([attribute.name, attribute.fieldName])].map(
    (key) => `${text}  ${/^\w+$/.test(key) ? key : `'${key}'`}?: ${type};`,
  );
}

/**
 * Every property also takes the text that its attribute would have.
 * @param {string} type
 */
function accepted(type) {
  if (type === 'boolean') return "boolean | ''";
  if (type.includes('[]')) return `string | readonly ${type}`;
  return type.replace('number', () => `number | ${numeric}`);
}

/** The text of a number, as a type. */
const numeric = '`$' + '{number}`';

/** @param {string} description */
const comment = (description) => `  /** ${description.replaceAll('\n', '\n   * ')} */\n`;

/** @param {string} verb @param {string} name */
const listener = (verb, name) => {
  const options = verb === 'add' ? 'AddEventListenerOptions' : 'EventListenerOptions';
  return `    ${verb}EventListener<Type extends keyof ${name}EventMap>(
      type: Type,
      listener: (this: ${name}, event: ${name}EventMap[Type]) => unknown,
      options?: boolean | ${options},
    ): void;
    ${verb}EventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | ${options},
    ): void;`;
};

/**
 * All of them by tag, for the frameworks.
 * @param {ElementDeclaration[]} elements
 */
export const elementsByTag = (elements) => `${elements
  .map(({ name, tagName }) => `import type * as ${name} from './${tagName}.js';`)
  .join('\n')}

export interface Elements {
${elements
  .map(
    ({ name, tagName }) =>
      `  '${tagName}': { element: ${name}.${name}; props: ${name}.${name}Props; events: ${name}.${name}Events };`,
  )
  .join('\n')}
}

/** \`oninput\` and the like. */
export type Listeners<Tag extends keyof Elements, Prefix extends string = 'on'> = {
  [Type in keyof Elements[Tag]['events'] as \`\${Prefix}\${Type & string}\`]?: (
    event: Elements[Tag]['events'][Type] & { currentTarget: Elements[Tag]['element'] },
  ) => void;
};
`;
