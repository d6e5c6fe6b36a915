export const style = `
.menus { column-gap: 1.25em; }
.menus select { color: var(--f); font-weight: 600; font-size: 1.2em; }
.menus .second select { color: var(--g); font-size: 1em; font-weight: inherit; }
/* Each as wide as the longest it may come to show, so that none moves. */
.readout { margin: 0; display: grid; column-gap: clamp(0.4em, 2cqi, 1em); white-space: pre; grid-template-columns: minmax(7.5ch, max-content) repeat(2, minmax(13ch, max-content)); }
.readout b { font-weight: 600; }
.picture {
  aspect-ratio: 16 / 9.5; min-block-size: 16em; inline-size: 100%; margin-block-start: 0.25em;
  touch-action: pan-y pinch-zoom; cursor: ew-resize; user-select: none; -webkit-user-select: none;
}
@media (pointer: coarse) and (max-height: 28em) { .picture { aspect-ratio: auto; } }
@container (max-width: 35ch) { .readout { font-size: 0.84em; } }
@container (max-width: 29ch) { .readout { grid-template-columns: 1fr; } }
.readout > :first-child { grid-row: span 2; }
b.x { color: var(--x); }
b.f, .name { color: var(--f); }
b.g { color: var(--g); }
b.slope { color: var(--slope); }
.below { align-items: flex-start; justify-content: space-between; }
.formulas { margin: 0.5em 0; flex: 1 1 20em; min-block-size: 4.2em; }
.formulas p { margin: 0; }
.formulas sup { line-height: 0; font-size: 0.75em; }
.shown { min-inline-size: 3em; }
.preview { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 0.75em; margin-block: 0.5em; }
.matrix { position: relative; }
.matrix::before, .matrix::after {
  content: ''; position: absolute; inset-block: 0; inline-size: 0.35em; border: 1.5px solid;
}
.matrix::before { inset-inline-start: 0; border-inline-end: 0; }
.matrix::after { inset-inline-end: 0; border-inline-start: 0; }
.matrix td { min-inline-size: 3.2em; padding: 0.1em 0.6em; }
.matrix:last-child td { min-inline-size: 4.7em; }
.scroll { overflow-x: auto; }
thead th { color: var(--muted); }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; column-gap: 1.25em; }
`;
