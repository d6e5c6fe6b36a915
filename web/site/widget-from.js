/**
 * @typedef {import('../shared/element.js').WidgetElement} WidgetElement
 * @typedef {{ node: HTMLElement, problem: () => HTMLElement | undefined }} Made `problem` looks
 *   again, once the widget runs: which words an attribute may have is known only then
 */

/** @param {string} text */
function sentence(text) {
  const node = document.createElement('p');
  node.setAttribute('role', 'alert');
  node.textContent = text;
  return node;
}

/** The tags there are, from the classes the script has: `ActivationTable` is `activation-table`. */
const tags = () =>
  Object.keys(/** @type {any} */ (globalThis).activationWidgets ?? {})
    .filter((name) => /^([A-Z][a-z]+)+$/.test(name))
    .map((name) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase())
    .filter((tag) => customElements.get(tag));

/**
 * @param {string} fragment
 * @returns {Made}
 */
export function widgetFrom(fragment) {
  const [tag, query = ''] = fragment.slice(1).split('?', 2);
  const values = [...new URLSearchParams(query)];
  const no = (/** @type {string} */ text) => ({ node: sentence(text), problem: () => undefined });
  if (!tags().includes(tag)) {
    return no(
      tag
        ? `There is no widget “${tag}”; there are ${tags().join(', ')}.`
        : `This page shows the widget its address names, as in embed.html#${tags()[0]}.`,
    );
  }
  const Class = /** @type {any} */ (customElements.get(tag));
  const known = [...Class.observedAttributes, ...Class.kept];
  const strange = values.find(([name]) => !known.includes(name));
  if (strange) return no(`${tag} has no attribute “${strange[0]}”; it has ${known.join(', ')}.`);

  const node = /** @type {WidgetElement} */ (document.createElement(tag));
  for (const [name, value] of values) node.setAttribute(name, value);
  return {
    node,
    problem() {
      for (const [name, value] of values) {
        const kind = Class.attributes[name];
        if (kind && kind.parse(value, node) === undefined) {
          return sentence(`${tag}: unknown ${name} “${value}”; use ${kind.expects(node)}.`);
        }
      }
      return undefined;
    },
  };
}
