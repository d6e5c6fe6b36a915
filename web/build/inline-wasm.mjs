// Puts the packed form of the wasm where Emscripten's single-file output has base64.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain } from '../../wasm/toolchain/step.mjs';
import { pack } from './packed-bytes.js';

// A wasm file begins with "\0asm": AGFzb in base64. The call around it decodes.
const decodeCall = /[\w$]+\("(AGFzb[\w+/]+=*)"\)/g;

/** @type {import('esbuild').Plugin} */
export const inlineWasmPlugin = {
  name: 'inline wasm',
  setup(build) {
    build.onLoad({ filter: /\.inline\.js$/ }, ({ path }) => {
      let calls = 0;
      const code = readFileSync(path, 'utf8').replace(decodeCall, (_, base64) => {
        calls++;
        return `unpack(${JSON.stringify(pack(Buffer.from(base64, 'base64')))})`;
      });
      if (calls !== 1)
        throw new Plain(`${path} has ${calls} calls that decode wasm, 1 is expected`);
      const unpacker = JSON.stringify(join(project, 'web/build/packed-bytes.js'));
      return { contents: `import { unpack } from ${unpacker};\n${code}` };
    });
  },
};
