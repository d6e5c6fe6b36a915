// What tells a framework's template language about the tags. Each is an entry of its own, since a
// declaration for a framework that is not installed is an error.

const imports = "import type { Elements, Listeners } from '../types/elements/index.js';";

/**
 * A JSX whose `HTMLAttributes` are taken for everything that is not the element's own.
 * @param {string} attributes
 * @param {string} own what else the element has
 */
const jsxElements = (attributes, own) => `export type WidgetElements = {
  [Tag in keyof Elements]: Omit<${attributes}, keyof Elements[Tag]['props'] | keyof (${own})> &
    Elements[Tag]['props'] &
    ${own};
};`;

/** @param {string} module */
const jsxModule = (module) => `declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements extends WidgetElements {}
  }
}`;

/** Text of the declaration by name of the framework. @type {Record<string, string>} */
export const frameworkTypes = {
  react: `import type { DetailedHTMLProps, HTMLAttributes, SyntheticEvent } from 'react';
${imports}

/** React 18 knows only \`class\` on a custom element, React 19 also \`className\`. */
type Class = { class?: string };

/** React's own listeners for the same events. */
type Synthetic<Tag extends keyof Elements> = {
  [Type in 'input' | 'change' as \`on\${Capitalize<Type>}\`]?: (
    event: SyntheticEvent<Elements[Tag]['element'], Elements[Tag]['events'][Type]>,
  ) => void;
};

${jsxElements(
  "DetailedHTMLProps<HTMLAttributes<Elements[Tag]['element']>, Elements[Tag]['element']>",
  'Listeners<Tag> & Synthetic<Tag> & Class',
)}

${jsxModule('react')}
`,
  preact: `import type { HTMLAttributes } from 'preact';
${imports}

/** Preact also takes \`onInput\` for \`oninput\`. */
type Capitalized<Tag extends keyof Elements> = {
  [Type in keyof Elements[Tag]['events'] as \`on\${Capitalize<Type & string>}\`]?: (
    event: Elements[Tag]['events'][Type] & { currentTarget: Elements[Tag]['element'] },
  ) => void;
};

${jsxElements("HTMLAttributes<Elements[Tag]['element']>", 'Listeners<Tag> & Capitalized<Tag>')}

${jsxModule('preact')}
`,
  solid: `import type { JSX } from 'solid-js';
${imports}

/** Solid is told whether a property or an attribute is meant. */
type Prefixed<Tag extends keyof Elements> = {
  [Name in keyof Elements[Tag]['props'] as \`\${'prop' | 'attr' | 'bool'}:\${Name & string}\`]?: Elements[Tag]['props'][Name];
};

${jsxElements(
  "JSX.HTMLAttributes<Elements[Tag]['element']>",
  "Listeners<Tag> & Listeners<Tag, 'on:'> & Prefixed<Tag>",
)}

${jsxModule('solid-js')}
`,
  vue: `import type { DefineComponent, HTMLAttributes } from 'vue';
${imports}

/** \`data-test\` in a template, which vue-tsc calls \`dataTest\`. */
type Data = { [name: \`data-\${string}\` | \`data\${Capitalize<string>}\`]: unknown };

/** \`@input\` in a template is \`onInput\` here. */
type Handlers<Tag extends keyof Elements> = {
  [Type in keyof Elements[Tag]['events'] as \`on\${Capitalize<Type & string>}\`]?: (
    event: Elements[Tag]['events'][Type],
  ) => void;
};

export type WidgetComponents = {
  [Tag in keyof Elements]: DefineComponent<
    Omit<HTMLAttributes, keyof Elements[Tag]['props'] | keyof Handlers<Tag>> &
      Elements[Tag]['props'] &
      Handlers<Tag> &
      Data
  >;
};

declare module 'vue' {
  interface GlobalComponents extends WidgetComponents {}
}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
${imports}

export type WidgetElements = {
  [Tag in keyof Elements]: Omit<
    HTMLAttributes<Elements[Tag]['element']>,
    keyof Elements[Tag]['props'] | keyof Listeners<Tag> | keyof Listeners<Tag, 'on:'>
  > &
    Elements[Tag]['props'] &
    Listeners<Tag> &
    Listeners<Tag, 'on:'>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends WidgetElements {}
}
`,
};
