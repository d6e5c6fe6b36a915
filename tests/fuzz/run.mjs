// `npm run fuzz`: a million calls of each entry, some hours; `npm run fuzz -- 5000` so many.
import { runAsCommand } from '../../wasm/toolchain/step.mjs';
import { prepare } from '../../web/build/prepare.mjs';
import { fuzz } from './fuzz.mjs';

await runAsCommand(async () => {
  await fuzz(await prepare(), { calls: Number(process.argv[2] ?? 1_000_000) });
});
