/** What an explanation’s page has beside the style sheet of reports: sentences, by stage. */
export const explainStyle = `
.told { max-width: 50rem; padding-left: 1.1rem; margin: 0.5rem 0 1rem; }
.told li { margin: 0.3rem 0; padding-left: 0.25rem; }
.told li::marker { color: var(--muted); }
h4 { font-size: 0.95rem; margin: 1.25rem 0 0.25rem; color: var(--muted); font-weight: 600; }
@media print {
  section:has(> .told) { display: block; }
  section:has(> .told) > details { display: none; }
  .told { margin: 1mm 0 3mm; }
  h4 { font-size: 9.5pt; margin: 3mm 0 1mm; break-after: avoid; }
}
`.trim();
