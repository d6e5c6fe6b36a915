/**
 * A formula that is wider than the column scrolls. The keyboard has to reach it then, and only then.
 * @param {Iterable<Element>} elements
 */
export function focusWhatScrolls(elements) {
  const observer = new ResizeObserver((entries) => {
    const scrolls = entries.map(({ target }) => target.scrollWidth > target.clientWidth);
    entries.forEach(({ target }, i) => {
      target.toggleAttribute('tabindex', scrolls[i]);
      if (scrolls[i]) target.setAttribute('tabindex', '0');
    });
  });
  for (const element of elements) observer.observe(element);
}
