export const style = `
.picture {
  block-size: clamp(19em, 60vw, 26em); inline-size: 100%; touch-action: pan-y; cursor: ew-resize;
  user-select: none; -webkit-user-select: none;
}
label[part='slider'] { display: grid; grid-template-columns: auto 1fr 6.5em; accent-color: var(--muted); }
.shown { text-align: end; font-weight: 600; }
[part='sentence'] { margin: 0.25em 0 0.5em; min-block-size: 2.8em; }
.choices { column-gap: 1.25em; }
.quiet, .name { padding: 0; text-decoration: underline dotted; text-underline-offset: 0.25em; }
.readout { margin-block-start: 0.5em; }
.readout th, .readout td { padding: 0 0 0 0.5em; min-inline-size: calc(7ch + 0.5em); }
.readout th:first-child { padding: 0; text-align: start; min-inline-size: 6.2em; white-space: nowrap; }
.readout td:last-child { min-inline-size: 0; }
.readout thead { color: var(--muted); border-block-end: 1px solid var(--hairline); }
.readout thead > tr > * { padding-block-end: 0.25em; }
.readout td { font-weight: 600; }
.name { text-align: start; }
.picked .name { font-weight: 700; text-decoration-style: solid; }
.remove { padding: 0; inline-size: 2.75rem; color: var(--muted); font-weight: 400; }
.remove:disabled { visibility: hidden; }
@container (max-width: 24em) {
  .readout { font-size: 0.8em; }
  .readout th:first-child { min-inline-size: 5em; }
  .remove { inline-size: 2.2rem; }
}
.scroll { overflow-x: auto; }
details th, details td { padding: 0.1em 0 0.1em 1.25em; white-space: nowrap; }
details th:first-child { padding-inline-start: 0; text-align: start; }
details thead { color: var(--muted); border-block-end: 1px solid var(--hairline); }
details input {
  font: inherit; color: inherit; text-align: end; background: none; border: 0; border-radius: 0; padding: 0;
  inline-size: 4em; min-block-size: 2.75rem; font-variant-numeric: inherit; appearance: textfield;
  text-decoration: underline dotted 1px; text-underline-offset: 0.25em;
}
details input::-webkit-inner-spin-button { display: none; }
`;
