import { mix, parseColour } from './colour.js';

/** What lies around a widget and behind it, and when that changes. */

export const forcedColours = '(forced-colors: active)';
export const reducedMotion = '(prefers-reduced-motion: reduce)';
const darkScheme = '(prefers-color-scheme: dark)';

let printing = false;

/** On paper all is dark on light, whatever the screen shows. */
export const onPaper = () => printing;

/**
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {() => void} changed
 */
export function watchSurroundings(element, signal, changed) {
  for (const query of [forcedColours, reducedMotion, darkScheme]) {
    matchMedia(query).addEventListener('change', changed, { signal });
  }
  document.fonts?.addEventListener('loadingdone', changed, { signal });
  // A theme that comes slowly is read again at its end.
  for (const type of ['transitionend', 'animationend']) {
    document.addEventListener(
      type,
      ({ target }) => ancestors(element).some((node) => node === target) && changed(),
      { signal },
    );
  }
  // The probe notices colours that are inherited. A background is not: a page that changes it alone
  // does so on its root, where many write all the time, so this looks once a frame.
  let seen = '';
  let asked = false;
  const look = () => {
    asked = false;
    const now = String(behind(element, [255, 255, 255]).colour);
    if (now !== seen) changed();
    seen = now;
  };
  const observer = new MutationObserver(() => {
    if (!asked) requestAnimationFrame(look);
    asked = true;
  });
  for (const node of [document.documentElement, document.body])
    if (node) observer.observe(node, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Printing does not wait for frames.
 * @param {AbortSignal} signal
 * @param {() => void} redraw at once
 */
export function watchPaper(signal, redraw) {
  for (const type of ['beforeprint', 'afterprint']) {
    addEventListener(
      type,
      () => {
        printing = type === 'beforeprint';
        redraw();
      },
      { signal },
    );
  }
}

/**
 * The colour painted behind an element, through layers that let others through. Undefined where the
 * element has been given a colour scheme of its own that nothing behind it has: it then paints
 * itself. Not sure where a picture or a gradient lies in between, or nothing is painted at all.
 *
 * @param {Element} element
 * @param {import('./colour.js').Rgb} canvas the colour of an unpainted page
 * @returns {{ colour: import('./colour.js').Rgb | undefined, sure: boolean }}
 */
export function behind(element, canvas) {
  const dark = usesDark(element);
  /** @type {ReturnType<typeof parseColour>[]} */
  const layers = [];
  let last = document.documentElement;
  let [pictured, opaque] = [false, false];
  for (const node of ancestors(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const layer = parseColour(backgroundColor);
    layers.push(layer);
    pictured ||= backgroundImage !== 'none';
    opaque = layer.alpha > 0.99;
    if (!opaque) continue;
    last = /** @type {HTMLElement} */ (node);
    break;
  }
  if (usesDark(last) !== dark) return { colour: undefined, sure: true };
  const colour = layers.reduceRight((under, { rgb, alpha }) => mix(under, rgb, alpha), canvas);
  return { colour, sure: opaque && !pictured };
}

/** What an element is seen in, itself first, through shadow trees. @param {Element} element */
function ancestors(element) {
  const all = [];
  /** @type {Element | null} */
  let node = element;
  while (node) {
    all.push(node);
    node = node.assignedSlot ?? node.parentElement ?? hostOf(node);
  }
  return all;
}

/** @param {Element} node */
function usesDark(node) {
  const { colorScheme } = getComputedStyle(node);
  const either = colorScheme.includes('light') && matchMedia(darkScheme).matches;
  return colorScheme.includes('dark') && (either || !colorScheme.includes('light'));
}

/** @param {Element} node @returns {Element | null} */
function hostOf(node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
