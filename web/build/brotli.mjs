import { brotliCompressSync, constants } from 'node:zlib';

/**
 * The size a server sends that compresses its files once and as well as it can.
 * @param {Uint8Array | string} content
 */
export function brotli(content) {
  const bytes = Buffer.from(content);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}
