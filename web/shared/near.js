/**
 * Waits until an element comes near the screen: a page with many widgets is there at once, and
 * those that nobody scrolls to cost nothing.
 *
 * @param {Element} element
 * @param {AbortSignal} signal gives up: nothing is loaded for what is not there any more
 * @returns {{ near: Promise<void>, now: () => void }} `now` ends the waiting too
 */
export function waitUntilNear(element, signal) {
  let now = () => {};
  /** @type {Promise<void>} */
  const near = new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) now();
      },
      { rootMargin: '600px' },
    );
    now = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  });
  return { near, now };
}

/**
 * Tells when an element comes on screen, or nearly, and when it leaves it.
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {(visible: boolean) => void} changed
 */
export function watchVisibility(element, signal, changed) {
  const observer = new IntersectionObserver(
    (entries) => changed(entries[entries.length - 1].isIntersecting),
    { rootMargin: '100px' },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
