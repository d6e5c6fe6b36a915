import { kernels } from './kernels.mjs';

export default kernels('shown');
