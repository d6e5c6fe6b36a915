export const style = `
.menus { column-gap: 1.25em; }
.menus select { color: var(--f); font-weight: 600; font-size: 1.2em; }
.menus .second select { color: var(--g); font-size: 1em; font-weight: inherit; }
.scroll { overflow-x: auto; }
table.remarked { inline-size: 100%; }
table.dense { font-size: 0.85em; }
table.dense thead th { block-size: calc(2.5em + 0.4em); }
th, td { padding: 0 0 0 0.4em; min-inline-size: calc(6ch + 0.4em); vertical-align: baseline; }
thead th {
  vertical-align: bottom; padding-block-end: 0.4em; border-block-end: 1px solid var(--hairline);
  line-height: 1.25; inline-size: 6.5em;
}
@container (max-width: 24em) {
  thead th { inline-size: auto; }
  table.dense { font-size: 0.76em; }
  table.dense th, table.dense td { padding-inline-start: 0.5em; min-inline-size: 0; }
}
th.x { padding-inline-start: 0; color: var(--x); inline-size: 3.5em; }
td.f, thead .f { color: var(--f); }
td.g, thead .g { color: var(--g); }
.slope { color: var(--slope); }
.remark { text-align: start; padding-inline-start: 2em; inline-size: auto; line-height: 1.3; }
.below td { text-align: start; padding: 0 0 0.75em; line-height: 1.3; }
/* As bold as 600, and no wider: a column that grew would break its heading, and move all below it. */
tr.here > :not(.remark) { -webkit-text-stroke: 0.04em; }
tbody tr:last-child > * { line-height: 44px; }
th button {
  padding: 0; min-inline-size: 44px; inline-size: 100%; text-align: end; font-weight: inherit;
  text-decoration: underline; text-decoration-style: dotted; text-underline-offset: 0.25em;
}
label { display: flex; color: var(--x); }
label input { flex: 1; max-inline-size: 22em; --accent: var(--x); }
.shown { display: none; }
`;
