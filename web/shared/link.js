/**
 * A widget's state as a fragment: `#<id or tag>?<attributes>`, the form embed.html understands too.
 * Without an id, the second widget of its kind on a page is `<tag>.2`, and so on.
 */

/** @param {Element} element */
function linkName(element) {
  if (element.id) return element.id;
  const root = /** @type {ParentNode & Node} */ (element.getRootNode());
  const index = [...root.querySelectorAll(element.localName)].indexOf(element);
  return element.localName + (index > 0 ? `.${index + 1}` : '');
}

/**
 * @param {Element} element
 * @param {Record<string, string>} values
 */
export const toLink = (element, values) => `#${linkName(element)}?${new URLSearchParams(values)}`;

/** @param {Record<string, string>} values */
export const toQuery = (values) => {
  const query = String(new URLSearchParams(values));
  return query && `?${query}`;
};

/**
 * @param {Element} element
 * @param {string} fragment of a page's address
 * @returns {Record<string, string> | undefined} undefined where the link is not about the element
 */
export function fromLink(element, fragment) {
  const [name, query] = fragment.slice(1).split('?', 2);
  const own = linkName(element);
  // A browser gives back a fragment with other letters than ASCII encoded.
  if (query === undefined || (name !== own && name !== encodeURI(own))) return undefined;
  return Object.fromEntries(new URLSearchParams(query));
}
