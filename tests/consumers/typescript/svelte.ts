import type {} from 'activation-widgets/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Props = SvelteHTMLElements['activation-explorer'];

export const right: Props = {
  activation: 'gelu',
  x: 0.5,
  preview: true,
  class: 'wide',
  oninput: ({ detail }) => detail.slope.toFixed(2),
  'on:change': ({ detail }) => detail.slope.toFixed(2),
};

// @ts-expect-error no such function
export const unknown: Props = { activation: 'gelo' };
// @ts-expect-error the explorer tells no accuracy
export const untold: Props = { oninput: ({ detail }) => detail.accuracy };
