import { h } from './dom.js';

/**
 * What all widgets have in common. Sizes in em follow the type around, and 44 px is a finger's.
 * The words before the content, which take no height, make a widget as wide as there is room where
 * a box takes its width from what it holds (a dialog, a figure as wide as its picture); in a grid
 * they may break, and so widen no column.
 */
export const baseStyle = `
:host {
  display: block; position: relative; box-sizing: border-box;
  inline-size: 100%; max-inline-size: var(--aw-max-width, 46em);
}
:host::before {
  content: '. . .'; display: block; block-size: 0; overflow: hidden; visibility: hidden; white-space: normal;
  word-spacing: calc(var(--aw-max-width, 46em) / 2);
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
.root {
  container-type: inline-size; accent-color: var(--accent); font-variant: tabular-nums; line-height: 1.4;
  text-align: start; text-indent: 0; text-transform: none; white-space: normal;
}
.root.paints { background: Canvas; color: CanvasText; padding: 1em; }
.unseen {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
}
.muted { color: var(--muted); }
.row { display: flex; flex-wrap: wrap; align-items: center; column-gap: 1.5em; row-gap: 0.25em; }
label { display: inline-flex; align-items: center; gap: 0.5em; min-block-size: 44px; }
select, button {
  font: inherit; color: inherit; min-block-size: 44px; max-inline-size: 100%;
  background: none; border: 0; border-radius: 0; cursor: pointer;
}
select { appearance: none; field-sizing: content; padding: 0 1.2em 0 0; text-overflow: ellipsis; }
option { background: Canvas; color: CanvasText; }
summary { cursor: pointer; padding-block: max(0.4em, (45px - 1.4em) / 2); inline-size: fit-content; }
.menu { position: relative; display: inline-flex; max-inline-size: 100%; }
.menu::after {
  content: ''; position: absolute; inset-inline-end: 0.25em; inset-block-start: 50%;
  inline-size: 0.4em; block-size: 0.4em; margin-block-start: -0.3em; pointer-events: none;
  border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg);
}
/* Nearer to the text than the accent itself: where it is too close to a track, Chromium takes the
   track from the other colour scheme. */
input { accent-color: color-mix(in srgb, CanvasText 9%, var(--accent, var(--aw-accent, var(--muted)))); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
select:focus-visible { outline-offset: -0.25em; }
input[type='range'] { block-size: 44px; margin: 0; min-inline-size: 6em; cursor: pointer; }
input[type='checkbox'], input[type='radio'] { inline-size: 1.1em; block-size: 1.1em; margin: 0; flex: none; }
table { border-collapse: collapse; }
th, td { padding: 0.15em 0.75em; text-align: end; font-weight: inherit; }
[part='share'] { font-size: 0.85em; }
[part='share'] .row { column-gap: 0; margin-inline-start: -0.5em; }
[part='share'] button { padding: 0 0.5em; }
[part='share'] p { margin: 0; }
:host([no-menu]) [part='share'] { display: none; }
textarea {
  font: inherit; color: inherit; inline-size: 100%;
  background: none; border: 1px solid var(--muted); border-radius: 0.25em; padding: 0.4em 0.5em;
}
@media print { [part='share'] { display: none; } }
.picture { position: relative; overflow: hidden; break-inside: avoid; }
/* With the inputs, so that who tabs to one sees all of the picture. */
.picture canvas, .picture .unseen { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
@media (forced-colors: active) { select { border-block-end: 1px solid ButtonBorder; } }
`;

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} a sheet belongs to one document */
const sheets = new WeakMap();

/**
 * @param {ShadowRoot} root
 * @param {string[]} texts
 */
export function adopt(root, texts) {
  const owner = root.ownerDocument;
  const { defaultView: window } = owner; // none in a document that is nowhere shown
  if (window && 'adoptedStyleSheets' in owner)
    root.adoptedStyleSheets = styleSheets(owner, window, texts);
  else if (!root.querySelector('style')) root.append(h('style', {}, texts.join(''))); // Safari 15
}

/**
 * Style sheets shared by all elements of a document; allowed under a strict content policy.
 * @param {Document} owner
 * @param {any} window
 * @param {string[]} texts
 */
function styleSheets(owner, window, texts) {
  const known = sheets.get(owner) ?? new Map();
  sheets.set(owner, known);
  return texts.map((css) => {
    if (!known.has(css)) {
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(css);
      known.set(css, sheet);
    }
    return known.get(css);
  });
}
