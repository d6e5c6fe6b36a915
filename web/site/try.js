/**
 * Words such as "sigmoid at x = −3", marked `data-try="<id of a figure>?<its state>"`. Without
 * scripts they are plain words; with them, buttons that put the figure in that state.
 * @param {ParentNode} page
 */
export function enableTries(page) {
  for (const words of page.querySelectorAll('[data-try]')) {
    const [id, state] = (words.getAttribute('data-try') ?? '').split('?');
    const widget = document.getElementById(id);
    // As long as it has not become a figure, there is nothing to set.
    if (widget)
      customElements.whenDefined(widget.localName).then(() => enable(words, widget, state));
  }
}

/**
 * @param {Element} words
 * @param {Element} widget
 * @param {string} state
 */
function enable(words, widget, state) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'try';
  button.append(...words.childNodes);
  button.addEventListener('click', () =>
    show(widget, Object.fromEntries(new URLSearchParams(state))),
  );
  words.replaceChildren(button);
}

/**
 * From the start each time, so that the same words always show the same thing.
 * @param {any} widget
 * @param {Record<string, string>} state
 */
function show(widget, state) {
  widget.reset();
  widget.state = state;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  widget.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
}
