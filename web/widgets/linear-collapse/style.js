import { longestStyle } from '../../shared/longest.js';

export const style = `${longestStyle}
.menus { column-gap: 1.5em; }
.menus > * { max-inline-size: 100%; flex-wrap: wrap; }
.menus .menu:nth-child(2) select { color: var(--f); font-weight: 600; min-inline-size: min(10.8em, 100cqi); }
.menus .shown { min-inline-size: 3.2em; text-align: end; }
.menus button { padding: 0; text-decoration: underline; text-decoration-style: dotted; text-underline-offset: 0.25em; }
.panels { display: flex; flex-wrap: wrap; gap: 1em 1em; margin-block: 0.25em 0.5em; }
.panel { flex: 0 0 calc(25% - 0.75em); min-inline-size: 7.6em; container-type: inline-size; }
.many .panel { flex-basis: calc(20% - 0.8em); min-inline-size: 8.2em; }
/* Two and two, sooner than three and one: the last two are there to be compared. */
@container (max-width: 33.5em) { .panel { flex-basis: calc(50% - 0.5em); } }
@container (max-width: 30em) { .panels > .panel { flex-basis: calc(50% - 0.5em); min-inline-size: 0; } }
@container (max-width: 15em) { .panels > .panel { flex-basis: 100%; } }
.title { font-size: min(0.9em, 10.5cqi); margin: 0 0 0.25em; text-align: center; white-space: nowrap; }
.whole .title { font-weight: 600; }
.picture { aspect-ratio: 1; inline-size: 100%; }
.numbers {
  display: grid; inline-size: fit-content; margin: 0.4em auto 0;
  gap: 0.1em 0.4em; text-align: end; white-space: nowrap; font-size: min(1em, 125cqi / var(--characters));
}
.w { color: var(--w); }
.b { color: var(--b); }
.numbers > :nth-child(3n) { padding-inline-start: 0.7em; }
.whole .numbers { font-weight: 600; }
.numbers > span { line-height: 1.9; }
.numbers input {
  font: inherit; text-align: end; background: none; border: 0; padding: 0; inline-size: 100%;
  font-variant-numeric: tabular-nums; appearance: textfield; line-height: 1.9; border-radius: 0;
  text-decoration: underline; text-decoration-style: dotted; text-decoration-thickness: 1px; text-underline-offset: 0.25em;
}
.numbers input::-webkit-inner-spin-button { display: none; }
.numbers > * { min-block-size: 24px; }
@media (pointer: coarse) { .numbers > * { min-block-size: 44px; } .numbers > span { line-height: 44px; } }
[part='sentence'] { margin: 0.5em 0; }
`;
