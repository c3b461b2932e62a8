/**
 * One style sheet for all pages. Contrast of text against its background is at least 7 : 1, of faint text and links
 * at least 4.5 : 1, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.6).
 */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #26241f; --faint: #68635a; --line: #ddd8ce; --soft: #f4f1ea; --link: #1d5a7a;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1a18; --ink: #e9e5dc; --faint: #a8a196; --line: #3d3a35; --soft: #262421; --link: #8cc4e4; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif;
  overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; z-index: 1; }
header, footer { padding: .8rem 1.5rem; font-family: system-ui, sans-serif; font-size: .85rem; }
footer { color: var(--faint); }
.crumbs { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem .5rem; }
.crumbs li + li::before { content: "/"; color: var(--faint); margin-inline-end: .5rem; }
.columns { display: flex; gap: 2.5rem; padding: 0 1.5rem; align-items: flex-start; }
main { flex: 1 1 auto; min-width: 0; max-width: 44rem; margin: 0 auto; padding: 1rem 0 4rem; }
main.wide { max-width: none; }
h1 { font-size: 2rem; line-height: 1.2; margin: .5rem 0 1.2rem; font-weight: 600; text-wrap: balance; }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 2.2rem 0 .6rem; font-weight: 600; }
h3 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; font-weight: 600; }
h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; font-weight: 600; }
p, ul, ol, blockquote, pre, details { margin: 0 0 .8rem; }
ul, ol { padding-inline-start: 1.5rem; }
li { margin: .2rem 0; }
.inside { margin-top: .3rem; }
p + .inside { padding-inline-start: 1.5rem; }
blockquote > p + .inside, .callout p + .inside { padding-inline-start: 0; }
.inside > :last-child, blockquote > :last-child { margin-bottom: 0; }
.faint { color: var(--faint); }
.to-do { list-style: none; padding-inline-start: 0; }
.to-do .done { color: var(--faint); text-decoration: line-through; }
.box { display: inline-block; width: 1.3em; text-decoration: none; }
blockquote { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; margin-inline: 0; font-style: italic; }
.callout { display: flex; gap: .7rem; background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; margin: 0 0 1rem; }
.callout > div { min-width: 0; }
.callout p:last-child { margin-bottom: 0; }
details { border-inline-start: 3px solid var(--line); padding-inline-start: .8rem; }
summary { cursor: pointer; font-weight: 600; }
details[open] > summary { margin-bottom: .5rem; }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .88em; }
code { background: var(--soft); border-radius: .2rem; padding: .1em .3em; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; overflow-x: auto; line-height: 1.4; }
pre code { background: none; padding: 0; font-size: 1em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
.scroll { overflow-x: auto; margin: 0 0 1.2rem; }
table { border-collapse: collapse; font-family: system-ui, sans-serif; font-size: .88rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--faint); padding-bottom: .4rem; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: start; vertical-align: top; }
thead th, tr:first-child > th[scope=col] { background: var(--soft); }
th { font-weight: 600; }
.rows thead th { white-space: nowrap; }
.rows tbody th { min-width: 16rem; max-width: 28rem; font-weight: 500; }
.rows td { min-width: 6.8rem; max-width: 22rem; }
.number { text-align: end; }
.properties { font-family: system-ui, sans-serif; font-size: .88rem; border-block: 1px solid var(--line); padding: .6rem 0; margin: 0 0 1.5rem; }
.properties div { display: flex; gap: 1rem; padding: .2rem 0; }
.properties dt { flex: 0 0 11rem; color: var(--faint); }
.properties dd { margin: 0; min-width: 0; }
.tree ul { list-style: none; padding-inline-start: 1rem; margin: 0; }
.side { flex: 0 0 15rem; font-family: system-ui, sans-serif; font-size: .88rem; padding-top: 1.5rem; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; }
.side > ul { padding-inline-start: 0; }
.tree [aria-current] { font-weight: 600; }
.comments { border-top: 1px solid var(--line); margin-top: 3rem; }
.comments ol { list-style: none; padding: 0; }
.comments li p { margin-bottom: .2rem; }
.page-link { font-family: system-ui, sans-serif; }
@media (max-width: 52rem) {
  .columns { flex-direction: column-reverse; gap: 0; align-items: stretch; }
  .side { position: static; flex: none; max-height: none; border-top: 1px solid var(--line); }
  main { width: 100%; }
  .properties div { flex-direction: column; gap: 0; }
  .properties dt { flex: none; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #444; --line: #999; --soft: #fff; --link: #000; }
  .skip, .side, footer { display: none; }
  main, main.wide { max-width: none; padding: 0; }
  h2, h3, h4, summary { break-after: avoid; }
  tr, .callout, blockquote, pre { break-inside: avoid; }
  .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
