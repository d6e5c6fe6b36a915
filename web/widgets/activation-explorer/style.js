export const style = `
.menus { column-gap: 1.25em; }
.menus select { color: var(--f); font-weight: 600; font-size: 1.2em; }
.menus .second select { color: var(--g); font-size: 1em; font-weight: inherit; }
.menus select { field-sizing: content; }
.readout { margin: 0; display: grid; grid-template-columns: 5.5em 7.5em 7.5em; }
.readout b { font-weight: 600; white-space: pre; }
.readout > :first-child { grid-row: span 2; }
b.x { color: var(--x); }
b.f, .name { color: var(--f); }
b.g { color: var(--g); }
b.slope { color: var(--slope); }
.picture {
  aspect-ratio: 16 / 9.5; min-block-size: 16em; inline-size: 100%; margin-block-start: 0.25em;
  touch-action: pan-y; cursor: ew-resize; user-select: none; -webkit-user-select: none;
}
.below { align-items: flex-start; justify-content: space-between; }
.formulas { margin: 0.5em 0; flex: 1 1 20em; min-block-size: 4.2em; }
.formulas p { margin: 0; }
.formulas sup { line-height: 0; font-size: 0.75em; }
.shown { min-inline-size: 3em; }
.preview { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 0.75em; margin-block: 0.5em; }
.matrix { border-inline: 1.5px solid currentColor; position: relative; }
.matrix::before, .matrix::after {
  content: ''; position: absolute; inset-inline: 0; block-size: 100%; inset-block-start: 0; pointer-events: none;
  --edge: linear-gradient(currentColor 0 0);
  background: var(--edge) 0 0 / 0.4em 1.5px, var(--edge) 100% 0 / 0.4em 1.5px,
    var(--edge) 0 100% / 0.4em 1.5px, var(--edge) 100% 100% / 0.4em 1.5px;
  background-repeat: no-repeat;
}
.matrix td { min-inline-size: 3.5em; padding: 0.1em 0.6em; }
.scroll { overflow-x: auto; }
thead th { color: var(--muted); }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; column-gap: 1.25em; }
`;
