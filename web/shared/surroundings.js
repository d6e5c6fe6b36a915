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
  // A theme that comes slowly is read again at its end,
  for (const type of ['transitionend', 'animationend']) {
    document.addEventListener(
      type,
      ({ target }) => target instanceof Element && target.contains(element) && changed(),
      { signal },
    );
  }
  // and one that changes nothing but the background is set up here, as is much else.
  let seen = '';
  const observer = new MutationObserver(() => {
    const now = String(behind(element, [255, 255, 255]));
    if (now !== seen) changed();
    seen = now;
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
 * itself.
 *
 * @param {Element} element
 * @param {import('./colour.js').Rgb} canvas the colour of an unpainted page
 * @returns {import('./colour.js').Rgb | undefined}
 */
export function behind(element, canvas) {
  const dark = usesDark(element);
  /** @type {ReturnType<typeof parseColour>[]} */
  const layers = [];
  /** @type {Element | null} */
  let node = element;
  let last = document.documentElement;
  while (node) {
    const layer = parseColour(getComputedStyle(node).backgroundColor);
    layers.push(layer);
    if (layer.alpha > 0.99) {
      last = /** @type {HTMLElement} */ (node);
      break;
    }
    node = node.assignedSlot ?? node.parentElement ?? hostOf(node);
  }
  if (usesDark(last) !== dark) return undefined;
  return layers.reduceRight((under, { rgb, alpha }) => mix(under, rgb, alpha), canvas);
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
