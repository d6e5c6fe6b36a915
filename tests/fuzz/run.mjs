// `npm run fuzz`: a million calls of each entry, which takes an hour or two. `npm run fuzz -- 5000`:
// so many; `npm run fuzz -- 5000 csv flow`: of the entries whose names begin with these words.
import { runAsCommand } from '../../wasm/toolchain/step.mjs';
import { prepare } from '../../web/build/prepare.mjs';
import { fuzz } from './fuzz.mjs';

await runAsCommand(async () => {
  await fuzz(await prepare(), {
    calls: Number(process.argv[2] ?? 1_000_000),
    only: process.argv.slice(3),
  });
});
