// Turns <m>TeX</m> and <m block>TeX</m> into MathML, so that nothing has to run in the browser.
import temml from 'temml';

/**
 * Each symbol has one colour all through the article: its class, see hues.mjs.
 * @type {Record<string, string>}
 */
const macros = {
  '\\x': '\\class{x}{x}',
  '\\W': '\\class{weight}{W}',
  '\\b': '\\class{bias}{b}',
  '\\f': '\\class{f}{f}',
  '\\df': "\\class{slope}{f'}",
  '\\al': '\\class{leaky_relu}{\\alpha}',
  '\\inputs': '\\,\\begin{bmatrix} -1 & 2 \\\\ 0.5 & -3 \\end{bmatrix}',
  '\\ph': '\\class{gelu}{\\phi}',
  '\\Ph': '\\class{gelu}{\\Phi}',
  ...functionMacros('sig', 'sigmoid', '\\sigma'),
  ...functionMacros('tanh', 'tanh', '\\mathrm{tanh}'),
  ...functionMacros('relu', 'relu', '\\mathrm{ReLU}'),
  ...functionMacros('leaky', 'leaky_relu', '\\mathrm{LeakyReLU}'),
  ...functionMacros('gelu', 'gelu', '\\mathrm{GELU}'),
  ...functionMacros('swish', 'swish', '\\mathrm{Swish}'),
};

/**
 * `\name` for the function and `\dname` for its slope; tanh is `\Tanh`, as TeX has its own `\tanh`.
 * @param {string} name
 * @param {string} hue
 * @param {string} symbol
 */
function functionMacros(name, hue, symbol) {
  const own = name === 'tanh' ? 'Tanh' : name;
  return {
    [`\\${own}`]: `\\class{${hue}}{${symbol}}`,
    [`\\d${name}`]: `\\class{slope}{${symbol}'}`,
  };
}

/** @param {string} html */
export const renderFormulas = (html) =>
  html.replace(/<m( block)?>([\s\S]*?)<\/m>/g, (_, block, tex) => {
    const math = temml.renderToString(tex, {
      displayMode: Boolean(block),
      macros: { ...macros },
      throwOnError: true,
      trust: ({ command }) => command === '\\class',
    });
    return block ? `<div class="formula">${math}</div>` : math;
  });
