/** What the boundary looks like, in words. */

/** A line that strays less than this from its chord, in fractions of it, looks straight. */
const STRAIGHT = 0.01;

/** Loops and pieces shorter than this many grid pixels are specks. */
const SPECK = 8;

/** @param {Float32Array[]} lines of the contour @returns {string} */
export function describeShape(lines) {
  const seen = lines.filter((line) => extent(line) > SPECK);
  const closed = seen.filter(isClosed).length;
  const open = seen.length - closed;
  if (seen.length === 0) return 'no line: one class everywhere';
  if (seen.length === 1 && open === 1)
    return isStraight(seen[0]) ? 'a straight line' : 'a bent line';
  return [
    counted(closed, 'a closed curve', 'closed curves'),
    counted(open, 'an open line', 'open lines'),
  ]
    .filter(Boolean)
    .join(' and ');
}

/** @param {number} n @param {string} one @param {string} many */
const counted = (n, one, many) => (n > 1 ? `${n} ${many}` : n ? one : '');

/** @param {Float32Array} line */
const isClosed = (line) => line[0] === line[line.length - 2] && line[1] === line[line.length - 1];

/** @param {Float32Array} line */
function isStraight(line) {
  const n = line.length;
  const [x0, y0, dx, dy] = [line[0], line[1], line[n - 2] - line[0], line[n - 1] - line[1]];
  const length = Math.hypot(dx, dy);
  for (let i = 0; i < n; i += 2) {
    if (Math.abs((line[i] - x0) * dy - (line[i + 1] - y0) * dx) > STRAIGHT * length * length)
      return false;
  }
  return true;
}

/** @param {Float32Array} line */
function extent(line) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    left = Math.min(left, line[i]);
    right = Math.max(right, line[i]);
    top = Math.min(top, line[i + 1]);
    bottom = Math.max(bottom, line[i + 1]);
  }
  return Math.max(right - left, bottom - top);
}
