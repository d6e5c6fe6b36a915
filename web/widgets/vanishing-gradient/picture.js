import { drawAxes } from '../../shared/axes.js';
import { powerOfTen } from '../../shared/format.js';
import { drawLabels } from '../../shared/labels.js';
import { drawHandle, drawText, strokeCurve } from '../../shared/marks.js';
import { drawShape } from './shapes.js';

/**
 * @typedef {object} Line of one activation
 * @property {string} id
 * @property {string} name
 * @property {boolean} picked
 * @property {import('./measurements.js').Flow | undefined} flow
 * @property {Float64Array[]} products the textbook's, from the last layer down
 */

/** Below this the axis does not go. */
const LOWEST = -300;

/**
 * Gradients by layer on a logarithmic axis: measured ones solid, the textbook's dashed. Below, the
 * spread of the activations on the way forward.
 *
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {object} view
 * @param {Line[]} view.lines
 * @param {number} view.depth
 * @param {number} view.layer
 * @param {import('../../shared/handle.js').Look} view.handle
 */
export function drawPicture(sheet, theme, { lines, depth, layer, handle }) {
  const { context, height } = sheet;
  const { background } = theme;
  const split = Math.round(height * 0.74);
  const most = Math.max(depth, 2);
  // Room at the ends for the marks there.
  const domain = [1 - 0.04 * (most - 1), most + 0.02 * (most - 1)];
  const gutter = theme.size * 2.6;
  const xTicks = layerTicks(depth, (theme.size * 1.6 * most) / (sheet.width - gutter));
  const shares = lines.map(({ flow }) => logarithms(flow?.share));
  const products = lines.map(({ products }) =>
    products.map((product) => logarithms(product).reverse()),
  );
  const spreads = lines.map(({ flow }) => logarithms(flow?.spread));
  const plan = { x: domain, xTicks, yText: power, gutter };
  const main = drawAxes(sheet, theme, {
    ...plan,
    ...decades([...shares, ...products.flat()], 6),
    top: theme.size * 0.9,
    bottom: split,
    xLabels: false,
  });
  const strip = drawAxes(sheet, theme, {
    ...plan,
    ...decades(spreads, 2),
    top: split + theme.size * 0.6,
  });

  const order = lines
    .map((_, i) => i)
    .sort((a, b) => Number(lines[a].picked) - Number(lines[b].picked));
  const top = order[order.length - 1];
  /** @type {import('../../shared/labels.js').Labelled[]} */
  const labelled = [];
  for (const i of order) {
    const { id, name, picked } = lines[i];
    const colour = theme.curve(id);
    for (const product of products[i]) {
      trace(main, product, { colour, width: 1.25, dash: [5, 5] });
    }
    const width = picked ? 3 : 2;
    const path = trace(main, shares[i], { colour, width }, i);
    trace(strip, spreads[i], { colour, width: picked ? 2.5 : 1.5 }, i);
    const handled = i === top;
    labelled.push({ text: name, colour: theme.ink(id), handled, ...dense(path) });
  }

  const px = main.x(layer);
  strokeCurve(context, [px, px], [main.top, strip.bottom], {
    colour: theme.muted,
    width: 1,
    dash: [1, 3],
  });
  for (const i of order) {
    const colour = theme.curve(lines[i].id);
    for (const [frame, values] of /** @type {const} */ ([
      [main, shares[i]],
      [strip, spreads[i]],
    ])) {
      const value = values[layer - 1];
      const style = { radius: 5, colour, background };
      if (Number.isFinite(value)) drawShape(context, i, px, frame.y(value), style);
    }
  }
  drawLabels(context, theme, main, labelled, 0.5); // the table has them all
  context.font = theme.font(0.8);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  title('gradient', ' (1: a single linear layer’s)', main.top - theme.size * 0.9);
  title('spread', ' of the activations', strip.top - theme.size * 0.5);
  const at = shares[top]?.[layer - 1];
  drawHandle(context, px, Number.isFinite(at) ? main.y(at) : main.bottom, {
    colour: theme.curve(lines[top]?.id ?? 'x'),
    background,
    ...handle,
  });
  return main;

  /** With the rest where it fits. @param {string} name @param {string} rest @param {number} y */
  function title(name, rest, y) {
    const text = context.measureText(name + rest).width < main.right ? name + rest : name;
    drawText(context, text, main.right, y, theme.muted, background);
  }

  /**
   * @param {import('../../shared/axes.js').Frame} frame
   * @param {number[]} values
   * @param {import('../../shared/marks.js').Pen} style
   * @param {number} [index] of a line with a shape
   */
  function trace(frame, values, style, index) {
    const xs = values.map((_, i) => frame.x(i + 1));
    const ys = values.map((value) => frame.y(value));
    strokeCurve(context, xs, ys, style);
    if (index !== undefined)
      for (const tick of xTicks)
        if (Number.isFinite(ys[tick - 1]))
          drawShape(context, index, xs[tick - 1], ys[tick - 1], {
            ...style,
            radius: 3,
            background,
          });
    return { xs, ys };
  }
}

/**
 * The first layer, the last, and round ones between: about ten at most, as far apart as their
 * numbers need.
 * @param {number} depth
 * @param {number} apart in layers
 */
function layerTicks(depth, apart) {
  const step = [1, 2, 5, 10, 20, 50].find((step) => step >= apart && step * 11 > depth) ?? depth;
  const round = Array.from({ length: depth }, (_, i) => i + 1).filter(
    (layer) => layer % step === 0 && layer - 1 >= apart && depth - layer >= apart,
  );
  return [...new Set([1, ...round, depth])];
}

/** @param {ArrayLike<number> | undefined} values */
const logarithms = (values) =>
  Array.from(values ?? [], (value) =>
    value > 0 && value < Infinity ? Math.max(Math.log10(value), LOWEST) : Number.NaN,
  );

/** @param {number} exponent */
const power = (exponent) => (exponent === 0 ? '1' : powerOfTen(exponent));

/**
 * A domain of decades around all values, with its ticks. It follows the values without steps, so
 * that nothing jumps while the depth is dragged.
 * @param {number[][]} all
 * @param {number} most about how many ticks
 */
function decades(all, most) {
  const known = all.flat().filter(Number.isFinite);
  const low = Math.min(-1, ...known);
  const high = Math.max(0, ...known);
  const room = 0.05 * (high - low);
  const step = [1, 2, 5, 10, 20, 50, 100].find((step) => (high - low) / step <= most) ?? 100;
  const from = Math.ceil((low - room) / step);
  const to = Math.floor((high + room) / step);
  return {
    y: [low - room, high + room],
    yTicks: Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step),
  };
}

/** More points on the way, so that labels keep off the lines between. @param {{ xs: number[], ys: number[] }} path */
function dense({ xs, ys }) {
  const steps = Math.max(1, Math.ceil(80 / xs.length));
  const along = (/** @type {number[]} */ values) =>
    values.flatMap((value, i) =>
      i + 1 < values.length
        ? Array.from({ length: steps }, (_, k) => value + ((values[i + 1] - value) * k) / steps)
        : [value],
    );
  return { xs: along(xs), ys: along(ys) };
}
