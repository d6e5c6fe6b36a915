import { drawAxes } from '../../shared/axes.js';
import { drawLabels } from '../../shared/labels.js';
import { dot, drawHandle, strokeCurve } from '../../shared/marks.js';
import { isBroken, largestDifference } from './curves.js';
import { drawDifference } from './difference.js';
import { drawCurve, drawEnds, drawTangent } from './drawing.js';

/** @typedef {import('./curves.js').Curve} Curve */

/**
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {object} view
 * @param {import('./scene.js').Scene} view.scene
 * @param {Curve[]} view.curves as many as the scene shows
 * @param {[number, number]} view.heights
 * @param {import('../../shared/handle.js').Look} view.handle
 * @returns {import('../../shared/axes.js').Frame}
 */
export function drawPicture(sheet, theme, { scene, curves, heights, handle }) {
  const { context, height } = sheet;
  const { background } = theme;
  const { x, domain, shown } = scene;
  const [at] = shown;
  const apart = curves[1] && largestDifference(curves[0], curves[1]);
  const lens = apart && apart.size > 0 && apart.size < 0.02 * (heights[1] - heights[0]);
  const strip = lens ? Math.max(theme.size * 6, height * 0.28) : 0;
  const gutter = lens ? theme.size * 3.4 : 0;
  const frame = drawAxes(sheet, theme, {
    x: domain,
    y: heights,
    bottom: height - strip,
    xLabels: !lens,
    gutter,
  });
  const lines = curves.flatMap((curve, i) => linesOf(curve, shown[i].facts, theme, i)).reverse();
  const slope = theme.curve('slope');

  drawTangent(context, frame, { x, y: at.value }, slopesAt(curves[0], x, at.slope), theme);
  const [px, py] = [frame.x(x), frame.y(at.value)];
  strokeCurve(context, [px, px], [py, frame.bottom], {
    colour: theme.curve('x'),
    width: 1,
    dash: [1, 3],
  });
  for (const { curve, which, style } of lines) drawCurve(context, frame, curve, which, style);
  for (const { curve, which, style } of lines)
    drawEnds(context, frame, curve, which, { ...style, background });
  const named = lens ? lines.slice(2) : lines; // what lies on another line cannot be pointed at
  drawLabels(
    context,
    theme,
    frame,
    named
      .map(({ curve, which, name, ink }) => ({
        text: name,
        colour: ink,
        xs: curve.xs.map(frame.x),
        ys: curve[which].map(frame.y),
        handled: curve === curves[0] && which === 'value',
      }))
      .reverse(),
  );
  dot(context, px, frame.y(at.slope), 4, slope, background, 1.5);
  drawHandle(context, px, py, { colour: theme.accent(at.facts.id), background, ...handle });
  if (lens)
    drawDifference(sheet, theme, { frame, curves, scene, apart, top: height - strip, gutter });
  return frame;
}

/**
 * The lines of the n-th function: solid for the value, dashed for the slope, finer for the second.
 * @param {Curve} curve
 * @param {import('./scene.js').Activation} facts
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {number} n
 */
function linesOf(curve, { id, name }, theme, n) {
  const slope = n ? id : 'slope';
  return [
    {
      curve,
      which: /** @type {const} */ ('value'),
      name,
      ink: theme.ink(id),
      style: { colour: theme.curve(id), width: n ? 1.75 : 2.5 },
    },
    {
      curve,
      which: /** @type {const} */ ('slope'),
      name: `${name} slope`,
      ink: theme.ink(slope),
      style: { colour: theme.curve(slope), width: 1.5, dash: n ? [2, 4] : [6, 4] },
    },
  ];
}

/** To the left and to the right of a point: two at a kink. @param {Curve} curve @param {number} x @param {number} slope */
function slopesAt({ breaks }, x, slope) {
  const kink = breaks.find((point) => point.x === x && !isBroken(point.value));
  return kink ? [kink.slope[0], kink.slope[2]] : [slope, slope];
}
