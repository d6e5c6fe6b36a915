// The peers are installed by `npm run bench` alone, and types are checked without them.
declare module 'brain.js/dist/neural-network.js';
declare module 'convnetjs';
declare module 'onnxruntime-web/wasm';
declare module '@tensorflow/tfjs-backend-cpu';
declare module '@tensorflow/tfjs-backend-wasm';
declare module '@tensorflow/tfjs-core';
declare module '@tensorflow/tfjs-core/*';
