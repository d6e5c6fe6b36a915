// The three real engines, one at a time.
import { ensureEngines, missing } from './engines-setup.mjs';

/** @typedef {import('./engines/engine.js').Engine} Engine */

/** @type {Record<Engine['name'], () => Promise<{ launch: () => Promise<Engine> }>>} */
const drivers = {
  Chromium: () => import('./engines/chromium.mjs'),
  Firefox: () => import('./engines/firefox.mjs'),
  WebKit: () => import('./engines/webkit.mjs'),
};

await ensureEngines();

/** Those that can be driven here; the others are named, with what they lack. */
export const engines = /** @type {Engine['name'][]} */ (Object.keys(drivers)).filter((name) => {
  const lacks = missing[name]();
  if (lacks) console.log(`– ${name} left out: ${lacks}`);
  return !lacks;
});

/** @param {Engine['name']} name */
export const launch = async (name) => (await drivers[name]()).launch();
