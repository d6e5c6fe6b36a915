// Bytes as printable ASCII, for a wasm inside a script. Base64 spreads bytes over characters, which
// hides from a compressor what they have in common: with brotli it costs 40 % more than the bytes
// themselves. Here most bytes are one character and the others two, which costs 2 %.

// The alphabet is `#` (35) to `~` (126): 92 characters. `\` and `<`, which mean something to
// JavaScript and to HTML, stand in it as `!` and a space.
const first = 35;
const alphabet = 92;
const single = 90;
// Those of one character are the bytes up to 86, and those from 253 on, with which every SIMD
// instruction begins.
const turned = 3;

/**
 * Symbols 0 and 1 announce that another symbol follows; symbol 2 + turned + b is the byte b, from
 * 256 on anew from 0.
 * @param {Uint8Array} bytes
 */
export function pack(bytes) {
  /** @param {number} symbol */
  const character = (symbol) =>
    String.fromCharCode(first + symbol)
      .replace('\\', '!')
      .replace('<', ' ');
  let text = '';
  for (const byte of bytes) {
    const rest = ((byte + turned) % 256) - single;
    text +=
      rest < 0
        ? character(rest + alphabet)
        : character(Math.floor(rest / alphabet)) + character(rest % alphabet);
  }
  return text;
}

/** @param {string} text */
export function unpack(text) {
  const bytes = new TextEncoder().encode(text);
  /** @param {number} index */
  const symbol = (index) => {
    const code = bytes[index];
    return (code === 33 ? 92 : code === 32 ? 60 : code) - first;
  };
  // In place: what is written is never ahead of what is read.
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const value = symbol(index);
    // An array of bytes takes what it is given modulo 256.
    bytes[length++] =
      (value < 2 ? single + value * alphabet + symbol(++index) : value - 2) - turned;
  }
  return bytes.slice(0, length);
}
