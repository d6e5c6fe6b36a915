// What every command needs first: the npm packages, a toolchain, and the core compiled to wasm.
// Uses Node's own modules only, since it runs before the npm packages are there.
import { build } from '../../wasm/toolchain/cmake.mjs';
import { npmPackages } from '../../wasm/toolchain/npm-packages.mjs';
import { toolchain } from '../../wasm/toolchain/toolchain.mjs';

export async function prepare() {
  await npmPackages();
  const tools = await toolchain();
  await build(tools, 'wasm', ['modules']);
  await build(tools, 'wasm-scalar', ['core_inline']);
  return tools;
}
