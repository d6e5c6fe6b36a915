// The build with its wasm in a file: Node reads the file.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCore } from 'activation-widgets/core.external';

const wasm = readFileSync(fileURLToPath(import.meta.resolve('activation-widgets/core.wasm')));
const core = await loadCore({ wasm });
console.log(JSON.stringify([...core.evaluate('relu', Float32Array.of(-1, 2)).value]));
