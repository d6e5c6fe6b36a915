import { createCheck } from '../../shared/check.js';
import { createMenu } from '../../shared/controls.js';
import { button, h } from '../../shared/dom.js';
import { initNames } from './words.js';

const WIDTHS = [8, 16, 32, 64, 128];

const initOptions = Object.entries(initNames).map(([id, name]) => [id, `${name} initialisation`]);

const textbookOptions = [
  ['typical', 'dashed: typical slopes'],
  ['largest', 'dashed: largest slopes'],
  ['both', 'dashed: both slopes'],
  ['none', 'measured lines alone'],
];

/**
 * What the networks are like, and which lines are drawn beside theirs.
 * @param {(values: Record<string, unknown>) => void} pick
 * @param {() => void} reseed
 */
export function createSettings(pick, reseed) {
  const init = createMenu('Initialisation', (init) => pick({ init }));
  const width = createMenu('Neurons in a layer', (width) => pick({ width: Number(width) }));
  const residual = createCheck((residual) => pick({ residual }));
  const textbook = createMenu('Dashed lines', (textbook) => pick({ textbook }));
  return {
    node: h(
      'div',
      { class: 'row choices' },
      init.node,
      width.node,
      residual.node,
      textbook.node,
      button('Other weights', reseed, { part: 'button', class: 'quiet' }),
    ),
    /** @param {import('./properties.js').GradientProperties} now */
    show(now) {
      init.show(initOptions, now.init);
      const widths = [...new Set([...WIDTHS, now.width])].sort((a, b) => a - b);
      width.show(
        widths.map((each) => [String(each), `${each} neurons`]),
        String(now.width),
      );
      residual.show('residual connections', now.residual);
      textbook.show(textbookOptions, now.textbook);
    },
  };
}
