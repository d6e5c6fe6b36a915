import { drawAxes } from '../../shared/axes.js';
import { drawLabels } from '../../shared/labels.js';
import { heightRange, isBroken, largestDifference } from './curves.js';
import { dot, drawCurve, drawHandle, drawTangent } from './drawing.js';
import { drawDifference } from './difference.js';

/** @typedef {import('./curves.js').Curve} Curve */

/**
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {object} view
 * @param {import('./scene.js').Scene} view.scene
 * @param {Curve[]} view.curves as many as the scene shows
 * @param {[number, number]} view.heights
 * @param {boolean} view.held
 * @param {boolean} view.focused
 * @returns {import('../../shared/axes.js').Frame}
 */
export function drawPicture(sheet, theme, { scene, curves, heights, held, focused }) {
  const { context, height } = sheet;
  const { background } = theme;
  const { x, domain, shown } = scene;
  const apart = curves[1] && largestDifference(curves[0], curves[1]);
  const lens = apart && apart.size > 0 && apart.size < 0.02 * (heights[1] - heights[0]);
  const strip = lens ? Math.max(theme.size * 6, height * 0.28) : 0;
  const gutter = lens ? theme.size * 3.4 : 0;
  const frame = drawAxes(sheet, theme, { x: domain, y: heights, bottom: height - strip, xLabels: !lens, gutter });
  const colours = shown.map(({ facts }) => theme.curve(facts.id));
  const slopeColour = theme.curve('slope');

  const drawn = shown.map((_, i) => shown.length - 1 - i); // the function itself on top
  for (const i of drawn) {
    const colour = i ? colours[i] : slopeColour;
    drawCurve(context, frame, curves[i], 'slope', { colour, width: i ? 1 : 1.5, dash: i ? [2, 3] : [6, 4], background });
  }
  for (const i of drawn) {
    drawCurve(context, frame, curves[i], 'value', { colour: colours[i], width: i ? 1.5 : 2.5, background });
  }

  const at = shown[0];
  const here = { x, y: at.value };
  const kink = curves[0].breaks.find((point) => point.x === x && isBroken(point.slope) && !isBroken(point.value));
  drawTangent(context, frame, here, kink ? [kink.slope[0], kink.slope[2]] : [at.slope, at.slope], slopeColour);
  drawDrop(context, frame, here, theme.curve('x'));

  const names = shown.map(({ facts }) => facts.name);
  drawLabels(context, theme, frame, curves.flatMap((curve, i) => [
    label(frame, curve, 'value', names[i], theme.ink(shown[i].facts.id)),
    label(frame, curve, 'slope', shown.length > 1 ? `${names[i]} slope` : 'slope', theme.ink(i ? shown[i].facts.id : 'slope')),
  ]));

  dot(context, frame.x(x), frame.y(at.slope), 3.5, slopeColour, background, 1.5);
  const focus = focused ? theme.focus : undefined;
  drawHandle(context, frame.x(x), frame.y(at.value), { colour: colours[0], background, held, focus });
  if (lens) drawDifference(sheet, theme, { frame, curves, scene, apart, top: height - strip, gutter });
  return frame;
}

/**
 * @param {import('../../shared/axes.js').Frame} frame
 * @param {Curve} curve
 * @param {'value' | 'slope'} which
 * @param {string} text
 * @param {string} colour
 */
const label = (frame, curve, which, text, colour) => ({
  text,
  colour,
  xs: curve.xs.map(frame.x),
  ys: curve[which].map(frame.y),
});

/**
 * From the point to the x axis.
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../shared/axes.js').Frame} frame
 * @param {{ x: number, y: number }} point
 * @param {string} colour
 */
function drawDrop(context, frame, { x, y }, colour) {
  context.save();
  context.beginPath();
  context.moveTo(frame.x(x), frame.y(y));
  context.lineTo(frame.x(x), frame.bottom);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([1, 3]);
  context.stroke();
  context.restore();
}
