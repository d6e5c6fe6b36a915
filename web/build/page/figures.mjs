// What stands in a widget's place before it runs: a picture of it, and exactly the space it will
// take. Both were made by posters.mjs from the widgets themselves.

/**
 * @typedef {{ width: number, height: number }} Size of a picture, in CSS pixels
 * @typedef {{ from: number, start: number, slope: number }} Piece from this width on, in rem, the
 *   height is start + slope · width
 * @typedef {{ wide?: Size, narrow?: Size, heights: Piece[], touchHeights: Piece[], lowHeights: Piece[] }} Poster
 *   the second heights are those for a finger, whose targets are larger, the third those on a phone
 *   held sideways
 * @typedef {Record<string, Poster>} Posters by id
 */

/** From this width of the window on, the wide picture is shown. */
const wideFrom = 600;

/**
 * Puts the poster into each widget that has no other content, described by its `data-alt`.
 * @param {string} html
 * @param {Posters} posters
 */
export const addPosters = (html, posters) =>
  html.replace(
    /<(\w+-[\w-]+) id="([\w-]+)"([^>]*?)\s+data-alt="([^"]+)"([^>]*)>/g,
    (_, tag, id, before, alt, after) =>
      `<${tag} id="${id}"${before}${after}>${posters[id] ? picture(id, alt, posters[id]) : `<p>${alt}</p>`}`,
  );

/**
 * Not loaded where the widget has taken its place already.
 * @param {string} id
 * @param {string} alt
 * @param {{ wide?: Size, narrow?: Size }} sizes
 */
function picture(id, alt, { wide, narrow }) {
  const file = (/** @type {string} */ kind) => `web/site/posters/${id}-${kind}.webp`;
  const source = (
    /** @type {string} */ media,
    /** @type {string} */ kind,
    /** @type {Size} */ size,
  ) =>
    `<source media="${media}" srcset="${file(kind)}" width="${size.width}" height="${size.height}">`;
  if (!wide || !narrow) throw new Error(`posters.json: a size of ${id} is missing`);
  return [
    '<picture>',
    source(
      `screen and (max-width: ${wideFrom - 1}px) and (prefers-color-scheme: dark)`,
      'narrow-dark',
      narrow,
    ),
    source(`screen and (max-width: ${wideFrom - 1}px)`, 'narrow', narrow),
    source('screen and (prefers-color-scheme: dark)', 'wide-dark', wide),
    `<img src="${file('wide')}" width="${wide.width}" height="${wide.height}" loading="lazy" alt="${alt}">`,
    '</picture>',
  ].join('');
}

/** @param {Posters} posters */
export const reservedSpace = (posters) => {
  const rules = (/** @type {(poster: Poster) => Piece[]} */ heightsOf) =>
    Object.entries(posters).map(([id, poster]) => room(id, heightsOf(poster)));
  return [
    ...rules(({ heights }) => heights),
    '@media (pointer:coarse){',
    ...rules(({ touchHeights }) => touchHeights),
    '}',
    '@media (max-height:28em) and (pointer:coarse){',
    ...rules(({ lowHeights }) => lowHeights),
    '}',
  ].join('\n');
};

/**
 * @param {string} id
 * @param {Piece[]} heights
 */
const room = (id, heights) =>
  heights
    .map(({ from, start, slope }) => {
      const rule = `#${id}{--room:calc(${round(start)}rem + ${round(slope * 100)}cqi)}`;
      return from ? `@container (min-width:${from}rem){${rule}}` : rule;
    })
    .join('\n');

/** @param {number} value */
const round = (value) => Number(value.toFixed(3));
