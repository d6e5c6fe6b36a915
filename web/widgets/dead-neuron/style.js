export const style = `
.menus { column-gap: 1em; }
.menus select { color: var(--f); font-weight: 600; font-size: 1.2em; }
.pictures { display: flex; flex-wrap: wrap; gap: 0.5em 1.5em; }
.picture { flex: 2 1 15em; block-size: 17em; user-select: none; -webkit-user-select: none; }
.curve { flex: 3 1 18em; touch-action: pan-y; cursor: ew-resize; }
[part='sentence'] { margin: 0.5em 0; min-block-size: 2.8em; }
.below { display: flex; flex-wrap: wrap; gap: 0.5em 2.5em; align-items: start; }
.sliders { flex: 1 1 18em; display: flex; flex-direction: column; }
.sliders label { display: grid; grid-template-columns: 7em 1fr 4em; }
.sliders .shown { text-align: end; font-weight: 600; }
.sliders label:nth-child(-n + 2) { color: var(--w); accent-color: var(--w); }
.sliders label:nth-child(3), .b { color: var(--b); accent-color: var(--b); }
.sliders label:nth-child(4) { accent-color: var(--muted); }
.w { color: var(--w); }
.action { border: 1px solid var(--hairline); border-radius: 0.3em; padding: 0 0.9em; }
.preset { padding: 0; text-decoration: underline dotted; text-underline-offset: 0.25em; }
.numbers { flex: 0 1 auto; }
.numbers th, .numbers td { padding: 0.35em 0 0.35em 1em; min-inline-size: calc(6ch + 1em); }
.numbers th[scope='row'] { padding-inline-start: 0; text-align: start; color: var(--muted); }
.numbers .gradient td { color: var(--slope); }
.numbers thead { border-block-end: 1px solid var(--hairline); }
.numbers p { margin: 0.6em 0; }
@container (max-width: 18.6em) { .numbers { font-size: 0.82em; } }
`;
