import { print } from "./print.ts";

/*
 * The page's style sheet. Colours first, once for light and once for dark; the drawings use them as CSS variables.
 */

const light = `
  --paper: #fdfcfa; --card: #f5f3ee; --ink: #1d232c; --muted: #59616d; --grid: #e4e0d8; --line: #d5d0c5;
  --accent: #0c6770; --bar: #86bbbf; --band-outer: #d9e8e8; --band-inner: #a4cdd0; --observed: #bd4416;
  --shade: rgb(29 35 44 / 0.28); --hover: rgb(29 35 44 / 0.07); --raising: #c4612f; --lowering: #4a7bb0;
  --category-1: #0c6770; --category-2: #c98a1b; --category-3: #7b4f91; --category-4: #bd4416; --category-5: #5f6d79; --category-6: #6c8a2c;
  --ramp-1: #1f727b; --ramp-2: #4d969b; --ramp-3: #8bbab5; --ramp-4: #c5d8c4; --ramp-5: #efd9a5; --ramp-6: #e3a967; --ramp-7: #cf7a45; --ramp-8: #b04a22;`;

const dark = `
  --paper: #14181d; --card: #1c2229; --ink: #e8eaed; --muted: #a3abb6; --grid: #2a313a; --line: #3a434e;
  --accent: #5fc7c6; --bar: #2f7379; --band-outer: #1d383d; --band-inner: #2d6268; --observed: #ffa06c;
  --shade: rgb(255 255 255 / 0.34); --hover: rgb(255 255 255 / 0.09); --raising: #e58a57; --lowering: #7fb0e4;
  --category-1: #5fc7c6; --category-2: #e7b04c; --category-3: #bd94d3; --category-4: #f0885a; --category-5: #94a3b1; --category-6: #a5c562;
  --ramp-1: #3fa3a8; --ramp-2: #5fb5b4; --ramp-3: #8fc9bf; --ramp-4: #c3dbc2; --ramp-5: #f1dca6; --ramp-6: #eab676; --ramp-7: #e08d59; --ramp-8: #cf6740;`;

const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const mono =
  'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans CJK SC", monospace';

