// Decides where Emscripten comes from. A pure function of what the machine has, so that a test can
// put every kind of machine before it.

/** The first major version whose options (`-sEMBIND_AOT`, `--emit-tsd`) the build relies on. */
const oldestMajor = 6;

/**
 * @typedef {object} Machine
 * @property {string} [pathVersion] of the `em++` on PATH
 * @property {string} [emsdk] the EMSDK variable
 * @property {string} [emsdkVersion] of the em++ below it
 * @property {boolean} debian
 * @property {boolean} canUseApt root, with apt
 * @property {boolean} rootReady the Debian root of our own exists already
 */

/**
 * @typedef {{ from: 'path' | 'emsdk', version: string }
 *   | { from: 'debian-root' }
 *   | { from: 'nowhere', reason: string }} Source
 */

/**
 * @param {Machine} machine
 * @returns {Source}
 */
export function findEmscripten(machine) {
  if (fits(machine.pathVersion)) return { from: 'path', version: machine.pathVersion };
  if (fits(machine.emsdkVersion)) return { from: 'emsdk', version: machine.emsdkVersion };
  if (machine.debian && (machine.rootReady || machine.canUseApt)) return { from: 'debian-root' };

  const tooOld = machine.pathVersion ?? machine.emsdkVersion;
  const found = tooOld
    ? `Emscripten ${tooOld} is too old (${oldestMajor} or later is needed)`
    : machine.emsdk
      ? `EMSDK is ${machine.emsdk}, which holds no working em++`
      : 'Emscripten is missing';
  const orRoot = machine.debian ? ', or run this once as root' : '';
  return {
    from: 'nowhere',
    reason:
      `${found}. Get it with: git clone https://github.com/emscripten-core/emsdk && cd emsdk && ` +
      `./emsdk install latest && ./emsdk activate latest && . ./emsdk_env.sh${orRoot}.`,
  };
}

/**
 * @param {string | undefined} version
 * @returns {version is string}
 */
const fits = (version) => version !== undefined && Number.parseInt(version, 10) >= oldestMajor;
