// `npm run build`: everything in dist/.
import { runAsCommand } from '../../wasm/toolchain/step.mjs';
import { prepare } from './prepare.mjs';

await runAsCommand(async () => {
  await prepare();
  const { bundleAll } = await import('./bundle-all.mjs');
  await bundleAll();
});
