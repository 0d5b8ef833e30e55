import { furtherFindings } from "../findings/findings.ts";
import { formatDate, formatMoney, formatNumber, formatPortion } from "../format.ts";
import type { Report } from "../report.ts";
import { mainYears, replicationsExplained, unbroken } from "../wording.ts";
import { html, linked, type Markup } from "./html.ts";

/** Title, what happened, the numbers to remember, the findings. */
export function mastheadHtml(report: Report): Markup {
  const { scenario, calendar } = report;
  return headHtml({
    kicker: `${formatDate(calendar.from)} to ${formatDate(calendar.to)} · ${replicationsExplained(report)}`,
    title: scenario.title,
    headline: report.headline,
    lead: scenario.purpose,
    tiles: tiles(report),
    findings: furtherFindings(report),
  });
}

/** The top of a page. */
export interface Masthead {
  /** A line above the title. */
  readonly kicker: string;
  readonly title: string;
  readonly headline: string;
  /** Empty: none. */
  readonly lead: string;
  readonly tiles: readonly Tile[];
  readonly findings: readonly string[];
}

/** A number to remember. */
export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly range: string;
}

export function headHtml({ kicker, title, headline, lead, tiles, findings }: Masthead): Markup {
  return html`<section id="summary" aria-label="Summary">
<header>
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
<p class="headline">${unbroken(headline)}</p>
${lead === "" ? null : html`<p class="lead">${linked(lead)}</p>`}
<dl class="tiles">${tiles.map(tileHtml)}</dl>
</header>
<ul class="findings">
${findings.map((finding) => html`<li>${unbroken(finding)}</li>\n`)}</ul>
</section>
`;
}

function tileHtml({ label, value, range }: Tile): Markup {
  return html`<div><dt>${label}</dt><dd class="value">${value}</dd><dd class="range">${range}</dd></div>\n`;
}

function tiles(report: Report): Tile[] {
  const { currency } = report.scenario;
  const years = mainYears(report).filter(({ share, complete }) => complete && share.q95 > 0);
  const year =
    years.find((candidate) => candidate.year === report.costGrowth?.to) ??
    years.findLast(({ running }) => running.value >= 0.5) ??
    years[0];
  const share = year?.share ?? report.total.share;
  const { peakMembers, aid, cases } = report.total;
  const { probability, possible } = report.ending;
  const most = report.books.deposits?.most;
  return [
    ...(share
      ? [
          {
            label: year ? `Share of a member in ${year.year}` : "Share of a member, whole run",
            value: formatMoney(share.q50, currency),
            range: `${formatNumber(share.q05)} – ${formatNumber(share.q95)} in nine of ten replications`,
          },
        ]
      : []),
    ...(peakMembers
      ? [
          {
            label: "Most members at any time",
            value: formatNumber(peakMembers.q50),
            range: rangeOf(peakMembers),
          },
        ]
      : []),
    ...(aid && cases
      ? [
          {
            label: "Aid paid",
            value: formatMoney(aid.q50, currency),
            range: `for ${formatNumber(cases.q50)} ${cases.q50 === 1 ? "case" : "cases"} (medians)`,
          },
        ]
      : []),
    ...(most
      ? [
          {
            label: "Most deposits held",
            value: formatMoney(most.q50, currency),
            range: rangeOf(most),
          },
        ]
      : []),
    ...(probability.value > 0 || possible.length > 0
      ? [
          {
            label: `Ends by ${formatDate(report.calendar.to)}`,
            value: formatPortion(probability.value),
            range: endInWords(report),
          },
        ]
      : []),
  ];
}

function endInWords({ ending: { date, causes } }: Report): string {
  if (causes.length === 1 && causes[0].cause === "closing") return "of the replications, by decision";
  return date ? `of the replications; half of them by ${formatDate(date)}` : "of the replications";
}

function rangeOf({ q05, q95 }: { readonly q05: number; readonly q95: number }): string {
  const [low, high] = [formatNumber(q05), formatNumber(q95)];
  return low === high ? "in nearly all replications" : `${low} – ${high} in nine of ten replications`;
}
