/** The smallest module with SIMD in it. */
const simd = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0],
  ...[65, 0, 253, 15, 253, 98, 11],
);

/**
 * The same core without SIMD, in a file beside the classic script, for a browser that has none (an
 * old one, or on an old processor). Everyone else never asks for it.
 *
 * @param {HTMLOrSVGScriptElement | null | undefined} script the classic one, while it runs
 * @returns {() => Promise<import('./module.js').CreateModule | undefined>}
 */
export function besideScript(script) {
  // A worker has neither scripts nor their class, and one in an SVG picture no src.
  const { src = '' } = /** @type {Partial<HTMLScriptElement>} */ (script ?? {});
  return async () => {
    if (!src || WebAssembly.validate(simd)) return undefined;
    const place = new URL(src);
    // The short address of the package on a CDN names no file.
    if (/\/activation-widgets(@[^/]*)?\/?$/.test(place.pathname))
      place.pathname = place.pathname.replace(/\/?$/, '/dist/');
    const url = new URL('activation-widgets.scalar.js', place).href;
    // Of the two, import() minds nonces and Trusted Types, and the element works on file://.
    await import(url).catch(() => byElement(url));
    return /** @type {any} */ (globalThis).activationWidgetsScalar;
  };
}

/** @param {string} src */
const byElement = (src) =>
  new Promise((load, error) => {
    const script = Object.assign(document.createElement('script'), { src, onload: load });
    script.onerror = () => error(new Error(`${src} cannot be loaded`));
    document.head.append(script);
  });
