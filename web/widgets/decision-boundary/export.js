import { h, setText } from '../../shared/dom.js';

/**
 * Ways to take things along: the picture, the model, the points, and all of it as a link.
 *
 * @param {object} give
 * @param {() => Promise<Blob>} give.picture
 * @param {() => string} give.code
 * @param {() => string} give.points
 * @param {() => { link: string, whole: boolean }} give.link
 */
export function createExport({ picture, code, points, link }) {
  const told = h('p', { class: 'muted', role: 'status' });
  const text = h('textarea', { readonly: true, rows: 3, 'aria-label': 'The link', hidden: true });
  const button = (/** @type {string} */ name, /** @type {() => unknown} */ click) =>
    h('button', { type: 'button', click }, name);

  /** @param {string} name @param {Blob} blob */
  function save(name, blob) {
    const url = URL.createObjectURL(blob);
    h('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    setText(told, `Saved as ${name}.`);
  }

  async function copyLink() {
    const { link: address, whole } = link();
    const short = whole
      ? ''
      : ' It leaves out your points: they are too many for a link. Save them as CSV.';
    try {
      await navigator.clipboard.writeText(address);
      setText(told, `The link is copied: it brings back this very state.${short}`);
    } catch {
      text.hidden = false;
      text.value = address;
      text.select();
      setText(told, `Copy this link: it brings back this very state.${short}`);
    }
  }

  return h(
    'details',
    { part: 'export' },
    h('summary', {}, 'Take it along'),
    h(
      'div',
      { class: 'row tight' },
      button('Picture', async () => save('decision-boundary.png', await picture())),
      button('PyTorch code', () =>
        save('decision_boundary.py', new Blob([code()], { type: 'text/x-python' })),
      ),
      button('Points as CSV', () => save('points.csv', new Blob([points()], { type: 'text/csv' }))),
      button('Link', copyLink),
    ),
    text,
    told,
  );
}

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
