/**
 * Makes an element. Attributes that are functions listen, booleans are present or absent, others
 * are set as text; no markup is ever parsed.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (typeof value === 'boolean') node.toggleAttribute(name, value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/**
 * @param {string} text
 * @param {() => void} click
 * @param {Record<string, any>} [attributes]
 */
export const button = (text, click, attributes = {}) =>
  h('button', { type: 'button', ...attributes, click }, text);

/**
 * An element of a drawing.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name its class
 * @param {...Node} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, name, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  node.setAttribute('class', name);
  node.append(...children);
  return node;
}

/**
 * Sets custom properties for the style sheet.
 * @param {Element | null} node an element of HTML
 * @param {Record<string, string>} colours by name
 */
export function setColours(node, colours) {
  const { style } = /** @type {HTMLElement} */ (node);
  for (const [name, colour] of Object.entries(colours)) style.setProperty(`--${name}`, colour);
}

/**
 * Sets text only where it differs, so that nothing is laid out anew without need.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * What is typed into a field is no shortcut of the page, which cannot see that there is a field.
 * @param {Event} event a key in a shadow tree
 */
export function keepTyping(event) {
  const { target, ctrlKey, metaKey, key } = /** @type {KeyboardEvent} */ (event);
  const typed = !ctrlKey && !metaKey && key !== 'Escape' && key !== 'Tab';
  if (typed && /** @type {Element} */ (target).matches('input, select, textarea'))
    event.stopPropagation();
}
