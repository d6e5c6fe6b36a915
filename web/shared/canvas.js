import { h } from './dom.js';

/**
 * @typedef {object} Sheet what there is to draw on; units are CSS pixels
 * @property {CanvasRenderingContext2D} context
 * @property {number} width
 * @property {number} height
 * @property {number} pixel the size of a device pixel
 */

/**
 * A canvas with exactly as many pixels as the screen gives it, on every pixel ratio and zoom. It
 * fills `frame`, whose size comes from a style sheet and never from the canvas: no feedback.
 *
 * @param {import('./element.js').WidgetElement} element told when there is need to draw again
 * @param {Record<string, any>} [attributes] an image, unless they say that it is hidden
 */
export function createCanvas(element, attributes = { role: 'img' }) {
  const canvas = h('canvas', {
    ...attributes,
    contextrestored() {
      drawn = undefined;
      element.invalidate();
    },
  });
  const frame = h('div', { class: 'picture', part: 'picture' }, canvas);
  let [width, height, columns, rows, ratio] = [0, 0, 0, 0, 0];
  /** What was drawn last, as the widget calls it. @type {string | undefined} */
  let drawn;

  /** @param {ResizeObserverSize} [told] */
  const fit = (told) => {
    ratio = devicePixelRatio;
    const [w, h] = exactSize(deviceSize({ width, height }), told);
    if (w === columns && h === rows) return;
    [columns, rows] = [w, h];
    element.invalidate();
  };

  element.whileConnected((signal) => {
    const observer = new ResizeObserver((entries) => {
      const { devicePixelContentBoxSize, contentRect } = entries[entries.length - 1];
      ({ width, height } = contentRect);
      fit(devicePixelContentBoxSize?.[0]);
    });
    observe(observer, frame);
    signal.addEventListener('abort', () => observer.disconnect());

    const watchRatio = () => {
      const now = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      const changed = () => {
        fit();
        watchRatio();
      };
      now.addEventListener('change', changed, { once: true, signal });
    };
    watchRatio();
  });

  return {
    canvas,
    frame,

    /** For those who do not see it. @param {string} text */
    describe: (text) => canvas.setAttribute('aria-label', text),

    /**
     * Whether something else is to be drawn, or with other pixels.
     * @param {string} wanted
     */
    isStale: (wanted) =>
      wanted !== drawn ||
      ratio !== devicePixelRatio ||
      canvas.width !== columns ||
      canvas.height !== rows,

    /**
     * Clears the canvas. The size is what the observer told: asking for it here would make the
     * browser lay out the page at once, for every widget anew.
     * @param {string} [name] of what will be drawn
     * @returns {Sheet | undefined} undefined as long as there is no size
     */
    begin(name) {
      if (width && ratio !== devicePixelRatio) fit();
      const context = columns && rows ? canvas.getContext('2d') : null;
      if (!context) return undefined;
      drawn = name;
      canvas.width = columns;
      canvas.height = rows;
      context.scale(columns / width, rows / height);
      return { context, width, height, pixel: width / columns };
    },
  };
}

/** @param {{ width: number, height: number }} size in CSS pixels */
const deviceSize = ({ width, height }) => [
  Math.round(width * devicePixelRatio),
  Math.round(height * devicePixelRatio),
];

/**
 * The browser knows best how many pixels a box has after snapping to the screen's, and where a page
 * has zoomed it. Some do not tell, and an emulated pixel ratio is left out of what they tell.
 * @param {number[]} computed
 * @param {ResizeObserverSize} [told]
 */
function exactSize([w, h], told) {
  const whole = told && told.inlineSize > w - 2 && told.blockSize > h - 2;
  return whole ? [told.inlineSize, told.blockSize] : [w, h];
}

/** @param {ResizeObserver} observer @param {Element} frame */
function observe(observer, frame) {
  try {
    observer.observe(frame, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(frame); // an engine that knows the CSS size only
  }
}
