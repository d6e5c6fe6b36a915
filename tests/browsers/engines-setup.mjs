// Makes sure of the other two engines that tests run in, Firefox and WebKitGTK, and of what drives
// them. On Debian apt brings them; elsewhere a test says which engine it had to leave out.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canUseApt, isDebian, onPath } from '../../wasm/toolchain/debian.mjs';
import { project } from '../../wasm/toolchain/places.mjs';
import { step } from '../../wasm/toolchain/step.mjs';
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
  if (!missing.Firefox() || !missing.WebKit()) await installDrivers();
}

/** Not among the project's own packages, which everyone installs. */
async function installDrivers() {
  const folder = join(project, 'tests/browsers/engines');
  const marker = join(folder, 'node_modules/.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  await step(
    'install what drives Firefox and WebKit (77 MB, in tests/browsers/engines)',
    ['npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts'],
    { cwd: folder, missing: 'It needs npm and its registry.' },
  );
  writeFileSync(marker, lock);
}
