import { createCanvas } from '../../shared/canvas.js';
import { h, setText } from '../../shared/dom.js';
import { createField } from './field.js';
import { drawBoundary, drawCursor, drawKinks, drawPoints } from './marks.js';
import { createRegions } from './regions.js';
import { describeShape } from './shape.js';
import { area } from './view.js';

/**
 * What one network makes of the plane: the field of probabilities, the line between the classes,
 * the points; each on a canvas of its own, since they change at different times.
 *
 * @typedef {ReturnType<typeof createPicture>} Picture
 *
 * @typedef {object} Look
 * @property {import('../../shared/theme.js').Theme} theme
 * @property {Uint32Array} ramp
 * @property {boolean} kinks
 * @property {boolean} regions
 * @property {number[]} [cursor] where the keyboard is, in the plane
 */

/** Share of a frame's milliseconds for the field of one picture. */
const SHARE = 1.8;

/** The line is traced on grids up to this side: a longer one would take too long at once. */
const MOST_TRACED = 700;

/** Milliseconds a frame when nothing else is going on. */
const AT_REST = 10;

/**
 * @param {import('../../shared/element.js').WidgetElement & { core: any }} element
 * @param {HTMLElement} overlay the inputs that lie over the picture
 */
export function createPicture(element, overlay) {
  const points = createCanvas(element, { class: 'points', 'aria-hidden': 'true' });
  const field = createField();
  const regions = createRegions();
  const line = h('canvas', { class: 'line', 'aria-hidden': 'true' });
  const name = h('b');
  const score = h('span', { class: 'score' });
  const under = h('span', { class: 'under muted', 'aria-hidden': 'true' });
  const label = h('span', { role: 'img', class: 'unseen' });
  const { frame } = points;
  frame.prepend(field.canvas, regions.canvas, line);
  frame.append(label, overlay);
  const node = h(
    'figure',
    { part: 'figure' },
    h('figcaption', {}, name, ' ', under, ' ', score),
    frame,
  );

  /** @type {Float32Array[]} */
  let lines = [];
  /** The side of the grid they were traced on. */
  let tracedSide = 0;
  let shape = '';
  /** Whether every device pixel has been evaluated. */
  let sharp = false;
  /** What is half done. @type {'coarse' | 'fine' | undefined} */
  let begun;
  /** Width of the picture in CSS and in device pixels. */
  let [size, pixels] = [0, 0];

  /** @param {Look} look @param {import('./experiment.js').Learner} learner */
  function drawLine({ theme, kinks, cursor }, learner) {
    if (!size) return;
    if (line.width !== pixels) line.width = line.height = pixels;
    const context = /** @type {CanvasRenderingContext2D} */ (line.getContext('2d'));
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, pixels, pixels);
    context.scale(pixels / size, pixels / size);
    if (kinks) drawKinks(context, theme, learner.network.kinkLines(area), size);
    drawBoundary(context, theme, lines, size / tracedSide);
    if (cursor) drawCursor(context, theme, cursor, size);
  }
  /** @param {Look} look @param {import('./experiment.js').Learner} learner */
  function finish(look, learner) {
    field.show(look.ramp, look.theme);
    if (field.columns <= MOST_TRACED || !tracedSide) trace();
    drawLine(look, learner);
  }

  function trace() {
    tracedSide = field.columns;
    lines = element.core.contour(field.values, { width: field.columns, height: field.rows });
    shape = describeShape(lines);
  }

  return {
    node,
    frame,
    field,
    canvases: [field.canvas, regions.canvas, line, points.canvas],
    get shape() {
      return shape;
    },
    /** Whether a coarse picture is half done. */
    get begun() {
      return begun === 'coarse';
    },
    get sharp() {
      return sharp;
    },
    get lines() {
      return lines;
    },

    /** What is under the pointer. @param {string} text */
    hover: (text) => setText(under, text),

    /** As the caption has them. */
    get words() {
      return { name: name.textContent ?? '', score: score.textContent ?? '' };
    },

    /** @param {{ name: string, colour: string, score: string, spoken: string }} words */
    caption(words) {
      setText(name, words.name);
      name.style.color = words.colour;
      setText(score, words.score);
      if (label.getAttribute('aria-label') !== words.spoken)
        label.setAttribute('aria-label', words.spoken);
    },

    /**
     * Draws the points anew; false while the picture has no size.
     * @param {Look} look
     * @param {import('./data.js').Data} data
     */
    drawPoints(look, data) {
      const sheet = points.begin();
      if (!sheet) return false;
      size = sheet.width;
      pixels = points.canvas.width;
      drawPoints(sheet, look.theme, data);
      return true;
    },

    /** Draws anew what is known, in another look. @param {Look} look @param {import('./experiment.js').Learner} learner */
    redraw: finish,

    drawLine,

    /** The network has changed, or the look: what is seen is out of date. */
    outdate() {
      sharp = false;
      begun = undefined;
      regions.hide();
    },

    /**
     * Goes on with a coarse picture, and shows it when all its rows are there.
     * @param {Look} look
     * @param {import('./experiment.js').Learner} learner
     * @param {number} deadline
     * @returns {boolean} whether it was shown
     */
    glance(look, learner, deadline) {
      if (begun !== 'coarse') {
        const side = field.sideFor(SHARE);
        field.begin(side, side);
        begun = 'coarse';
        sharp = false;
      }
      field.advance(learner.network, deadline);
      if (!field.done) return false;
      begun = undefined;
      finish(look, learner);
      return true;
    },

    /**
     * Goes on with the picture that has every device pixel; after it, the linear regions.
     * @param {Look} look
     * @param {import('./experiment.js').Learner} learner
     * @returns {boolean} whether all is done
     */
    refine(look, learner) {
      const deadline = performance.now() + AT_REST;
      if (!size) return true;
      if (begun === 'coarse') {
        this.glance(look, learner, deadline);
        return false;
      }
      if (!sharp) {
        if (!begun) field.begin(pixels, pixels);
        begun = 'fine';
        field.advance(learner.network, deadline);
        if (!field.done) return false;
        begun = undefined;
        sharp = true;
        finish(look, learner);
        return !look.regions;
      }
      if (!look.regions) return true;
      return regions.advance(learner.network, pixels, look.theme, deadline);
    },
  };
}
