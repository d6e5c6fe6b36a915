// The arithmetic of the numbers in the article, such as `sigmoid'(-3)` or `2*sigmoid(1) - 1`.
//
//   sum     = product { ("+" | "-") product }
//   product = power { ("*" | "/") power }
//   power   = factor [ "^" power ]
//   factor  = "-" factor | number | name | name "(" sum { "," sum } ")" | "(" sum ")"
//
// A name may end in a prime. A name alone stands for itself, as in `lowest_x(gelu)`.

/** @typedef {number | string} Value */

const tokens = /\s*([A-Za-z_]\w*'?|\d+(?:\.\d+)?|[-+*/^(),])/y;

/**
 * @param {string} text
 * @param {(name: string, values: Value[]) => number} call computes functions, and powers as "^"
 * @returns {number}
 */
export function evaluate(text, call) {
  /** @type {string[]} */
  const queue = split(text);
  const next = () => queue[0];
  const value = sum();
  if (queue.length > 0) throw new Error(`"${text}": "${queue[0]}" is not expected`);
  if (!Number.isFinite(value)) throw new Error(`"${text}" is ${value}`);
  return /** @type {number} */ (value);

  /** @returns {Value} */
  function sum() {
    let value = product();
    while (queue[0] === '+' || queue[0] === '-') {
      value =
        queue.shift() === '+'
          ? Number(value) + Number(product())
          : Number(value) - Number(product());
    }
    return value;
  }

  /** @returns {Value} */
  function product() {
    let value = power();
    while (queue[0] === '*' || queue[0] === '/') {
      value =
        queue.shift() === '*' ? Number(value) * Number(power()) : Number(value) / Number(power());
    }
    return value;
  }

  /** @returns {Value} */
  function power() {
    const base = factor();
    if (queue[0] !== '^') return base;
    queue.shift();
    return call('^', [base, power()]);
  }

  /** @returns {Value} */
  function factor() {
    const token = queue.shift();
    if (token === '-') return -factor();
    if (token === '(') return closed(sum());
    if (token && /^\d/.test(token)) return Number(token);
    if (!token || !/^[A-Za-z_]/.test(token)) throw new Error(`"${text}": a value is missing`);
    if (next() !== '(') return token;
    queue.shift();
    const values = [sum()];
    while (next() === ',') {
      queue.shift();
      values.push(sum());
    }
    return closed(call(token, values));
  }

  /** @param {Value} value */
  function closed(value) {
    if (queue.shift() !== ')') throw new Error(`"${text}": a ")" is missing`);
    return value;
  }
}

/** @param {string} text */
function split(text) {
  const found = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.length) {
    const at = tokens.lastIndex;
    const match = tokens.exec(text);
    if (!match) throw new Error(`"${text}": "${text.slice(at)}" is not understood`);
    found.push(match[1]);
  }
  return found;
}
