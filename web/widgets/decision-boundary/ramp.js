import { mix, parseColour } from '../../shared/colour.js';

/** Steps from certainly class 0 to certainly class 1. */
const STEPS = 1024;

/** How much of the class's colour there is where both are as likely, and where one is certain. */
const PALEST = 0.25;
const STRONGEST = 0.58;

/** Distance of the lines that mark class 1 under forced colours, in fractions of the picture. */
const HATCH = 60;

/**
 * Colours by probability: the paler, the less certain. Little-endian RGBA.
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {number} [palest]
 * @returns {Uint32Array}
 */
export function createRamp(theme, palest = PALEST) {
  const rgb = (/** @type {string} */ colour) => parseColour(colour).rgb;
  const background = rgb(theme.background);
  const classes = [rgb(theme.curve('class-0')), rgb(theme.curve('class-1'))];
  return Uint32Array.from({ length: STEPS }, (_, i) => {
    const certainty = Math.abs((2 * i) / (STEPS - 1) - 1);
    const share = theme.forced ? 0 : palest + (STRONGEST - palest) * certainty;
    return pack(mix(background, classes[i < STEPS / 2 ? 0 : 1], share));
  });
}

/**
 * @param {Float32Array} values probabilities
 * @param {Uint32Array} ramp
 * @param {Uint32Array} pixels
 */
function colourField(values, ramp, pixels) {
  for (let i = 0; i < values.length; i++) {
    const p = values[i];
    pixels[i] = ramp[p < 1 ? (p > 0 ? (p * STEPS) | 0 : 0) : STEPS - 1];
  }
}

/**
 * Values of a grid in the colours of a theme.
 * @param {Float32Array} values
 * @param {number} columns
 * @param {Uint32Array} ramp
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {Uint32Array} pixels
 */
export function paintField(values, columns, ramp, { forced, text }, pixels) {
  colourField(values, ramp, pixels);
  if (forced) hatchField(values, columns, text, pixels);
}

/**
 * Class 1 as lines in the reader's own colour, where other colours are not to be had.
 * @param {Float32Array} values
 * @param {number} columns
 * @param {string} colour
 * @param {Uint32Array} pixels
 */
function hatchField(values, columns, colour, pixels) {
  const ink = pack(parseColour(colour).rgb);
  const distance = Math.max(4, Math.round(columns / HATCH));
  const width = Math.max(1, Math.round(distance / 8));
  for (let i = 0; i < values.length; i++) {
    if (values[i] > 0.5 && ((i % columns) + Math.floor(i / columns)) % distance < width)
      pixels[i] = ink;
  }
}

/** @param {number[]} rgb */
const pack = ([r, g, b]) =>
  ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
