// Makes sure that there is a Chromium to test in: Debian's package, or Playwright's own.
import { existsSync } from 'node:fs';
import { aptInstall, canUseApt, isDebian } from '../../wasm/toolchain/debian.mjs';
import { step } from '../../wasm/toolchain/step.mjs';

const debianChromium = '/usr/bin/chromium';

/** @returns {string | undefined} undefined: Playwright's own */
export const systemChromium = () =>
  process.env.CHROMIUM ?? (existsSync(debianChromium) ? debianChromium : undefined);

export async function ensureChromium() {
  if (systemChromium()) return;
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return;
  if (isDebian() && canUseApt()) {
    const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
    await aptInstall(['chromium'], packages, 'the browser that tests run in');
    return;
  }
  await step(
    "download Playwright's Chromium, the browser that tests run in",
    ['node', 'node_modules/playwright-core/cli.js', 'install', 'chromium'],
    { missing: 'Or set CHROMIUM to the path of one you have.' },
  );
}
