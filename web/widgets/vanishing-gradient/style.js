export const style = `
.picture {
  block-size: clamp(19em, 60vw, 26em); block-size: clamp(19em, 60cqi, 26em); /* before Safari 16: vw */
  inline-size: 100%; touch-action: pan-y pinch-zoom; cursor: ew-resize;
  user-select: none; -webkit-user-select: none;
}
@media (max-height: 28em) and (pointer: coarse) { .picture { block-size: 16em; } }
label[part='slider'] { display: grid; grid-template-columns: auto 1fr 6.5em; }
.shown { text-align: end; font-weight: 600; }
[part='sentence'] { margin: 0.25em 0 0.5em; min-block-size: 2.8em; }
.choices { column-gap: 1.25em; }
.quiet, .name { padding: 0; text-decoration: underline; text-decoration-style: dotted; text-underline-offset: 0.25em; }
.readout {
  table-layout: fixed; inline-size: 100%; max-inline-size: 30em; margin-block-start: 0.5em;
  font-size: min(1em, 3.7cqi); letter-spacing: 0; word-spacing: 0;
}
.readout th, .readout td { padding: 0; }
.readout th:first-child { text-align: start; inline-size: 6.2em; }
.readout thead :last-child { inline-size: min(44px, 12cqi); }
.readout thead { white-space: nowrap; color: var(--muted); border-block-end: 1px solid var(--hairline); }
.readout thead > tr > * { padding-block-end: 0.25em; }
.readout td { font-weight: 600; }
.shape { display: inline-block; inline-size: 1.2em; }
.name { text-align: start; max-inline-size: calc(100% - 1.2em); }
.picked .name { font-weight: 700; text-decoration-style: solid; }
.remove { padding: 0; inline-size: 100%; color: var(--muted); font-weight: 400; }
.remove:disabled { visibility: hidden; }
@container (min-width: 30em) { .readout th:first-child { inline-size: 7.2em; } }
@container (max-width: 28em) { [part='sentence'] { min-block-size: 4.2em; } }
@container (max-width: 16em) {
  label[part='slider'] { grid-template-columns: 1fr auto; }
  [part='slider'] input { grid-area: 2 / 1 / auto / span 2; }
}
.scroll { overflow-x: auto; }
details th, details td { padding: 0.1em 0 0.1em 1.25em; white-space: nowrap; }
details th:first-child { padding-inline-start: 0; text-align: start; }
details thead { color: var(--muted); border-block-end: 1px solid var(--hairline); }
details input {
  font: inherit; color: inherit; text-align: end; background: none; border: 0; border-radius: 0; padding: 0;
  inline-size: 4em; min-block-size: 44px; font-variant-numeric: inherit; appearance: textfield;
  text-decoration: underline; text-decoration-style: dotted; text-decoration-thickness: 1px; text-underline-offset: 0.25em;
}
details input::-webkit-inner-spin-button { display: none; }
`;
