// `npm run verify:exhaustive`: every float32 input of every function against double, natively.
import { join } from 'node:path';
import { build } from '../../wasm/toolchain/cmake.mjs';
import { project } from '../../wasm/toolchain/places.mjs';
import { runAsCommand } from '../../wasm/toolchain/step.mjs';
import { toolchain, toolStep } from '../../wasm/toolchain/toolchain.mjs';

await runAsCommand(async () => {
  const tools = await toolchain();
  await build(tools, 'native', ['exhaustive']);
  const program = join(project, 'build/native/exhaustive');
  await toolStep(tools, 'sweep all 2^32 inputs', [program, ...process.argv.slice(2)], {
    show: true,
  });
});
