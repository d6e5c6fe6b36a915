// How high each widget is at every width, so that the page can keep the space free.

/** @typedef {import('./figures.mjs').Piece} Piece */

/**
 * Heights by id at widths from 13 to 45, in steps of ¼; all in rem, so that it holds for every size
 * of type a reader may have set.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Record<string, [number, number][]>>}
 */
export const measureHeights = (page) =>
  page.evaluate(async () => {
    const widgets = [...document.querySelectorAll('[id]')].filter((node) => node.shadowRoot);
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    /** @type {Record<string, [number, number][]>} */
    const samples = Object.fromEntries(widgets.map(({ id }) => [id, []]));
    for (let width = 13; width <= 45; width += 0.25) {
      for (const widget of widgets) {
        Object.assign(/** @type {HTMLElement} */ (widget).style, {
          inlineSize: `${width}rem`,
          maxInlineSize: 'none',
        });
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
      for (const widget of widgets) {
        samples[widget.id].push([width, widget.getBoundingClientRect().height / rem]);
      }
    }
    return samples;
  });

/**
 * The straight pieces of a curve of heights: a few lines of style in place of a hundred numbers.
 * @param {[number, number][]} samples
 * @returns {Piece[]}
 */
export function pieces(samples) {
  const found = [];
  for (let begin = 0; begin < samples.length; ) {
    let end = begin + 1;
    while (end < samples.length && straight(samples.slice(begin, end + 1))) end++;
    const [x0, y0] = samples[begin];
    const [x1, y1] = samples[end - 1];
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    found.push({ from: begin === 0 ? 0 : x0, start: round(y0 - slope * x0), slope: round(slope) });
    begin = end;
  }
  return found;
}

/** @param {[number, number][]} samples */
function straight(samples) {
  const [x0, y0] = samples[0];
  const [x1, y1] = samples[samples.length - 1];
  return samples.every(([x, y]) => Math.abs(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) - y) < 0.02);
}

/** @param {number} value */
const round = (value) => Number(value.toFixed(4));
