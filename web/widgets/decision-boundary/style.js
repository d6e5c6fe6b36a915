export const style = `
.layout { display: grid; gap: 0.75em 2em; grid-template-columns: minmax(0, 1fr); }
.stage { display: grid; gap: 1em; grid-template-columns: minmax(0, var(--aw-picture-size, var(--low-window, 26em))); justify-content: center; }
.stage.twin { grid-template-columns: repeat(2, minmax(0, var(--aw-picture-size, var(--low-window, 26em)))); gap: clamp(0.5em, 3cqi, 1.5em); }
figure { margin: 0; min-inline-size: 0; }
figcaption { display: flex; align-items: baseline; justify-content: space-between; gap: 0.5em; padding-block-end: 0.3em; }
figcaption b { font-weight: 600; }
.picture { aspect-ratio: 1; cursor: crosshair; touch-action: pan-y pinch-zoom; user-select: none; -webkit-user-select: none; }
.picture.painting { touch-action: none; }
.picture:not(.unringed):has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
.line { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; fill: none; stroke: var(--ink); stroke-linejoin: round; stroke-linecap: round; }
.kinks { stroke-width: 1; stroke-dasharray: 5 4; stroke-linecap: butt; }
.boundary { stroke-width: 2; }
.halo { stroke: var(--paper); stroke-width: 5; }
.cursor { stroke: var(--focus); stroke-width: 2; }
.transport { column-gap: 0; margin-inline-start: -0.5em; }
button { padding: 0 0.5em; border-radius: 0.375em; }
button:disabled { opacity: 0.4; cursor: default; }
@media (hover: hover) { button:not(:disabled):hover { background: color-mix(in srgb, currentColor 9%, transparent); } }
.play { font-weight: 600; display: inline-flex; align-items: center; gap: 0.5em; min-inline-size: 5.4em; }
.icon { inline-size: 0.8em; block-size: 0.95em; background: currentColor; clip-path: polygon(0 0, 100% 50%, 100% 50%, 0 100%); }
.icon.pausing { clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%); }
.words { padding-block-end: 0.4em; }
.words p { margin: 0; }
.diagnosis { min-block-size: 44px; display: flex; flex-wrap: wrap; align-items: center; column-gap: 0.5em; }
.over { visibility: hidden; }
.advice { text-decoration: underline; text-underline-offset: 0.2em; padding: 0; }
.status { color: var(--muted); }
.settings { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr)); gap: 0.25em 1.25em; align-items: end; }
.field { display: block; min-inline-size: 0; }
.field.wide, .flag { grid-column: span 2; }
@container (max-width: 19em) {
  .stage.twin { grid-template-columns: minmax(0, 1fr); }
  .field.wide, .flag { grid-column: auto; }
}
/* As near as the room above the menu's text allows. */
.field .label { display: block; color: var(--muted); font-size: 0.8em; margin-block-end: max(-0.55em, (1.75em - 44px) / 2); }
.layers { display: flex; flex-wrap: wrap; align-items: center; column-gap: 0.75em; }
.signs { display: flex; column-gap: inherit; }
.sign { min-inline-size: 44px; font-size: 1.15em; }
.field label { flex-wrap: wrap; column-gap: 0.5em; }
.slide label { display: grid; grid-template-columns: minmax(3em, 1fr) auto; gap: 0 0.6em; align-items: center; min-block-size: 0; }
.slide label > :first-child { grid-column: span 2; color: var(--muted); font-size: 0.8em; margin-block-end: -0.55em; }
.slide input { min-inline-size: 0; inline-size: 100%; }
.flag { display: inline-flex; }
.chart .picture { aspect-ratio: auto; block-size: 8.5em; cursor: crosshair; }
.chart p, .hover { margin: 0; color: var(--muted); font-size: 0.85em; min-block-size: 1.4em; }
fieldset { border: 0; margin: 0; padding: 0; column-gap: 1.1em; }
.tool { gap: 0.4em; }
.mark { inline-size: 0.7em; block-size: 0.7em; display: inline-block; background: var(--class-0); border-radius: 50%; }
.mark.class-1 { background: var(--class-1); border-radius: 0; transform: rotate(45deg); }
.under { font-size: 0.85em; margin-inline-start: auto; }
.spaced { align-items: start; }
.small { inline-size: min(100%, 13em); }
.small figcaption { color: var(--muted); font-size: 0.85em; }
.small p { margin: 0.3em 0 0; font-size: 0.85em; }
.small .picture { cursor: auto; }
.maps { display: grid; gap: 0.6em; margin-block: 0.3em 0.9em; }
.layer { display: flex; flex-wrap: wrap; gap: 4px; }
.layer .label { flex-basis: 100%; color: var(--muted); font-size: 0.85em; }
.layer canvas { inline-size: 48px; block-size: 48px; }
.tools .row { column-gap: 0.75em; }
.tools div.row, .import > button { margin-inline-start: -0.5em; }
.tools div.row { column-gap: 0; }
.tools .muted { margin-inline-start: 0.6em; }
.import { display: grid; gap: 0.25em; justify-items: start; grid-template-columns: minmax(0, 1fr); }
.import label { flex-wrap: wrap; max-inline-size: 100%; }
.reading { margin-block-start: 0.5em; }
.import p { overflow-wrap: anywhere; margin: 0; font-size: 0.9em; min-block-size: 1.4em; }
.paste { display: grid; inline-size: 100%; gap: 0.2em; }
input[type='file'] { font: inherit; color: inherit; min-inline-size: 0; max-inline-size: 100%; min-block-size: 44px; padding-block: 0.5em; }
input::file-selector-button { font: inherit; }
:host(.dropping) .stage { outline: 2px dashed var(--focus); outline-offset: 4px; }
@media (forced-colors: active) {
  .icon, .mark { forced-color-adjust: none; background: CanvasText; }
  .mark.class-0 { background: none; border: 1px solid CanvasText; }
}
@container (min-width: 40em) {
  .layout:not(:has(.twin)) { grid-template-columns: minmax(0, var(--aw-picture-size, var(--low-window, 24em))) minmax(18.5em, 1fr); }
  /* What is painted with, and what is painted on. */
  .layout:not(:has(.twin)) > .stage { position: sticky; inset-block-start: 0.5em; align-self: start; }
}
@media (max-height: 28em) and (pointer: coarse) {
  .layout { --low-window: 17em; }
}
`;
