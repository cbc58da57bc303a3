import type { Face } from './public-fonts.ts'

// Longer than 250 lines: the one style sheet of the public pages, from the values of the look; they are read without the application's own.

/** The style sheet. `fontsAt`: where the faces' files are, from the style sheet's address. */
export const publicStyle = ({ faces, fontsAt }: { readonly faces: readonly Face[]; readonly fontsAt: string }): string =>
  [...faces.map((face) => faceRule(face, fontsAt)), SHEET].join('\n')

const faceRule = ({ family, style, range, file }: Face, fontsAt: string): string =>
  `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: 200 900; font-display: swap; src: url("${fontsAt}${file}") format("woff2"); unicode-range: ${range}; }`

const DARK = `
    color-scheme: dark;
    --paper: #171612; --sheet: #1f1d18; --sunk: #100f0c; --rule: #3a362e; --rule-2: #827967;
    --ink: #eee8dc; --ink-2: #c9c0af; --ink-3: #a39a88; --accent: #9dbef0;
    --p0: #b4c3c6; --p1: #d3afd9; --p2: #e0b970; --p3: #8fcfc8; --p4: #cdbfb2; --p5: #b3bfe8;`

const SHEET = `
:root {
  color-scheme: light;
  --paper: #faf7f0; --sheet: #fffefa; --sunk: #f1ece1; --rule: #dad2c3; --rule-2: #8a806e;
  --ink: #1c1a16; --ink-2: #4a443b; --ink-3: #665e51; --accent: #1d4a86;
  --p0: #475559; --p1: #6b3f73; --p2: #75500f; --p3: #1d5b5b; --p4: #5c5148; --p5: #3e4a75;
  --serif: "Source Serif 4", "Noto Nastaliq Urdu", Georgia, serif;
  --sans: "Inter", "Vazirmatn", system-ui, sans-serif;
  --mono: ui-monospace, "DejaVu Sans Mono", monospace;
  --text: 1.0625rem; --text-line: 1.75rem;
  --bulk: 0.9375rem; --bulk-line: 1.375rem;
  --sentence: 1.5rem; --sentence-line: 1.875rem;
  --title: 2.0625rem; --title-line: 2.5625rem;
  --section: 1.0625rem; --section-line: 1.5rem;
  --meta: 0.8125rem; --meta-line: 1.25rem;
}
@media (prefers-color-scheme: dark) { :root {${DARK} } }
:lang(ur) {
  --text: 1rem; --text-line: 2.625rem; --bulk: 0.9375rem; --bulk-line: 2.25rem; --sentence: 1.375rem; --sentence-line: 3.25rem;
  --title: 1.75rem; --title-line: 4rem; --section: 1.0625rem; --section-line: 2.375rem; --meta-line: 1.5rem;
}
:lang(ps), :lang(fa), :lang(ar), :lang(prs) {
  --serif: "Source Serif 4", "Vazirmatn", serif;
  --text: 1.0625rem; --text-line: 2rem; --bulk: 0.9375rem; --bulk-line: 1.7rem; --sentence: 1.375rem; --sentence-line: 2.25rem;
}
:lang(en) {
  --text: 1.0625rem; --text-line: 1.75rem; --bulk: 0.9375rem; --bulk-line: 1.375rem; --sentence: 1.5rem; --sentence-line: 1.875rem;
  --title: 2.0625rem; --title-line: 2.5625rem; --section-line: 1.5rem; --meta-line: 1.25rem;
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; font-synthesis: none; }
body { margin: 0; font: 400 var(--text) / var(--text-line) var(--serif); font-optical-sizing: auto; overflow-wrap: break-word; }
:lang(ur), :lang(ps), :lang(fa), :lang(ar) { letter-spacing: 0; font-style: normal; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
bdi, time { unicode-bidi: isolate; }
p, h1, h2, h3, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: 0.5rem; clip-path: inset(50%); }
.skip:focus { clip-path: none; background: var(--sheet); padding: 0.25rem 0.5rem; }
.head, main, .foot { max-inline-size: 60rem; margin-inline: auto; padding-inline: 1.25rem; }
.head { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; padding-block: 0.75rem; font: 400 var(--meta) / var(--meta-line) var(--sans); border-block-end: 1px solid var(--rule); }
.brand { font-weight: 600; color: var(--ink); text-decoration: none; }
.head > nav { margin-inline-start: auto; }
.languages { display: flex; gap: 1rem; list-style: none; }
.languages a, .languages span, .pages a, summary { display: inline-block; min-block-size: 1.5rem; }
.languages [aria-current] { font-weight: 600; color: var(--ink); }
main { padding-block: 1.5rem 3rem; }
h1 { font: 600 var(--title) / var(--title-line) var(--serif); text-wrap: balance; }
h2 { font: 600 var(--section) / var(--section-line) var(--serif); border-block-start: 1.5px solid var(--ink); padding-block-start: 0.5rem; margin-block: 2.5rem 0.75rem; }
h3 { font: 600 var(--meta) / var(--meta-line) var(--sans); }
.meta, dt, .act-head, .kind { font: 400 var(--meta) / var(--meta-line) var(--sans); color: var(--ink-3); }
.nature { font: 600 var(--meta) / var(--meta-line) var(--sans); border: 1px dashed var(--rule-2); padding: 0.25rem 0.75rem; display: inline-block; margin-block-end: 0.75rem; }
.clause { color: var(--ink-2); max-inline-size: 42rem; margin-block: 0.5rem; }
.bodies { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-block-start: 0.75rem; font: 400 var(--meta) / var(--meta-line) var(--sans); }
.label { font-weight: 600; color: var(--hue, var(--p0)); }
.p0 { --hue: var(--p0); --strip: none; }
.p1 { --hue: var(--p1); --strip: repeating-linear-gradient(135deg, var(--hue) 0 1.5px, transparent 1.5px 4.5px); }
.p2 { --hue: var(--p2); --strip: radial-gradient(circle at 2px 2px, var(--hue) 1.2px, transparent 1.4px) 0 0 / 5px 5px; }
.p3 { --hue: var(--p3); --strip: repeating-linear-gradient(90deg, var(--hue) 0 1.4px, transparent 1.4px 5px); }
.p4 { --hue: var(--p4); --strip: radial-gradient(circle at 3px 2.5px, transparent 1px, var(--hue) 1.1px 1.8px, transparent 1.9px) 0 0 / 7px 5px; }
.p5 { --hue: var(--p5); --strip: none; }
.strip { block-size: 5px; background: var(--strip); border-block-end: 1px solid var(--hue); margin-block-end: 0.5rem; }
.sentence { font: 400 var(--sentence) / var(--sentence-line) var(--serif); text-wrap: pretty; max-inline-size: 48rem; }
.lines { display: grid; grid-template-columns: max-content 1fr; gap: 0.5rem 1.5rem; margin-block: 1rem; max-inline-size: 48rem; }
.lines dt { padding-block-start: 0.35em; }
.lines dd { font-size: var(--bulk); line-height: var(--bulk-line); padding-block-start: 0.1em; }
.lines dd + dd { grid-column: 2; }
.by { color: var(--ink-2); font: 400 var(--meta) / var(--meta-line) var(--sans); margin-block-start: 0.25rem; }
details { margin-block-start: 1rem; border-block-start: 1px solid var(--rule); padding-block-start: 0.5rem; }
summary { font: 600 var(--meta) / var(--meta-line) var(--sans); cursor: pointer; color: var(--accent); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1rem 1.5rem; margin-block-end: 1.5rem; padding-block-start: 0.75rem; border-block-start: 1px solid var(--rule); }
.meta + .pair { border-block-start: 0; padding-block-start: 0; margin-block-start: 1rem; }
.column > .act { margin-block-end: 1rem; }
.column-head { font: 400 var(--meta) / var(--meta-line) var(--sans); margin-block-end: 0.5rem; }
.none { color: var(--ink-3); font-size: var(--bulk); line-height: var(--bulk-line); }
.acts { list-style: none; }
.acts > li { border-block-start: 1px solid var(--rule); padding-block: 0.75rem; }
.acts > li:first-child { border-block-start: 0; padding-block-start: 0; }
.act { padding-inline-start: 0.875rem; border-inline-start: 2px solid var(--ink-2); }
.act.ascribed { border-inline-start-style: dashed; }
.act-head { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
.kind { color: var(--ink); font-weight: 600; }
.mark { inline-size: 0.6rem; block-size: 0.6rem; border-radius: 50%; border: 1.5px solid var(--ink-2); background: var(--ink-2); align-self: center; flex: none; }
.ascribed .mark { background: none; border-style: dashed; }
.act p { max-inline-size: 42rem; text-wrap: pretty; }
/* a piece of text has the line of its own script, whatever stands around it */
.act p:not(.by), .clause, .none { font-size: var(--text); line-height: var(--text-line); }
.act .title { font-weight: 600; }
.quoted { margin-block: 0.25rem; padding-inline-start: 0.75rem; border-inline-start: 1px solid var(--rule-2); color: var(--ink-2); }
.other-language { font: 400 var(--meta) / var(--meta-line) var(--sans); color: var(--ink-3); }
.gone { list-style: none; color: var(--ink-2); font-size: var(--bulk); line-height: var(--bulk-line); }
.gone li { padding-block: 0.25rem; }
.check p { max-inline-size: 42rem; }
.check dl { margin-block: 1rem; }
.check dd { margin-block: 0.125rem 0.75rem; }
a, code { overflow-wrap: anywhere; }
pre, code { font: 400 0.8125rem / 1.375rem var(--mono); unicode-bidi: isolate; }
pre { direction: ltr; text-align: left; background: var(--sunk); padding: 0.5rem 0.75rem; margin: 0.25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; border-inline-start: 1px solid var(--rule-2); }
.digits { font: 400 1.0625rem / 1.75rem var(--mono); letter-spacing: 0.02em; direction: ltr; unicode-bidi: isolate; display: inline-block; }
.pages { display: flex; gap: 1.5rem; margin-block-start: 1rem; font: 400 var(--meta) / var(--meta-line) var(--sans); }
.list { list-style: none; }
.list li { border-block-start: 1px solid var(--rule); padding-block: 0.75rem; }
.list a { font-weight: 600; font-size: 1.25rem; }
.foot { border-block-start: 1px solid var(--rule); padding-block: 0.75rem 2rem; font: 400 var(--meta) / var(--meta-line) var(--sans); color: var(--ink-3); }
@media (max-width: 40rem) {
  :root { --title: 1.5rem; --title-line: 1.875rem; }
  :lang(en) { --title: 1.5rem; --title-line: 1.875rem; --sentence: 1.25rem; --sentence-line: 1.625rem; }
  :lang(ur) { --title: 1.375rem; --title-line: 3.125rem; --sentence: 1.1875rem; --sentence-line: 2.875rem; }
  .lines { grid-template-columns: 1fr; gap: 0 0; }
  .lines dd { margin-block-end: 0.5rem; }
  .lines dd + dd { grid-column: 1; }
  .languages a, .languages span, .pages a, summary { min-block-size: 2.75rem; padding-block: 0.75rem; }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; --sunk: #fff; --ink: #000; --ink-2: #222; --ink-3: #333; --accent: #000; --rule: #999; color-scheme: light; }
  .languages, .skip, .pages { display: none; }
  details { display: block; }
  .act, .pair, .check dl > div { break-inside: avoid; }
  a { text-decoration: none; }
}
`
