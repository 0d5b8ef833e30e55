/*
 * What is different on paper: nothing folds or scrolls, no picture and no row of a table is cut, pages are numbered.
 */

export const print = `
@media print {
  @page { size: A4; margin: 15mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #59616d; } }
  html { font-size: 9.5pt; }
  main, footer { max-width: none; padding: 0; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; margin-top: 9mm; }
  h2, h3, .legend, .note, caption { break-after: avoid; }
  .headline { font-size: 12pt; margin: 2mm 0 3mm; }
  section.part h3 { font-size: 11pt; margin-top: 6mm; }
  nav, .skip, .back, .tip, .cross, summary { display: none; }
  details::details-content { content-visibility: visible; }
  /* First the pictures, two abreast, then the numbers behind them. */
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 8mm; margin-top: 4mm; }
  .chart { display: contents; }
  .shown { display: block; break-inside: avoid; margin: 0 0 7mm; }
  .chart.full .shown { grid-column: 1 / -1; }
  .chart .wide, .chart.full .narrow { display: none; }
  .chart .narrow, .chart.full .wide { display: block; }
  .chart.full .wide svg text { font-size: 15.2px; }
  .chart h3, .chart.full h3 { font-size: 10.5pt; }
  .chart > details { order: 1; grid-column: 1 / -1; margin: 0 0 6mm; }
  .chart > .slim::details-content { columns: 2; column-gap: 8mm; }
  .chart > details table { min-width: 60%; }
  .slim table { width: 100%; font-size: 6.5pt; }
  .slim :is(th, td) { padding: 0.35mm 2mm 0.35mm 0; }
  caption { display: none; }
  .chart caption { display: table-caption; break-inside: avoid; position: static; width: auto; height: auto; clip-path: none; text-align: left; font-weight: 650; font-size: 9.5pt; padding-bottom: 1mm; }
  .tiles > div { border: 1px solid var(--line); background: none; }
  main { padding-top: 0; }
  .tiles, .tiles:has(> :nth-child(5)) { grid-template-columns: repeat(auto-fit, minmax(30mm, 1fr)); gap: 3mm; margin: 4mm 0; }
  .tiles > div { padding: 2.5mm 3mm; break-inside: avoid; }
  .tiles dt, .tiles .range { line-height: 1.35; }
  .findings { margin-bottom: 4mm; }
  .findings li { margin: 1mm 0; }
  .tiles .value, .tiles:has(> :nth-child(5)) .value { font-size: 13pt; overflow-wrap: anywhere; }
  .scroll, details .scroll { overflow: visible; max-height: none; margin: 0; background: none; }
  table, td.prose, td.far { font-size: 7.5pt; min-width: 0; }
  tbody th.words { min-width: 46mm; max-width: 56mm; overflow-wrap: anywhere; }
  th, td { padding: 0.8mm 3mm 0.8mm 0; }
  tr, p, li, .whole { break-inside: avoid; }
  thead { display: table-header-group; }
  pre { border: 1px solid var(--line); background: none; }
  a { color: inherit; }
}`.trim();
