import { chromium } from 'playwright-core';
import { systemChromium } from './chromium-setup.mjs';

/** A test needs no network beyond its own server, no GPU and no sandbox inside a container. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {import('playwright-core').LaunchOptions} [options] */
export const launchChromium = (options) =>
  chromium.launch({ executablePath: systemChromium(), args: chromiumArguments, ...options });
