import { loadCore } from 'activation-widgets/core';
import { answer } from './answer.js';

loadCore().then((core) => postMessage(answer(core)));
