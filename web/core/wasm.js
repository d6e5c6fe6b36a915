/**
 * The only file that imports the WebAssembly build. The bundler puts the build with a separate
 * .wasm file in its place where that is wanted.
 */
export { default as createModule } from '../../build/wasm/core.inline.js';
