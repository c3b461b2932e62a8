/**
 * How the report looks as a web page: one calm column that a phone can show, dark where the reader's device is,
 * and plain on paper. Directions are logical (start, end), so text that runs from the right needs nothing more.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #ffffff;
  --text: #24292f;
  --quiet: #57606a;
  --link: #0b5394;
  --line: #d5dae0;
  --tint: #f4f6f8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #17191d;
    --text: #e3e5e8;
    --quiet: #a3abb5;
    --link: #8fbcf2;
    --line: #3b4048;
    --tint: #20242a;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 49rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 1.75em 0 0.5em; font-weight: 650; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem); margin-block-start: 0; }
h2 { font-size: 1.3rem; margin-block-start: 2em; }
h3 { font-size: 1.0625rem; }
h4, h5, h6 { font-size: 1rem; }
h2 + h3 { margin-block-start: 1em; }
p, ul, ol, pre, blockquote, details, .scroll { margin: 0 0 1em; }
ul, ol { padding-inline-start: 1.4em; }
li { margin-block: 0.4em; }
li > :is(p, ul, ol):last-child { margin-block-end: 0; }
li.task { list-style: none; }
/* Each block runs in the direction of its own first letter, and a link never reorders the words around it. */
h1, h2, h3, h4, h5, h6, p, li, th, td, summary, pre { unicode-bidi: plaintext; }
a { color: var(--link); text-decoration-thickness: from-font; text-underline-offset: 0.15em; unicode-bidi: isolate; }
:is(h1, h2, h3, h4, h5, h6) a, td:first-child a { text-decoration-color: var(--line); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.scroll { position: relative; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.45; overflow-wrap: break-word; }
th, td { min-width: 6.5rem; padding: 0.6em 0.75em; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
:is(th, td):first-child { min-width: 9rem; padding-inline-start: 0; overflow-wrap: anywhere; }
:is(th, td):last-child { padding-inline-end: 0; }
th { color: var(--quiet); font-weight: 600; vertical-align: bottom; }
/* On a phone a row of many columns is a block: its first cell leads, and every other one says its column. */
@media screen and (max-width: 34rem) {
  .stacks :is(table, tbody, tr, td) { display: block; }
  .stacks thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacks tr { padding-block: 0.7em; border-block-end: 1px solid var(--line); }
  .stacks td { min-width: 0; padding: 0.1em 0; border: 0; text-align: start; }
  .stacks td:empty { display: none; }
  .stacks td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); }
  /* Screen readers say the column already. */
  @supports (content: "x" / "") {
    .stacks td[data-label]::before { content: attr(data-label) ": " / ""; }
  }
}
.center { text-align: center; }
.end { text-align: end; }
.drawing { display: inline-block; font-family: "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.875rem; line-height: 1.3; white-space: nowrap; unicode-bidi: isolate; direction: ltr; }
details { border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.6em 1em; }
details > summary { cursor: pointer; margin: -0.6em -1em; padding: 0.6em 1em; }
details[open] > summary { margin-block-end: 0.4em; }
details > :last-child:not(summary) { margin-block-end: 0; }
/* Two charts side by side where there is room. Their parts carry colours of their own for a light ground; these follow the page. */
figure.chart { display: inline-block; width: min(100%, 20.25rem); margin: 0 0.5rem 1em 0; vertical-align: top; }
figure.chart figcaption { font-size: 0.9375rem; line-height: 1.4; margin-block-end: 0.4em; }
figure.chart figcaption > * { display: block; font-weight: 600; unicode-bidi: plaintext; }
figure.chart figcaption > span { font-size: 0.8125rem; font-weight: 400; color: var(--quiet); }
figure.chart svg { display: block; width: 100%; height: auto; direction: ltr; }
.chart .words { fill: var(--text); }
.chart .quiet { fill: var(--quiet); }
.chart .halo { stroke: var(--page); }
.chart .grid { stroke: var(--line); }
.chart .since { stroke: var(--quiet); }
.chart .result { stroke: var(--link); }
.chart .dot { fill: var(--link); }
.chart .target { stroke: var(--text); }
.chart .pace { stroke: var(--quiet); }
.chart .mark { fill: var(--text); }
blockquote { border-inline-start: 3px solid var(--line); padding-inline-start: 1em; color: var(--quiet); }
code, pre { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
pre { white-space: pre-wrap; background: var(--tint); border-radius: 0.5rem; padding: 0.75em 1em; }
hr { border: 0; border-block-start: 1px solid var(--line); margin: 2em 0; }
@media print {
  :root { color-scheme: light; }
  @page { margin: 16mm 15mm; }
  body { font-size: 10pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 17pt; }
  h2 { font-size: 12.5pt; margin-block-start: 1.2em; }
  h3, h4, h5, h6 { font-size: 10.5pt; margin-block-start: 1em; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  p, ul, ol { margin-block-end: 0.6em; }
  li { margin-block: 0.2em; }
  p { orphans: 3; widows: 3; }
  p:has(+ :is(ul, ol, .scroll)) { break-after: avoid; }
  li, tr, pre, blockquote, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  table { font-size: 9.5pt; }
  :is(th, td) { min-width: 0; }
  .drawing { font-size: 8.5pt; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  details { border: 0; padding: 0; }
  details > summary { list-style: none; margin: 0 0 0.4em; padding: 0; font-weight: 600; break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
