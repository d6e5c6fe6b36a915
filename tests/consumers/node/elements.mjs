// On a server: every element is imported without a word, and nothing is registered.
import * as all from 'activation-widgets';
import 'activation-widgets/define';
import 'activation-widgets/elements/activation-explorer';
import { loadCore } from 'activation-widgets/core';

all.define('activation-explorer', all.ActivationExplorer);
const core = await loadCore();
console.log(JSON.stringify([...core.evaluate('relu', Float32Array.of(-1, 2)).value]));
