import { contrast, legible, luminance, mix, parseColour, toCss } from './colour.js';
import { h } from './dom.js';
import { hue } from './palette.js';
import { behind, forcedColours, onPaper, reducedMotion } from './surroundings.js';

/**
 * The page's own colours and type, and the article's hues made legible on them.
 *
 * @typedef {object} Theme
 * @property {boolean} forced forced colours: the reader's own, no others
 * @property {boolean} still reduced motion
 * @property {string} text
 * @property {string} muted text of less weight, still 4.5:1
 * @property {string} hairline
 * @property {string} background what the picture is seen on
 * @property {string} focus
 * @property {boolean} paints whether the element must paint the background itself
 * @property {(name: string) => string} curve a symbol's or function's colour at 3:1 or more
 * @property {(name: string) => string} ink the same for text, at 4.5:1 or more
 * @property {(name: string) => string} accent what can be moved: the author's accent, or that name's
 * @property {number} size of the text around, in CSS pixels
 * @property {(scale?: number) => string} font of the page, for canvas
 */

/** @type {import('./colour.js').Rgb} */
const BLACK = [0, 0, 0];
/** @type {import('./colour.js').Rgb} */
const WHITE = [255, 255, 255];
const PAPER = { colour: WHITE, sure: true };

/**
 * A hidden node whose colours follow the page's. Its style sheet gives it a very short transition,
 * and the events of that tell when a colour changes: by the reader's system, by a class somewhere
 * above, or by a rule of the page.
 *
 * @param {() => void} changed
 */
export const createProbe = (changed) =>
  h('i', { class: 'probe', transitionrun: changed, transitionend: changed });

export const probeStyle = `
.probe {
  position: absolute; visibility: hidden; color: inherit; background: Canvas;
  outline-color: var(--aw-accent, Canvas); border-color: CanvasText;
  transition: color 1ms, background-color 1ms, outline-color 1ms;
}`;

/**
 * @param {Element} element
 * @param {HTMLElement} probe
 * @returns {Theme}
 */
export function readTheme(element, probe) {
  const style = getComputedStyle(element);
  const system = getComputedStyle(probe);
  const forced = matchMedia(forcedColours).matches;
  const canvas = parseColour(system.backgroundColor).rgb;
  const { colour: below, sure } = onPaper() ? PAPER : behind(element, canvas);
  const paints = !forced && below === undefined;
  const { rgb: own, alpha } = parseColour(paints || forced ? system.borderTopColor : style.color);
  let background = forced ? canvas : (below ?? canvas);
  // What pictures or gradients look like is not known, but nobody writes like that on them.
  if (!sure && contrast(own, background) < 2 && alpha > 0.5)
    background = luminance(own) > 0.18 ? BLACK : WHITE;
  const text = contrast(own, background) >= 4.5 ? own : legible(own, background, 4.5);
  const muted = legible(mix(text, background, 0.4), background, 4.5);
  const size = Number.parseFloat(style.fontSize) || 16;

  /** Whatever an author may write, such as currentColor. @param {string} colour */
  const resolved = (colour) => {
    probe.style.columnRuleColor = '';
    probe.style.columnRuleColor = colour;
    return probe.style.columnRuleColor && system.columnRuleColor;
  };

  /** @type {Map<string, string>} */
  const known = new Map();
  /** @param {string} name @param {number} least */
  const adapted = (name, least) => {
    const key = name + least;
    let colour = known.get(key);
    if (!colour) {
      const given = style.getPropertyValue(`--aw-${name}`).trim();
      const { rgb } = parseColour((given && resolved(given)) || hue(name));
      colour = forced ? toCss(text) : toCss(legible(rgb, background, least));
      known.set(key, colour);
    }
    return colour;
  };

  return {
    forced,
    still: matchMedia(reducedMotion).matches,
    paints,
    text: toCss(text),
    muted: toCss(forced ? text : muted),
    hairline: toCss(forced ? text : mix(background, text, 0.2)),
    background: toCss(background),
    focus: forced ? 'Highlight' : toCss(text),
    size,
    accent: (name) =>
      forced
        ? 'Highlight'
        : adapted(style.getPropertyValue('--aw-accent').trim() ? 'accent' : name, 3),
    curve: (name) => adapted(name, 3),
    ink: (name) => adapted(name, 4.5),
    font: (scale = 1) =>
      `${style.fontStyle} ${style.fontWeight} ${size * scale}px ${style.fontFamily}`,
  };
}

/**
 * What style sheets take from a theme.
 * @param {Theme} theme
 * @param {HTMLElement} root of a widget's content
 */
export function applyTheme({ paints, muted, focus }, { classList, style }) {
  classList.toggle('paints', paints);
  style.setProperty('--muted', muted);
  style.setProperty('--focus', focus);
}
