import { button, h, setText } from '../../shared/dom.js';

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
    play: button('', toggle, { class: 'play', part: 'play' }),
    step: button('Step', step),
    restart: button('Start again', restart),
    seed: button('New seed', reseed),
  };
  buttons.play.append(icon, word);
  const status = h('p', { class: 'status', part: 'status' });
  const sentence = h('span');
  /** @type {Record<string, unknown> | undefined} */
  let values;
  const advice = button('', () => values && follow(values), { class: 'advice', hidden: true });
  const diagnosed = h('p', { class: 'diagnosis', part: 'diagnosis' }, sentence, ' ', advice);
  const row = h('div', { class: 'row transport' }, ...Object.values(buttons));
  return {
    row,
    words: h('div', { class: 'words' }, status, diagnosed),
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
      values = diagnosis.advice?.values;
      // What is over keeps its room: it may be back with the next update.
      diagnosed.classList.toggle('over', !diagnosis.sentence);
      if (diagnosis.sentence) {
        setText(sentence, diagnosis.sentence);
        advice.hidden = !values;
        setText(advice, diagnosis.advice?.label ?? '');
      }
      for (const [name, button] of Object.entries(buttons)) button.hidden = !wanted(name);
    },
  };
}
