import { drawAxes } from '../../shared/axes.js';
import { dot, drawText, strokeCurve } from '../../shared/marks.js';

/**
 * @typedef {import('../../core/neuron.js').NeuronParameters} Line where weights · x + bias is 0
 * @typedef {number[]} Point
 */

/**
 * The plane of inputs: the side where the neuron fires is shaded, the line between the sides is
 * drawn, and dashed where it goes with the next update.
 *
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {object} view
 * @param {ArrayLike<number>} view.points x₁ x₂ one after the other
 * @param {import('../../core/neuron.js').NeuronPass} view.pass
 * @param {Line} view.now
 * @param {Line} view.next
 * @param {string} view.colour
 */
export function drawInputs(sheet, theme, { points, pass, now, next, colour }) {
  const { context } = sheet;
  // Both axes have one scale, so that W stands at a right angle to its line.
  const room = sheet.width / sheet.height;
  // All inputs are seen, also where large type makes the picture taller than wide.
  const tall = Math.max(1.85, 1.5 / room);
  const wide = tall * room;
  const domain = {
    x: [0.3 - wide / 2, 0.3 + wide / 2],
    y: [0.275 - tall / 2, 0.275 + tall / 2],
  };
  const frame = drawAxes(sheet, theme, { ...domain, yTicks: [0, 1] });
  const { background } = theme;
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].map(([i, k]) => [domain.x[i], domain.y[k]]);
  const at = (/** @type {Point} */ [x, y]) => /** @type {const} */ ([frame.x(x), frame.y(y)]);

  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  context.beginPath();
  for (const corner of firingSide(corners, now)) context.lineTo(...at(corner));
  context.globalAlpha = 0.14;
  context.fillStyle = theme.forced ? theme.focus : colour;
  context.fill();
  context.globalAlpha = 1;
  drawLine(next, { colour: theme.curve('weight'), width: 1.5, dash: [5, 4] });
  drawLine(now, { colour: theme.curve('weight'), width: 2 });
  context.restore();

  for (let i = 0; i < pass.sums.length; i++) {
    const fires = pass.sums[i] > 0;
    dot(
      context,
      frame.x(points[2 * i]),
      frame.y(points[2 * i + 1]),
      3,
      fires ? colour : background,
      fires ? colour : theme.muted,
      1.25,
    );
  }
  drawNormal();
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  drawText(context, 'x₁', frame.right, frame.y(0) - theme.size * 0.7, theme.muted, 'transparent');
  context.textAlign = 'left';
  drawText(
    context,
    'x₂',
    frame.x(0) + theme.size * 0.5,
    frame.top + theme.size * 0.4,
    theme.muted,
    'transparent',
  );

  /** @param {Line} line @param {{ colour: string, width: number, dash?: number[] }} style */
  function drawLine(line, style) {
    const ends = crossings(corners, line);
    if (ends.length === 2)
      strokeCurve(
        context,
        ends.map((end) => at(end)[0]),
        ends.map((end) => at(end)[1]),
        style,
      );
  }

  /** W as an arrow from its line to the side that fires. */
  function drawNormal() {
    const ends = crossings(corners, now);
    if (ends.length < 2) return;
    const [x, y] = [(at(ends[0])[0] + at(ends[1])[0]) / 2, (at(ends[0])[1] + at(ends[1])[1]) / 2];
    const [a, b] = now.weights;
    const size = Math.hypot(a, b);
    const [dx, dy] = [a / size, -b / size];
    const [tx, ty] = [x + 26 * dx, y + 26 * dy];
    const style = { colour: theme.curve('weight'), width: 2 };
    strokeCurve(context, [x, tx], [y, ty], style);
    const wing = (/** @type {number} */ side) => [
      tx - 7 * dx + side * 4 * dy,
      ty - 7 * dy - side * 4 * dx,
    ];
    const [left, right] = [wing(1), wing(-1)];
    strokeCurve(context, [left[0], tx, right[0]], [left[1], ty, right[1]], style);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    drawText(context, 'W', tx + 11 * dx, ty + 11 * dy, theme.ink('weight'), 'transparent');
  }
  return frame;
}

/** @param {Line} line @param {Point} point */
const height = ({ weights, bias }, [x, y]) => weights[0] * x + weights[1] * y + bias;

/** The part of a polygon where the height is positive. @param {Point[]} corners @param {Line} line */
function firingSide(corners, line) {
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length];
    const crossing = between(corner, next, line);
    return [...(height(line, corner) > 0 ? [corner] : []), ...(crossing ? [crossing] : [])];
  });
}

/** Where a line meets the sides of a polygon. @param {Point[]} corners @param {Line} line */
const crossings = (corners, line) =>
  corners.flatMap((corner, i) => {
    const crossing = between(corner, corners[(i + 1) % corners.length], line);
    return crossing ? [crossing] : [];
  });

/** @param {Point} a @param {Point} b @param {Line} line @returns {Point | undefined} */
function between(a, b, line) {
  const [ha, hb] = [height(line, a), height(line, b)];
  if (ha > 0 === hb > 0) return undefined;
  const share = ha / (ha - hb);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}
