// Makes sure that there is a Python with PyTorch and numpy to compare with: Debian's packages. Where
// they cannot be installed, the benchmark goes on without them and says so.
import { existsSync } from 'node:fs';
import { aptInstall, canUseApt, isDebian } from '../../wasm/toolchain/debian.mjs';
import { outputOf } from '../../wasm/toolchain/step.mjs';

const ofDebian = '/usr/bin/python3';

export const python = () => (existsSync(ofDebian) ? ofDebian : 'python3');

export async function ensurePython() {
  const has = await outputOf([python(), '-c', 'import numpy, torch; print(torch.__version__)']);
  if (has || !isDebian() || !canUseApt()) return;
  const packages = ['python3-torch', 'python3-numpy'];
  await aptInstall(packages, packages, 'PyTorch and numpy, to compare with');
}
