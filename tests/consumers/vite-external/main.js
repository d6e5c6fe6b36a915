// Vite moves files about, so the build with its wasm in a file is told where it is.
import { loadCore } from 'activation-widgets/core';
import { loadCore as loadExternal } from 'activation-widgets/core.external';
import wasm from 'activation-widgets/core.wasm?url';

const relu = (core) => core.evaluate('relu', Float32Array.of(-1, 2)).value;
const inline = relu(await loadCore());
const external = relu(await loadExternal({ wasm: new URL(wasm, location.href) }));
document.querySelector('output').textContent = `inline ${inline}; external ${external}`;
