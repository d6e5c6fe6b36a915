import { settingsOf } from './experiment.js';
import { createPace } from './pace.js';
import { AT_REST, enter, leave } from './turns.js';

/** Milliseconds between two times that words and chart are brought up to date while training. */
const READABLE = 100;

/**
 * Training as a reader steers it: played and paused, by one update, from the start; and the finer
 * pictures when nothing else goes on.
 *
 * @param {import('./properties.js').BoundaryProperties} element
 * @param {ReturnType<typeof import('./stage.js').createStage>} stage
 * @param {object} act
 * @param {() => import('./training.js').Training | undefined} act.training
 * @param {() => import('./picture.js').Look} act.look
 * @param {() => void} act.tell what has become of it, in words and numbers
 * @param {() => string} act.summary the same for the ear
 */
export function createRun(element, stage, { training, look, tell, summary }) {
  let playing = false;
  /** What is to go on when the element is on screen again. @type {{ updates?: number, fast?: boolean } | undefined} */
  let plan;
  /** An end the reader has been told of, and went on. @type {string | undefined} */
  let told;
  let readable = 0;
  const pace = createPace({
    train: (most) => element.attempt(() => train(most), halt) ?? 0,
    busy: stage.begun,
    after: (deadline) => element.attempt(() => frame(deadline), halt),
  });

  /** The training, where there is something to train. */
  const trainable = () => {
    const now = training();
    return now?.experiment && !now.disposed ? now : undefined;
  };

  /** @param {{ updates?: number, fast?: boolean, afresh?: boolean }} next */
  function start({ afresh, ...next }) {
    plan = next;
    pace.start({ afresh, ...next });
  }

  function stop() {
    playing = false;
    plan = undefined;
    pace.stop();
  }

  function halt() {
    stop();
    rest(false);
  }

  /** What is seen is not what holds any more. */
  function outdate() {
    stage.outdate();
    element.invalidate();
  }

  function play() {
    const now = trainable();
    if (!now) return;
    if (now.diagnosis.end === 'diverged') restart();
    told = now.diagnosis.end;
    playing = true;
    start({ afresh: true, fast: element.theme.still });
    rest(false);
    element.invalidate();
  }

  function pause() {
    const now = trainable();
    if (!now) return;
    stop();
    now.measure(true);
    element.invalidate();
    element.emit('change');
  }

  function step() {
    const now = trainable();
    if (!now) return;
    stop();
    now.experiment?.train(1);
    tellEnd();
  }

  function restart() {
    const now = trainable();
    if (!now) return;
    stop();
    now.restart(settingsOf(element));
    outdate();
    element.emit('change');
  }

  /** Everything of the state reached, at once. */
  function tellEnd() {
    training()?.measure(true);
    outdate();
    element.announce(summary());
    element.emit('change');
  }

  /** @param {number} most updates @returns {number} updates made, 0 at the end */
  function train(most) {
    const { made, end } = training()?.train(most) ?? { made: 0 };
    const replayed = pace.left - made < 1;
    if (replayed || (playing && end && end !== told) || made === 0) {
      halt();
      tellEnd();
      return 0;
    }
    return made;
  }

  /** One frame of training. @param {number} deadline */
  function frame(deadline) {
    const now = training();
    if (!now?.experiment) return;
    if (!stage.begun()) now.measure();
    stage.glance(look(), deadline);
    const time = performance.now();
    if (time - readable > READABLE) {
      readable = time;
      now.measure(true, false);
      tell();
      element.emit('input');
    }
  }

  /** Refines the pictures while nothing else goes on. @param {boolean} go */
  function rest(go) {
    if (go) enter(refine, AT_REST);
    else leave(refine);
  }

  /** @type {import('./turns.js').Turn} */
  function refine(_, deadline) {
    if (element.attempt(() => stage.refine(look(), deadline), halt)) leave(refine);
  }

  /** @param {() => void} act */
  const steered = (act) => () => element.attempt(act, halt);

  return {
    play: steered(play),
    pause: steered(pause),
    step: steered(step),
    restart: steered(restart),
    halt,
    get playing() {
      return playing;
    },

    /** Trains up to where a link was taken. @param {number} updates */
    replay: (updates) => start({ updates, fast: true }),

    /** Updates a replay has still to make. */
    get left() {
      return plan?.updates ? pace.left : 0;
    },

    /** All is shown that was asked for. */
    shown() {
      if (!pace.running) rest(true);
    },

    /** @param {boolean} visible */
    visibilityChanged(visible) {
      if (!visible) {
        pace.stop();
        rest(false);
      } else if (plan) pace.start({ ...plan, updates: pace.left });
      else element.invalidate();
    },
  };
}
