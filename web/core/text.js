/** @param {Uint8Array} bytes a text as the module gives it, UTF-8 */
export const textOf = (bytes) => new TextDecoder().decode(bytes);
