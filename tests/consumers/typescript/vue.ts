import type {} from 'activation-widgets/types/vue';
import type { GlobalComponents } from 'vue';

type Props = InstanceType<GlobalComponents['activation-explorer']>['$props'];

export const right: Props = {
  activation: 'gelu',
  x: 0.5,
  preview: true,
  class: 'wide',
  'data-test': 'first',
  onInput: ({ detail }) => detail.slope.toFixed(2),
};

// @ts-expect-error no such function
export const unknown: Props = { activation: 'gelo' };
// @ts-expect-error the explorer tells no accuracy
export const untold: Props = { onInput: ({ detail }) => detail.accuracy };
