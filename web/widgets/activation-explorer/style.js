export const style = `
.menus { column-gap: 1.25em; }
.menus select { color: var(--f); font-weight: 600; font-size: 1.2em; }
.menus .second select { color: var(--g); font-size: 1em; font-weight: inherit; }
.readout { margin: 0; display: grid; grid-template-columns: max-content max-content 1fr; column-gap: 1.5em; }
.readout b { display: inline-block; min-inline-size: 3.4em; text-align: end; font-weight: 600; }
.readout .x { color: var(--x); min-inline-size: 5.5em; grid-row: span 2; }
.readout .value { color: var(--f); }
.readout .other { color: var(--g); }
.readout .slope { color: var(--slope); }
.picture {
  aspect-ratio: 16 / 10; min-block-size: 15em; inline-size: 100%;
  touch-action: pan-y; cursor: ew-resize; user-select: none; -webkit-user-select: none;
}
.below { align-items: flex-start; justify-content: space-between; }
.formulas { margin: 0.5em 0; flex: 1 1 20em; min-block-size: 4.2em; }
.formulas p { margin: 0; }
.formulas sup { line-height: 0; font-size: 0.75em; }
.shown { min-inline-size: 3em; }
.preview { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 0.75em; margin-block: 0.5em; }
.name { color: var(--f); }
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
