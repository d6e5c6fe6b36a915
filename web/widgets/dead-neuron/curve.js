import { drawAxes, within } from '../../shared/axes.js';
import { drawLabels } from '../../shared/labels.js';
import { dot, drawHandle, drawText, strokeCurve } from '../../shared/marks.js';

/**
 * The activation, with the z of every input on it.
 *
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {object} view
 * @param {import('../../core/neuron.js').NeuronPass} view.pass
 * @param {string} view.id of the activation
 * @param {string} view.name
 * @param {string} view.colour
 * @param {(xs: Float32Array) => Float32Array} view.evaluate
 * @param {import('../../shared/handle.js').Look} view.handle
 */
export function drawCurve(sheet, theme, { pass, id, name, colour, evaluate, handle }) {
  const { context, width } = sheet;
  const reach = Math.ceil(Math.max(4, -pass.least, pass.greatest) + 0.5);
  const count = Math.round(width);
  const domain = [-reach, reach];
  const zs = Float32Array.from({ length: count + 1 }, (_, i) => -reach + (2 * reach * i) / count);
  const heights = evaluate(zs);
  const finite = heights.filter(Number.isFinite);
  const low = Math.min(-0.25 * Math.max(1, reach / 4), ...finite);
  const high = Math.max(1, ...finite);
  const frame = drawAxes(sheet, theme, { x: domain, y: [low, high] });
  const xs = zs.map(frame.x);
  const ys = heights.map(frame.y);

  strokeCurve(context, xs, ys, { colour, width: 2.5 });
  context.globalAlpha = 0.75;
  for (let i = 0; i < pass.sums.length; i++) {
    dot(
      context,
      frame.x(pass.sums[i]),
      frame.y(pass.values[i]),
      3,
      pass.sums[i] > 0 ? colour : theme.background,
      pass.sums[i] > 0 ? colour : theme.muted,
      1.25,
    );
  }
  context.globalAlpha = 1;
  drawLabels(context, theme, frame, [
    { text: `${name}(z)`, colour: theme.ink(id), xs, ys, handled: true },
  ]);

  const middle = within(domain, pass.mean);
  const [px, py] = [frame.x(middle), frame.y(evaluate(Float32Array.of(middle))[0])];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  drawHandle(context, px, py, {
    colour: theme.curve('bias'),
    background: theme.background,
    ...handle,
  });
  drawText(context, 'b', px, py - theme.size * 1.3, theme.ink('bias'), theme.background);
  context.textAlign = 'right';
  drawText(context, 'z', frame.right, frame.y(0) - theme.size * 0.7, theme.muted, theme.background);
  return frame;
}
