import { h } from '../../shared/dom.js';
import { reading } from '../../shared/format.js';
import { onPaper } from '../../shared/surroundings.js';
import { createPicture } from './picture.js';
import { BUDGET } from './turns.js';

/**
 * @typedef {import('./picture.js').Picture} Picture
 * @typedef {import('./picture.js').Look} Look
 * @typedef {import('./experiment.js').Learner} Learner
 */

/**
 * The pictures of the networks, side by side: of one, or of two.
 * @param {import('./properties.js').BoundaryProperties} element
 * @param {() => Learner[]} learners
 */
export function createStage(element, learners) {
  const overlays = [0, 1].map(() => h('span', { role: 'group' }));
  const pictures = overlays.map((overlay) => createPicture(element, overlay));
  // The twin stands before it: linear first, then bent, as one reads.
  const [own, twin] = pictures.map((picture) => picture.node);
  const node = h('div', { class: 'stage' }, own);

  /** Those in use, with their networks. @returns {[Picture, Learner][]} */
  const shown = () => learners().map((learner, i) => [pictures[i], learner]);

  /** @type {import('./paint.js').Painter} */
  let painter;

  /** How a picture is seen: with the place of the keyboard on it. @param {Look} look @param {number} i */
  const seen = (look, i) => ({ ...look, cursor: painter.cursorIn(overlays[i]) });

  /** What the network says at a place. @param {Element} frame @param {number[]} at */
  function valueAt(frame, at) {
    const found = shown().find(([picture]) => picture.frame === frame);
    if (!found) return '';
    const [value] = found[1].network.predict(new Float32Array(at));
    return `${element.loss === 'mse' ? 'output' : 'P(blue)'} = ${reading(value)}`;
  }

  return {
    node,
    shown,
    valueAt,

    /** @param {number} i */
    shape: (i) => pictures[i].shape,

    /** Lets a painter paint on them. @param {import('./paint.js').Painter} given */
    open(given) {
      painter = given;
      pictures.forEach(({ frame }, i) => {
        painter.addKeyboard(overlays[i], () => frame);
        painter.addPointer(frame);
      });
    },

    outdate() {
      for (const picture of pictures) picture.outdate();
    },

    /** Whether one of them is drawn in part. */
    begun: () => shown().some(([picture]) => picture.begun),

    /** Shows at once, coarsely where time is short. @param {Look} look @param {import('./data.js').Data} data */
    show(look, data) {
      const two = learners().length > 1;
      node.classList.toggle('twin', two);
      if (two && !twin.parentNode) node.prepend(twin);
      if (!two) twin.remove();
      shown().forEach(([picture, learner], i) => {
        const now = seen(look, i);
        picture.frame.classList.toggle('painting', painter.tool !== 'look');
        if (picture.drawPoints(now, data)) {
          if (picture.sharp) picture.redraw(now, learner);
          else picture.glance(now, learner, onPaper() ? Infinity : performance.now() + BUDGET);
        }
      });
    },

    /** @param {Look} look @param {number} deadline */
    glance(look, deadline) {
      shown().forEach(([picture, learner], i) => {
        picture.glance(seen(look, i), learner, deadline);
      });
    },

    /** @param {Look} look @param {number} deadline @returns {boolean} whether all are as fine as can be */
    refine: (look, deadline) =>
      shown().every(([picture, learner], i) => picture.refine(seen(look, i), learner, deadline)),

    /** What the network says under the pointer. @param {Element} frame @param {number[] | undefined} at */
    hover(frame, at) {
      const picture = pictures.find((each) => each.frame === frame);
      picture?.hover(at ? valueAt(frame, at) : '');
    },
  };
}
