/**
 * A shape for each line, so that colour is not all that tells them apart: the same in the picture
 * and, as a letter, in the table.
 */
const LETTERS = '●■▲◆▼○□△◇▽';
/** Corners, where the first is, and how much larger to look as large as a circle. */
const OUTLINES = [
  [24, 0, 1],
  [4, 0.25, 1.2],
  [3, -0.5, 1.35],
  [4, 0, 1.25],
  [3, 0.5, 1.35],
];

/** @param {number} index of a line */
export const letterOf = (index) => LETTERS[index % LETTERS.length];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} index of the line
 * @param {number} x
 * @param {number} y
 * @param {{ radius: number, colour: string, background: string }} style
 */
export function drawShape(context, index, x, y, { radius, colour, background }) {
  const [corners, turn, scale] = OUTLINES[index % OUTLINES.length];
  const hollow = index % LETTERS.length >= OUTLINES.length;
  context.beginPath();
  for (let i = 0; i < corners; i++) {
    const angle = Math.PI * (turn + (2 * i) / corners);
    context.lineTo(x + radius * scale * Math.cos(angle), y + radius * scale * Math.sin(angle));
  }
  context.closePath();
  context.fillStyle = hollow ? background : colour;
  context.strokeStyle = hollow ? colour : background;
  context.lineWidth = 1.25;
  context.stroke();
  context.fill();
}
