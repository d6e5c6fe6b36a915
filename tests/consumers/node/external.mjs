// The build with its wasm in a file finds the file beside it.
import { loadCore } from 'activation-widgets/core.external';

const core = await loadCore();
console.log(JSON.stringify([...core.evaluate('relu', Float32Array.of(-1, 2)).value]));
