// The DOM: tags, properties, events, and the core.

import { ActivationExplorer, type ActivationExplorerDetail, define } from 'activation-widgets';
import { loadCore } from 'activation-widgets/core';
import { loadCore as loadExternal } from 'activation-widgets/core.external.js';
import 'activation-widgets/define';
import 'activation-widgets/elements/decision-boundary.js';
import type {} from 'activation-widgets/types/react.js';

define('my-explorer', ActivationExplorer);
const made: ActivationExplorer = document.createElement('activation-explorer');
const boundary = document.querySelector('decision-boundary');
await boundary?.ready;
boundary?.play();

made.x = 0.5;
made.domain = [-4, 4];
const x: number = made.x;
// @ts-expect-error x is a number
made.x = 'half';
// @ts-expect-error there is no such property
made.activaton = 'gelu';

made.addEventListener('input', (event) => {
  const { activation, value, slope }: ActivationExplorerDetail = event.detail;
  const text: string = activation;
  const sum: number = value + slope + x;
  // @ts-expect-error the explorer tells no accuracy
  const accuracy = event.detail.accuracy;
  return [text, sum, accuracy];
});
made.addEventListener('error', ({ detail }) => detail.message.length);
made.addEventListener('click', (event) => event.clientX);
boundary?.addEventListener('change', ({ detail }) => detail.accuracy + detail.updates);
// @ts-expect-error `detail.loss` is a number
boundary?.addEventListener('change', ({ detail }) => detail.loss.length);
const element: HTMLElement = made;

const core = await loadCore({ wasm: new URL('core.wasm', import.meta.url) });
const values: Float32Array = core.evaluate('gelu', Float32Array.of(1)).value;
const network = core.createNetwork({ layers: [2, 8, 1], activation: 'tanh', seed: 1 });
// @ts-expect-error evaluate takes a Float32Array
core.evaluate('gelu', [1]);
// @ts-expect-error a network has layers
core.createNetwork({ activation: 'tanh' });

export { element, loadExternal, network, values };
