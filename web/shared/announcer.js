import { h } from './dom.js';

/** Long enough that a drag or a held key is told once, at its end. */
const PAUSE = 600;

/**
 * Tells results to screen readers, politely and not before things have come to rest.
 * @returns {{ node: HTMLElement, say: (text: string) => void }}
 */
export function createAnnouncer() {
  const node = h('p', { role: 'status', class: 'unseen' });
  let timer = 0;
  return {
    node,
    say(text) {
      clearTimeout(timer);
      timer = Number(
        setTimeout(() => {
          node.textContent = text;
        }, PAUSE),
      );
    },
  };
}
