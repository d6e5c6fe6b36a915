import { h, setText } from '../../shared/dom.js';

/**
 * Play and pause, one step, the same start again, another seed; and what there is to say.
 *
 * @param {object} act
 * @param {() => void} act.toggle
 * @param {() => void} act.step
 * @param {() => void} act.restart
 * @param {() => void} act.reseed
 * @param {(values: Record<string, unknown>) => void} act.follow advice
 */
export function createTransport({ toggle, step, restart, reseed, follow }) {
  const icon = h('span', { class: 'icon', 'aria-hidden': 'true' });
  const word = h('span');
  const buttons = {
    play: h('button', { type: 'button', class: 'play', part: 'play', click: toggle }, icon, word),
    step: h('button', { type: 'button', click: step }, 'Step'),
    restart: h('button', { type: 'button', click: restart }, 'Start again'),
    seed: h('button', { type: 'button', click: reseed }, 'New seed'),
  };
  const status = h('p', { class: 'status', part: 'status' });
  const sentence = h('span');
  /** @type {Record<string, unknown> | undefined} */
  let values;
  const advice = h('button', {
    type: 'button',
    class: 'advice',
    click: () => values && follow(values),
  });
  const row = h('div', { class: 'row transport' }, ...Object.values(buttons));
  return {
    row,
    words: h(
      'div',
      { class: 'words' },
      status,
      h('p', { class: 'diagnosis', part: 'diagnosis' }, sentence, ' ', advice),
    ),
    /**
     * @param {object} now
     * @param {boolean} now.playing
     * @param {string} now.status
     * @param {import('./diagnosis.js').Diagnosis} now.diagnosis
     * @param {(control: string) => boolean} now.wanted
     */
    show({ playing, status: text, diagnosis, wanted }) {
      setText(word, playing ? 'Pause' : 'Play');
      icon.classList.toggle('pausing', playing);
      setText(status, text);
      setText(sentence, diagnosis.sentence);
      values = diagnosis.advice?.values;
      advice.hidden = !values;
      setText(advice, diagnosis.advice?.label ?? '');
      for (const [name, button] of Object.entries(buttons)) button.hidden = !wanted(name);
    },
  };
}
