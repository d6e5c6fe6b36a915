import { within } from './axes.js';
import { h } from './dom.js';

/**
 * A point that moves along x: dragged on the picture with mouse, pen or finger, or moved by the
 * keyboard and by screen readers through a native range input, which is there but not seen. A
 * vertical swipe that starts on the picture scrolls the page and moves nothing.
 *
 * @typedef {object} Handle
 * @property {HTMLInputElement} input in the picture's frame, before the canvas
 * @property {(state: { min: number, max: number, step: number, value: number, text: string }) => void} show
 * @property {boolean} held
 * @property {(theme: import('./theme.js').Theme) => Look} look
 *
 * @typedef {object} Look how the handle is drawn
 * @property {boolean} held
 * @property {string | undefined} focus the colour of the ring, where it has the keyboard
 */

/** Finger movement, in CSS pixels, from which the direction of a gesture is known. */
const SLOP = 4;

/**
 * @param {import('./element.js').WidgetElement} element
 * @param {{ frame: HTMLElement }} picture what it is dragged on
 * @param {string} label
 * @param {object} act
 * @param {(at: number) => number} act.toValue from a place on the picture, in CSS pixels
 * @param {(value: number) => void} act.move
 * @param {() => void} act.commit
 * @returns {Handle}
 */
export function createHandle(element, { frame }, label, { toValue, move, commit }) {
  /** @param {string} type @param {(event: any) => void} act */
  const on = (type, act) => frame.addEventListener(type, act);
  const repaint = () => element.invalidate();
  const input = h('input', {
    type: 'range',
    class: 'unseen',
    'aria-label': label,
    keydown,
    input: () => go(input.valueAsNumber),
    change: commit,
    focus: repaint,
    blur() {
      pressed = false;
      repaint();
    },
  });
  /** The ring is for the keyboard: a script that gives the focus does not say whose it is. */
  let pressed = false;
  frame.prepend(input);
  /** @type {Handle} */
  const handle = {
    input,
    held: false,
    show,
    look: ({ focus }) => ({
      held: handle.held,
      focus: !pressed && input.matches(':focus-visible') ? focus : undefined,
    }),
  };
  let [min, max, step, value] = [0, 1, 1, 0];

  /** @param {Parameters<Handle['show']>[0]} state */
  function show(state) {
    ({ min, max, step, value } = state);
    Object.assign(input, { min, max, step });
    input.value = String(value);
    input.setAttribute('aria-valuetext', state.text);
  }

  /** Keeps off the crumbs of binary fractions. @param {number} to */
  const go = (to) => {
    const grain = step / 10;
    const clean = Number((Math.round(to / grain) * grain).toPrecision(12));
    value = within([min, max], clean); // the next key may come before the next frame
    move(value);
  };

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    pressed = false;
    repaint();
    const to = keyTarget(event, { min, max, step, value });
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation(); // the page's slides stay where they are
    go(to);
    commit();
  }

  /** @param {PointerEvent} event */
  const goTo = (event) => go(toValue(placeAlong(frame, event)));
  const grab = () => {
    before = value;
    handle.held = pressed = true;
    input.focus({ preventScroll: true });
  };
  let [startX, startY, undecided, before] = [0, 0, false, 0];

  on('mousedown', (event) => event.preventDefault()); // keeps the focus
  on('pointerdown', (event) => {
    if (!event.isPrimary) return cancel(); // a second finger: the page is being zoomed
    if (event.button !== 0) return;
    [startX, startY, undecided] = [event.clientX, event.clientY, event.pointerType === 'touch'];
    frame.setPointerCapture(event.pointerId);
    if (undecided) return;
    grab();
    goTo(event);
  });
  on('pointermove', (event) => {
    // The end of a press may be lost to a menu, or to another place in the page. A script that plays
    // a press need not play its buttons.
    const { buttons, isTrusted } = event;
    if (isTrusted && !buttons) return release();
    if (undecided) {
      const dx = Math.abs(event.clientX - startX);
      if (dx < SLOP || dx < Math.abs(event.clientY - startY)) return;
      undecided = false;
      grab();
    }
    if (handle.held) goTo(event);
  });
  on('pointerup', (event) => {
    if (undecided) {
      grab();
      goTo(event);
    }
    release();
  });
  on('pointercancel', cancel);

  function cancel() {
    if (handle.held) {
      value = before;
      move(before);
    }
    release();
  }

  function release() {
    undecided = false;
    if (!handle.held) return;
    handle.held = false;
    commit();
    repaint();
  }
  return handle;
}

/**
 * Where the pointer is along a picture, in its own CSS pixels, which a page may have zoomed.
 * @param {HTMLElement} frame
 * @param {{ clientX: number }} event
 */
export function placeAlong(frame, { clientX }) {
  const { left, width } = frame.getBoundingClientRect();
  return ((clientX - left) * frame.offsetWidth) / width;
}

/**
 * @param {KeyboardEvent} event
 * @param {{ min: number, max: number, step: number, value: number }} range
 * @returns {number | undefined} undefined for keys that do not move
 */
function keyTarget({ key, shiftKey, altKey, ctrlKey, metaKey }, { min, max, step, value }) {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === 'Home') return min;
  if (key === 'End') return max;
  const direction = {
    ArrowRight: 1,
    ArrowUp: 1,
    PageUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageDown: -1,
  }[key];
  return direction && value + direction * step * (shiftKey || key.startsWith('Page') ? 10 : 1);
}
