import { h } from '../../shared/dom.js';

/** @param {import('./data.js').Data} data */
export function csvOf({ points, labels }) {
  const rows = Array.from(labels, (label, i) => `${points[2 * i]},${points[2 * i + 1]},${label}`);
  return `x,y,class\n${rows.join('\n')}\n`;
}

/**
 * The pictures side by side, with their captions.
 * @param {import('./picture.js').Picture[]} pictures from left to right
 * @param {import('../../shared/theme.js').Theme} theme
 */
export function compose(pictures, theme) {
  const side = Math.max(1, ...pictures.map(({ pixels }) => pixels));
  const gap = Math.round(side / 20);
  const head = Math.round(side / 12);
  const canvas = h('canvas', {
    width: pictures.length * (side + gap) + gap,
    height: side + head + gap,
  });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.font = theme.font(side / 22 / theme.size);
  context.fillStyle = theme.text;
  context.imageSmoothingQuality = 'high';
  pictures.forEach(({ words: { name, score }, copy }, k) => {
    const left = gap + k * (side + gap);
    context.textAlign = 'left';
    context.fillText(name, left, head * 0.7);
    context.textAlign = 'right';
    context.fillText(score, left + side, head * 0.7);
    context.save();
    context.translate(left, head);
    copy(context, side);
    context.restore();
  });
  return canvas;
}
