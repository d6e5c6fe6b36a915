import { within } from '../../shared/axes.js';
import { button, h, setText } from '../../shared/dom.js';
import { fixed } from '../../shared/format.js';
import { EDGE, toPlane } from './view.js';
import { counted } from './words.js';

/**
 * @typedef {'look' | '0' | '1' | 'erase'} Tool
 * @typedef {ReturnType<typeof createPainter>} Painter
 */

/** Points of a stroke keep this distance; the eraser takes what is within the other. */
const DISTANCE = 0.05;
const ERASER = 0.09;
const STEP = 0.05;

/** @type {[Tool, string][]} */
const tools = [
  ['look', 'Look'],
  ['0', 'Orange'],
  ['1', 'Blue'],
  ['erase', 'Erase'],
];

/**
 * Points put and erased by mouse, pen, finger and keyboard.
 *
 * @param {object} act
 * @param {() => void} act.begin a stroke: one step of undo
 * @param {(x: number, y: number, label: number) => void} act.put
 * @param {(x: number, y: number, radius: number) => void} act.erase
 * @param {() => void} act.end
 * @param {() => void} act.undo
 * @param {() => void} act.clear
 * @param {() => void} act.moved the keyboard's place, or the tool
 * @param {(frame: Element, at: number[] | undefined) => void} act.hover what the pointer is over
 * @param {(frame: Element, at: number[]) => string} act.speak what is at a place
 */
export function createPainter(act) {
  /** @type {Tool} */
  let tool = 'look';
  /** Where the keyboard is, in the plane. */
  const cursor = [0, 0];
  /** Undefined while the keyboard is elsewhere. @type {HTMLElement | undefined} */
  let focused;

  const radios = tools.map(([value, name]) => {
    const input = h('input', { type: 'radio', name: 'tool', value, change: () => choose(value) });
    return { input, node: h('label', { class: 'tool' }, input, mark(value), name) };
  });
  const undo = button('Undo', act.undo);
  const clear = button('Clear', act.clear);
  const total = h('span', { class: 'muted' });
  const here = button('', () => apply(cursor), { class: 'here' });
  const node = h(
    'div',
    { class: 'tools' },
    h(
      'fieldset',
      { class: 'row' },
      h('legend', { class: 'unseen' }, 'Tool'),
      ...radios.map((radio) => radio.node),
    ),
    h('div', { class: 'row' }, undo, clear, here, total),
  );

  /** @param {Tool} value */
  function choose(value) {
    tool = value;
    for (const { input } of radios) input.checked = input.value === value;
    here.hidden = value === 'look';
    setText(here, value === 'erase' ? 'Erase at the cursor' : 'Put a point at the cursor');
    act.moved();
  }
  choose('look');

  /** @param {number[]} at */
  function apply(at) {
    if (tool === 'look') return;
    act.begin();
    stroke(at);
    act.end();
  }

  /** @param {number[]} at */
  function stroke([x, y]) {
    if (tool === 'erase') act.erase(x, y, ERASER);
    else act.put(x, y, Number(tool));
  }

  /**
   * The keyboard's way into a picture: a native range input for each direction.
   * @param {HTMLElement} overlay
   * @param {() => HTMLElement} frame
   */
  function addKeyboard(overlay, frame) {
    const inputs = ['Cursor, left to right', 'Cursor, bottom to top'].map((label, axis) =>
      h('input', {
        type: 'range',
        class: 'unseen',
        min: -EDGE,
        max: EDGE,
        step: STEP,
        value: 0,
        'aria-label': label,
        input: (/** @type {Event} */ { target }) =>
          move(axis, /** @type {HTMLInputElement} */ (target).valueAsNumber),
        focus() {
          focused = overlay;
          speak();
        },
        blur() {
          focused = undefined;
          act.moved();
        },
        keydown,
      }),
    );
    overlay.append(...inputs);

    /** @param {KeyboardEvent} event */
    function keydown(event) {
      const { key, shiftKey } = event;
      const step = shiftKey ? STEP * 4 : STEP;
      if (key === 'ArrowLeft' || key === 'ArrowRight')
        move(0, cursor[0] + (key === 'ArrowLeft' ? -step : step));
      else if (key === 'ArrowUp' || key === 'ArrowDown')
        move(1, cursor[1] + (key === 'ArrowDown' ? -step : step));
      else if (key === 'Enter' || key === ' ') apply(cursor);
      else if (key === 'Delete' || key === 'Backspace') {
        const before = tool;
        tool = 'erase';
        apply(cursor);
        tool = before;
      } else return;
      event.preventDefault();
      speak();
    }

    /** @param {number} axis @param {number} to */
    function move(axis, to) {
      cursor[axis] = within([-EDGE, EDGE], Math.round(to / STEP) * STEP);
      speak();
    }

    function speak() {
      const text = `x ${fixed(cursor[0], 2)}, y ${fixed(cursor[1], 2)}; ${act.speak(frame(), cursor)}`;
      inputs.forEach((input, axis) => {
        input.value = String(cursor[axis]);
        input.setAttribute('aria-valuetext', text);
      });
      act.moved();
    }
  }

  /** @param {HTMLElement} frame */
  function addPointer(frame) {
    /** @type {number[] | undefined} */
    let last;
    frame.addEventListener('pointerdown', (event) => {
      if (tool === 'look' || event.button !== 0 || !event.isPrimary) return;
      event.preventDefault();
      frame.setPointerCapture(event.pointerId);
      act.begin();
      last = toPlane(frame, event);
      stroke(last);
    });
    const release = () => {
      if (last) act.end();
      last = undefined;
    };
    frame.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') {
        act.hover(frame, toPlane(frame, event));
      }
      if (event.isTrusted && !event.buttons) return release(); // the end of a press may be lost
      if (!last || !event.isPrimary) return;
      const between = event.getCoalescedEvents?.() ?? [];
      for (const each of between.length ? between : [event]) {
        const at = toPlane(frame, each);
        if (Math.hypot(at[0] - last[0], at[1] - last[1]) < DISTANCE) continue;
        if (Math.max(Math.abs(at[0]), Math.abs(at[1])) > EDGE) continue;
        last = at;
        stroke(at);
      }
    });
    frame.addEventListener('pointerup', release);
    frame.addEventListener('pointercancel', release);
    frame.addEventListener('pointerleave', () => act.hover(frame, undefined));
    // A finger that paints does not scroll; one that only looks does.
    frame.addEventListener('touchstart', (event) => tool !== 'look' && event.preventDefault(), {
      passive: false,
    });
  }

  return {
    node,
    addKeyboard,
    addPointer,
    choose,
    get tool() {
      return tool;
    },
    /** @param {Element} overlay @returns {number[] | undefined} */
    cursorIn: (overlay) => (focused === overlay ? cursor : undefined),
    /** @param {{ points: number, undoable: boolean }} now */
    show({ points, undoable }) {
      undo.disabled = !undoable;
      clear.disabled = points === 0;
      setText(total, counted(points, 'point'));
    },
  };
}

/** The shape of a class's points, in front of its name. @param {Tool} tool */
function mark(tool) {
  return tool === '0' || tool === '1'
    ? h('span', { class: `mark class-${tool}`, 'aria-hidden': 'true' })
    : '';
}
