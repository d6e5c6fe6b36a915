/** Colours as [red, green, blue] from 0 to 255, and their contrast as WCAG defines it. */

/** @typedef {[number, number, number]} Rgb */

/** @type {CanvasRenderingContext2D | null | undefined} */
let pixel;

/**
 * @param {string} colour any CSS colour
 * @returns {{ rgb: Rgb, alpha: number }}
 */
export function parseColour(colour) {
  const parts = /^#\w{6}$/.test(colour)
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : /^rgba?\([\d., ]+\)$/.test(colour)
      ? (colour.match(/[\d.]+/g) ?? []).map(Number)
      : paint(colour);
  const [r, g, b, alpha = 1] = parts;
  return { rgb: [r, g, b], alpha };
}

/** What the canvas makes of a colour: reads oklch(), color() and whatever comes next. @param {string} colour */
function paint(colour) {
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel) return [0, 0, 0, 1];
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = '#000';
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

/** @param {Rgb} rgb */
export const toCss = (rgb) => `rgb(${rgb.map(Math.round).join(' ')})`;

/** @param {Rgb} from @param {Rgb} to @param {number} share of `to` */
export const mix = (from, to, share) =>
  /** @type {Rgb} */ (from.map((c, i) => c + (to[i] - c) * share));

/** @param {Rgb} rgb */
export function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {Rgb} a @param {Rgb} b */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/**
 * Keeps the hue and changes the lightness, as little as needed for the contrast.
 * @param {Rgb} rgb
 * @param {Rgb} background
 * @param {number} least contrast
 */
export function legible(rgb, background, least) {
  /** @type {Rgb} */
  const end = luminance(background) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  let share = 0;
  while (share < 1 && contrast(mix(rgb, end, share), background) < least) share += 0.02;
  return mix(rgb, end, Math.min(share, 1));
}
