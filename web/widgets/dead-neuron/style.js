import { longestStyle } from '../../shared/longest.js';

// With fewer numbers in a row their type is as large as the text around; `long` ones are smaller in
// any case.
export const style = `${longestStyle}
.menus { column-gap: 1em; }
.menus select { color: var(--f); font-weight: 600; font-size: 1.2em; }
.pictures { display: flex; flex-wrap: wrap; gap: 0.5em 1.5em; }
.picture { flex: 2 1 15em; block-size: 17em; user-select: none; -webkit-user-select: none; }
.curve { flex: 3 1 18em; touch-action: pan-y pinch-zoom; cursor: ew-resize; }
[part='sentence'] { margin: 0.5em 0; }
.below { display: grid; gap: 0.5em 2.5em; align-items: start; }
.sliders { display: grid; }
.sliders label { display: grid; grid-template-columns: 6.5em 1fr 6.3em; }
.sliders .shown { text-align: end; font-weight: 600; white-space: nowrap; }
.sliders label:nth-child(-n + 2) { color: var(--w); --accent: var(--w); }
.sliders label:nth-child(3), .b { color: var(--b); --accent: var(--b); }
.w { color: var(--w); }
.action { min-inline-size: 8em; border: 1px solid var(--hairline); border-radius: 0.3em; padding: 0 0.9em; }
.preset { padding: 0; text-decoration: underline; text-decoration-style: dotted; text-underline-offset: 0.25em; }
.numbers { font-size: min(1em, 5cqi); max-inline-size: 24em; }
.learned .numbers { font-size: min(1em, 4cqi); max-inline-size: 30em; }
.numbers table { table-layout: fixed; inline-size: 100%; }
.numbers th, .numbers td { padding: 0.35em 0; white-space: nowrap; }
.numbers thead > tr > :first-child { inline-size: 4.6em; }
.numbers th[scope='row'] { text-align: start; color: var(--muted); }
.numbers .long { font-size: 0.8em; }
.numbers .gradient td { color: var(--slope); }
.numbers thead { border-block-end: 1px solid var(--hairline); }
.numbers p { margin: 0.6em 0; }
@container (max-width: 19em) {
  .sliders label { grid-template-columns: 1fr auto; }
  .sliders input { grid-area: 2 / 1 / auto / span 2; }
}
@container (min-width: 40em) {
  .below { grid-template-columns: 1fr 20em; }
  .learned .numbers { font-size: 0.8em; }
}
`;