export const style = `
:root { color-scheme: light dark; ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
@media print { :root { ${light} --paper: #fff; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 ${fonts}; overflow-wrap: break-word; }
main, footer { max-width: 72rem; margin: 0 auto; padding: 0 2rem; }
main { padding-top: 3.5rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; font-weight: 650; }
h1 { font-size: clamp(1.75rem, 4.5vw, 2.6rem); letter-spacing: -0.015em; margin: 0.4rem 0 0.75rem; max-width: 56rem; }
h2 { font-size: 1.4rem; margin: 4rem 0 0.5rem; letter-spacing: -0.01em; }
h3 { font-size: 1.05rem; margin: 0 0 0.5rem; }
p { max-width: 44rem; margin: 0.5rem 0 1rem; }
.kicker { color: var(--muted); font-size: 0.85rem; letter-spacing: 0.04em; margin: 0; max-width: none; }
.headline { font-size: 1.3rem; line-height: 1.45; max-width: 54rem; margin: 0.75rem 0 1.25rem; }
.lead { font-size: 1.15rem; color: var(--muted); }
.note, figcaption { color: var(--muted); font-size: 0.875rem; line-height: 1.5; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; margin: 2rem 0; padding: 0; }
.tiles > div { background: var(--card); border-radius: 0.5rem; padding: 1rem 1.2rem 1.1rem; }
.tiles:has(> :nth-child(5)) { grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 0.75rem; }
.tiles:has(> :nth-child(5)) .value { font-size: 1.45rem; }
.tiles dt { color: var(--muted); font-size: 0.875rem; }
.tiles dd { margin: 0; }
.tiles .value { font-size: 1.75rem; font-weight: 650; letter-spacing: -0.015em; line-height: 1.3; font-variant-numeric: tabular-nums; }
.tiles .range { color: var(--muted); font-size: 0.875rem; }
.findings { max-width: 50rem; padding-left: 1.1rem; margin: 0 0 3rem; }
.findings li { margin: 0.45rem 0; padding-left: 0.25rem; }
.findings li::marker { color: var(--accent); }
.skip { position: absolute; left: -100vw; padding: 0.6rem 1rem; background: var(--card); z-index: 2; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
main:focus { outline: none; }
nav { border-block: 1px solid var(--line); padding: 1rem 0; }
nav h2 { font-size: 1rem; margin: 0 0 0.3rem; }
nav ul { columns: 13rem; column-gap: 2rem; list-style: none; margin: 0; padding: 0; font-size: 0.925rem; }
nav li { break-inside: avoid; }
nav a { display: block; padding: 0.2rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.back { display: none; }
.charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2rem; margin: 1.5rem 0 0; }
.chart { margin: 0; min-width: 0; display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: subgrid; grid-row: span 5; row-gap: 0; align-content: start; }
.shown { min-width: 0; display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: subgrid; grid-row: span 4; align-content: start; }
.chart.full { grid-column: 1 / -1; }
.chart.full h3 { font-size: 1.25rem; }
.chart svg { display: block; width: 100%; height: auto; }
.chart svg text { font-family: ${fonts}; font-variant-numeric: tabular-nums; }
.chart .narrow { display: none; }
.chart > details { margin-bottom: 3.25rem; }
.shown > h3 { align-self: end; }
section > .charts { margin-top: 1.5rem; }
section > .charts .chart > details { margin-bottom: 1.75rem; }
section.part h3 { font-size: 1.15rem; margin: 2.25rem 0 0.5rem; }
.chart figcaption { margin-top: 0.5rem; max-width: 46rem; }
.legend { display: flex; flex-wrap: wrap; align-content: start; gap: 0.2rem 1.1rem; list-style: none; margin: 0 0 0.5rem; padding: 0; color: var(--muted); font-size: 0.85rem; line-height: 1.5; }
.legend li { display: flex; align-items: center; gap: 0.45rem; min-width: 0; overflow-wrap: anywhere; }
.legend button { display: flex; align-items: center; gap: 0.45rem; font: inherit; color: inherit; text-align: left; background: none; border: 0; padding: 0.1rem 0; min-height: 1.5rem; cursor: pointer; }
.legend button:hover { color: var(--ink); }
.legend svg { width: 1.1rem; height: 0.8rem; flex: none; }
.picture { position: relative; touch-action: pan-y; border-radius: 0.25rem; }
.hits.bands .on { fill: var(--hover); }
.cross { stroke: var(--muted); stroke-width: 1; pointer-events: none; }
.tip { position: absolute; z-index: 1; pointer-events: none; width: max-content; max-width: min(22rem, calc(50% - 0.75rem)); padding: 0.4rem 0.6rem; border: 1px solid var(--line); border-radius: 0.3rem; background: var(--card); font-size: 0.8rem; line-height: 1.45; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.tip div { display: flex; justify-content: space-between; gap: 0.9rem; color: var(--muted); }
.tip div:first-child, .tip span + span { color: var(--ink); font-weight: 600; }
.tip span + span { text-align: right; }
details { margin: 0.5rem 0 0; font-size: 0.875rem; }
summary { cursor: pointer; color: var(--muted); width: fit-content; }
summary:hover { color: var(--ink); }
.scroll { overflow-x: auto; margin: 0.75rem 0 0; background:
  linear-gradient(to right, var(--paper) 50%, transparent) 0 0 / 3rem 100% no-repeat local,
  linear-gradient(to left, var(--paper) 50%, transparent) 100% 0 / 3rem 100% no-repeat local,
  linear-gradient(to right, var(--shade), transparent) 0 0 / 0.8rem 100% no-repeat scroll,
  linear-gradient(to left, var(--shade), transparent) 100% 0 / 0.8rem 100% no-repeat scroll; }
details .scroll { max-height: 26rem; overflow-y: auto; }
:is(.scroll, .picture, summary, a, button):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; min-width: min(100%, 30rem); }
th, td { text-align: left; vertical-align: baseline; padding: 0.45rem 1.5rem 0.45rem 0; border-bottom: 1px solid var(--grid); }
th:last-child, td:last-child { padding-right: 0; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
tbody th { font-weight: inherit; }
thead th { color: var(--muted); font-weight: 500; vertical-align: bottom; border-bottom: 1px solid var(--line); max-width: 11rem; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
tr.marked > * { background: var(--card); }
.words { max-width: 22rem; min-width: 8rem; overflow-wrap: break-word; }
.short { white-space: nowrap; }
td.prose { max-width: 34rem; min-width: 14rem; overflow-wrap: anywhere; }
tr.strong > * { font-weight: 650; border-bottom: 0; border-top: 1px solid var(--line); }
.wide-table table { width: 100%; }
code { font: 0.9em/1.5 ${mono}; }
pre { background: var(--card); border-radius: 0.4rem; padding: 0.8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 50rem; margin: 0.75rem 0; }
footer { color: var(--muted); font-size: 0.85rem; margin-top: 5rem; padding-bottom: 3rem; }
footer p { border-top: 1px solid var(--line); padding-top: 1rem; max-width: none; }
@media (max-width: 56rem) {
  .charts { grid-template-columns: minmax(0, 1fr); }
  .chart { max-width: 44rem; }
  .back { display: block; position: fixed; right: 0.75rem; bottom: 0.75rem; z-index: 2; padding: 0.5rem 0.9rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); text-decoration: none; }
}
@media (max-width: 35rem) {
  main, footer { padding-left: 1.1rem; padding-right: 1.1rem; }
  main { padding-top: 2rem; }
  h2 { margin-top: 3rem; }
  .tiles, .tiles:has(> :nth-child(5)) { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.6rem; }
  .tiles > div { padding: 0.8rem 0.9rem; }
  .tiles .value { font-size: 1.35rem; }
  .chart .wide { display: none; }
  .chart .narrow { display: block; }
  th, td { padding-right: 1rem; }
  td.prose { min-width: 10.5rem; }
  tbody .words { min-width: 7rem; overflow-wrap: anywhere; }
  .tip { max-width: calc(50% - 0.75rem); font-size: 0.75rem; }
  nav a { padding: 0.45rem 0; }
  nav ul { columns: 9rem; }
  td.far { min-width: 36rem; }
}
@media screen { .off { display: none; } .legend [aria-pressed="false"] { text-decoration: line-through; opacity: 0.75; } }
${print}
`.trim();
