import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { tensorflow } from './tensorflow-js.mjs';

/** @type {import('./contestant.d.ts').Start} */
export default async () => {
  await tf.setBackend('cpu');
  return tensorflow;
};
