import { answer } from './answer.js';
// Import maps do not reach into workers: the file is named.
import { loadCore } from './node_modules/activation-widgets/dist/core.js';

postMessage(answer(await loadCore()));
