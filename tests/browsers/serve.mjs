export { serve } from '../../web/build/serve.mjs';
