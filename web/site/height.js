/**
 * Tells the page around this one how high it is: `{ type: 'activation-widgets:height', height }`, in
 * CSS pixels. The message is posted at once, when the size has changed, and to a page that asks with
 * the message 'activation-widgets:height?'. It holds no secret, so any page may have it.
 */
const TYPE = 'activation-widgets:height';

let told = 0;
/** @type {Element | undefined} */
let measured;

/** @param {Element} element has all of the content, and a height of its own */
export function tellHeight(element) {
  if (measured || parent === self) return;
  measured = element;
  // At once: a browser holds up the observers of a frame that is not on screen.
  tell();
  new ResizeObserver(() => height() !== told && tell()).observe(element);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data === `${TYPE}?`) tell();
  });
  addEventListener('resize', hideScrollbar);
}

const height = () => Math.ceil(/** @type {Element} */ (measured).getBoundingClientRect().height);

function tell() {
  told = height();
  parent.postMessage({ type: TYPE, height: told }, '*');
}

/**
 * Once the page around does what it is told, no scrollbar may come and go: it would change the width,
 * hence the height, and so on.
 */
function hideScrollbar() {
  if (innerHeight === told) document.documentElement.style.overflowY = 'hidden';
}
