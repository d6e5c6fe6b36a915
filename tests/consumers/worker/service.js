// Where nothing can be imported on demand.
import { answer } from './answer.js';
import { loadCore } from './node_modules/activation-widgets/dist/core.js';

self.addEventListener('message', async ({ source }) => {
  const said = await loadCore().then(answer, ({ message }) => message);
  source.postMessage(said);
});
