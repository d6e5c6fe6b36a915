// Packages that only tests need, each lot in a folder with a package-lock.json of its own.
import { installLocked } from '../wasm/toolchain/npm-packages.mjs';

/**
 * @param {string} folder
 * @param {string} purpose for the progress line
 */
export const installForTests = (folder, purpose) =>
  installLocked(folder, purpose, '--ignore-scripts', '--prefer-offline');
