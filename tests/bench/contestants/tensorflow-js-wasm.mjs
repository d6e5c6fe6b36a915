import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { tensorflow } from './tensorflow-js.mjs';

/** @type {import('./contestant.d.ts').Start} */
export default async ({ peers }) => {
  setWasmPaths(`${peers}@tensorflow/tfjs-backend-wasm/dist/`);
  await tf.setBackend('wasm');
  return tensorflow;
};
