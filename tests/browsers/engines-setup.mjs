// Makes sure of the other two engines that tests run in, Firefox and WebKitGTK, and of what drives
// them. On Debian apt brings them; elsewhere a test says which engine it had to leave out.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canUseApt, isDebian, onPath } from '../../wasm/toolchain/debian.mjs';
import { project } from '../../wasm/toolchain/places.mjs';
import { installForTests } from '../locked-packages.mjs';
import { ensureChromium } from './chromium-setup.mjs';

export const firefox = () => process.env.FIREFOX ?? onPath('firefox-esr') ?? onPath('firefox');
export const webKitDriver = () => onPath('WebKitWebDriver') ?? '';

/** Debian keeps it in a folder of the processor's name. @returns {string | undefined} */
export const miniBrowser = () =>
  ['/usr/lib', ...foldersOf('/usr/lib'), '/usr/libexec']
    .flatMap((folder) => [join(folder, 'webkit2gtk-4.1'), join(folder, 'webkitgtk-6.0')])
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((file) => existsSync(file));

/** @param {string} folder */
const foldersOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name))
    : [];

/** What an engine lacks here, in one line; undefined where it can be driven. */
export const missing = {
  Chromium: () => undefined, // ensureChromium() sees to it
  Firefox: () => (firefox() ? undefined : 'no firefox on PATH (or set FIREFOX)'),
  WebKit: () => {
    if (!webKitDriver()) return 'no WebKitWebDriver on PATH (Debian: webkit2gtk-driver)';
    if (!miniBrowser()) return 'no MiniBrowser beside it';
    return onPath('Xvfb') ? undefined : 'no Xvfb on PATH (Debian: xvfb)';
  },
};

export async function ensureEngines() {
  await ensureChromium();
  if (isDebian() && canUseApt()) {
    const why = 'engines that the widgets are tested in';
    await aptInstall(['firefox-esr'], ['firefox-esr'], why);
    await aptInstall(['WebKitWebDriver', 'Xvfb'], ['webkit2gtk-driver', 'xvfb'], why);
  }
  // Not among the project's own packages, which everyone installs.
  if (!missing.Firefox() || !missing.WebKit()) {
    const folder = join(project, 'tests/browsers/engines');
    const what = 'what drives Firefox and WebKit (77 MB, in tests/browsers/engines)';
    await installForTests(folder, what);
  }
}
