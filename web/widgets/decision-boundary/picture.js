import { createCanvas } from '../../shared/canvas.js';
import { h, setText, svg } from '../../shared/dom.js';
import { createField } from './field.js';
import { cursorPath, drawPoints, pathOf } from './marks.js';
import { createRegions } from './regions.js';
import { describeShape } from './shape.js';
import { area, toPicture } from './view.js';

/**
 * What one network makes of the plane: the field of probabilities, the line between the classes,
 * the points; each by itself, since they change at different times. The line is a vector: a canvas
 * of all pixels would be copied whenever the line moves.
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

/** Share of a frame's milliseconds for the field of one picture, and most for showing it. */
const SHARE = 1.5;
const SHOWING = 2;

/** The line is traced on grids up to this side: a longer one would take too long at once. */
const MOST_TRACED = 700;

/**
 * @param {import('../../shared/element.js').WidgetElement & { core: any }} element
 * @param {HTMLElement} overlay the inputs that lie over the picture
 */
export function createPicture(element, overlay) {
  const points = createCanvas(element, { class: 'points', 'aria-hidden': 'true' });
  const field = createField();
  const regions = createRegions();
  const strokes = { kinks: '', boundary: '', halo: '', cursor: '' };
  const paths = Object.keys(strokes).map((name) => svg('path', name));
  const line = svg('svg', 'line', ...paths);
  line.setAttribute('aria-hidden', 'true');
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
  /** Points that are on their canvas. @type {import('./data.js').Data | undefined} */
  let drawn;
  /** Whether every device pixel has been evaluated. */
  let sharp = false;
  /** What is half done. @type {'coarse' | 'fine' | undefined} */
  let begun;
  /** Milliseconds it takes to show a coarse picture, as last measured. */
  let showing = 1;
  /** Width of the picture in CSS and in device pixels. */
  let [size, pixels] = [0, 0];

  /** @param {Look} look @param {import('./experiment.js').Learner} learner */
  function drawLine({ kinks, cursor }, learner) {
    if (!size) return;
    const { x, y } = toPicture(size);
    const scale = (/** @type {number} */ at) => (at * size) / tracedSide;
    const bends = kinks ? learner.network.kinkLines(area) : [];
    strokes.kinks = pathOf(
      bends.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]),
      x,
      y,
    );
    strokes.boundary = pathOf(lines, scale, scale);
    strokes.halo = strokes.cursor = cursor ? cursorPath(x(cursor[0]), y(cursor[1])) : '';
    Object.values(strokes).forEach((data, i) => paths[i].setAttribute('d', data));
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

    /** What is under the pointer. @param {string} text */
    hover: (text) => setText(under, text),

    /** As the caption has them. */
    get words() {
      return { name: name.textContent ?? '', score: score.textContent ?? '' };
    },

    /** How many device pixels a side has. */
    get pixels() {
      return pixels;
    },

    /**
     * Draws all that is seen elsewhere.
     * @param {CanvasRenderingContext2D} context
     * @param {number} side in its pixels
     */
    copy(context, side) {
      context.drawImage(field.canvas, 0, 0, side, side);
      if (!regions.canvas.hidden) context.drawImage(regions.canvas, 0, 0, side, side);
      context.save();
      context.scale(side / size, side / size);
      paths.forEach((path, i) => {
        const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(path);
        context.strokeStyle = stroke;
        context.lineWidth = Number.parseFloat(strokeWidth);
        context.setLineDash(strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? []);
        context.lineCap = context.lineJoin = 'round';
        context.stroke(new Path2D(Object.values(strokes)[i]));
      });
      context.restore();
      context.drawImage(points.canvas, 0, 0, side, side);
    },

    /** @param {{ name: string, colour: string, score: string, spoken: string }} words */
    caption(words) {
      setText(name, words.name);
      name.style.color = words.colour;
      setText(score, words.score);
      if (label.getAttribute('aria-label') !== words.spoken)
        label.setAttribute('aria-label', words.spoken);
      overlay.setAttribute('aria-label', words.name);
    },

    /**
     * Draws the points, if others are there or in another look; false while the picture has no size.
     * @param {Look} look
     * @param {import('./data.js').Data} data
     */
    drawPoints({ theme }, data) {
      const { forced, text, background } = theme;
      const classes = [0, 1].map((label) => theme.curve(`class-${label}`));
      const name = String([forced, text, background, ...classes]);
      if (data === drawn && !points.isStale(name)) return true;
      const sheet = points.begin(name);
      if (!sheet) return false;
      drawn = data;
      size = sheet.width;
      pixels = points.canvas.width;
      drawPoints(sheet, theme, data);
      return true;
    },

    /** Draws anew what is known, in another look. @param {Look} look @param {import('./experiment.js').Learner} learner */
    redraw: finish,

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
      const latest = deadline - showing;
      if (!field.done) field.advance(learner.network, latest);
      const begin = performance.now();
      if (!field.done || begin > latest) return false; // the next frame has the time
      begun = undefined;
      finish(look, learner);
      showing = Math.min((performance.now() - begin + showing) / 2, SHOWING);
      return true;
    },

    /**
     * Goes on with the picture that has every device pixel; after it, the linear regions.
     * @param {Look} look
     * @param {import('./experiment.js').Learner} learner
     * @param {number} deadline
     * @returns {boolean} whether all is done
     */
    refine(look, learner, deadline) {
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
