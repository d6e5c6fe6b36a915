import { drawAxes } from '../../shared/axes.js';
import { scientific, short } from '../../shared/format.js';
import { dot } from '../../shared/marks.js';

/**
 * Two curves too close to tell apart: their difference below them, on a scale of its own that is
 * a round multiple of the picture's.
 *
 * @param {import('../../shared/canvas.js').Sheet} sheet
 * @param {import('../../shared/theme.js').Theme} theme
 * @param {object} lens
 * @param {import('../../shared/axes.js').Frame} lens.frame of the curves
 * @param {import('./curves.js').Curve[]} lens.curves
 * @param {import('./scene.js').Scene} lens.scene
 * @param {{ size: number, x: number }} lens.apart the largest difference
 * @param {number} lens.top
 * @param {number} lens.gutter
 */
export function drawDifference(sheet, theme, { frame, curves: [a, b], scene, apart, top, gutter }) {
  const { context } = sheet;
  const unit = frame.y(0) - frame.y(1);
  const room = sheet.height - top - theme.size * 3;
  const magnification = roundDown((0.45 * room) / apart.size / unit);
  const half = room / 2 / unit / magnification;
  const tick = roundDown(0.8 * half);
  const { x, y } = drawAxes(sheet, theme, {
    x: scene.domain,
    y: [-half, half],
    top: top + theme.size * 0.6,
    gutter,
    yTicks: (tick / half) * (room / 2) < theme.size ? [-tick, tick] : [-tick, 0, tick],
  });
  context.beginPath();
  a.xs.forEach((at, i) => {
    context.lineTo(x(at), y(a.value[i] - b.value[i]));
  });
  context.strokeStyle = theme.text;
  context.lineWidth = 1.5;
  context.stroke();
  const [f, g] = scene.shown;
  dot(context, x(scene.x), y(f.value - g.value), 3.5, theme.text, theme.background, 1.5);
  context.font = theme.font(0.8);
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillStyle = theme.muted;
  const words = `f − g = ${scientific(f.value - g.value, 3)}, magnified ${short(magnification)}×`;
  const most = sheet.width - context.measureText(words).width;
  context.fillText(words, Math.min(frame.left + theme.size * 0.5, most), top + theme.size);
}

/** The next 1, 2 or 5 times a power of ten. @param {number} value */
function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1) * power;
}
