// Puts the packed form of the wasm where Emscripten's single-file output has base64.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../wasm/toolchain/places.mjs';
import { Plain } from '../../wasm/toolchain/step.mjs';
import { pack } from './packed-bytes.js';

// A wasm file begins with "\0asm": AGFzb in base64. The call around it decodes.
const decodeCall = /[\w$]+\("(AGFzb[\w+/]+=*)"\)/g;

// Where the module lies, which Emscripten asks for and has no use for where the wasm is inline. A bundler
// would put the path of the machine it runs on there, and Babel and classic scripts do not know it.
const ownPlace = /var ([\w$]+)=import\.meta\.url;try\{new URL\("\.",\1\)\}catch\{\}/g;

/** @type {import('esbuild').Plugin} */
export const inlineWasmPlugin = {
  name: 'inline wasm',
  setup(build) {
    build.onLoad({ filter: /\.inline\.js$/ }, ({ path }) => {
      /** @param {string} text @param {RegExp} what @param {string} name @param {(found: string) => string} by */
      const replaceOne = (text, what, name, by) => {
        const { length } = text.match(what) ?? [];
        if (length !== 1) throw new Plain(`${path} has ${length ?? 0} ${name}, 1 is expected`);
        return text.replace(what, (_, found) => by(found));
      };
      const glue = replaceOne(
        readFileSync(path, 'utf8'),
        ownPlace,
        'questions where it lies',
        () => '',
      );
      const code = replaceOne(
        glue,
        decodeCall,
        'calls that decode wasm',
        (base64) => `unpack(${JSON.stringify(pack(Buffer.from(base64, 'base64')))})`,
      );
      const unpacker = JSON.stringify(join(project, 'web/build/packed-bytes.js'));
      return { contents: `import { unpack } from ${unpacker};\n${code}` };
    });
  },
};
