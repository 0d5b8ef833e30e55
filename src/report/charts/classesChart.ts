import type { TopLevelSpec } from "vega-lite";
import { formatNumber, formatPortion } from "../format.ts";
import type { AdverseSelection, Report } from "../report.ts";
import { classesTable } from "../tables/classesTable.ts";
import { hasOneMix, mostRunInYear } from "../wording.ts";
import type { Chart } from "./chart.ts";
import { paper, rampOf } from "./theme.ts";

const mostGroups = 8;
/** Their place on the axis, before the years. */
const joiners = "joiners";

/** Classes alike enough to share a colour, in order of risk, and their part of the members at each point in time. */
interface Group {
  readonly label: string;
  readonly portions: readonly { readonly when: string; readonly portion: number }[];
}

/** Who stays: the classes' parts of the joiners and of the members at each year's end. null for a plan of one class. */
export function classesChart(report: Report): Chart | null {
  const { classes } = report.adverseSelection;
  const groups = groupsOf(classes);
  const colors = rampOf(groups.length);
  if (groups.length < 2 || !hasOneMix(report) || groups[0].portions.length < 2 || report.periods.length < 2)
    return null;
  const title = titleOf(report);
  return {
    id: "classes",
    title,
    caption:
      "Each class’s part of the joiners at the start and of the members at the end of each year (means), from the lowest relative risk at the bottom to the highest.",
    description: `Stacked bars of the classes’ parts of the membership. ${title}.`,
    legend: groups.map(({ label }, i) => ({ label, kind: "area" as const, color: colors[i] })),
    width: "half",
    draw: () => spec(groups, colors),
    table: classesTable(report),
    readings: groups[0].portions.map(({ when }, i) => ({
      at: when,
      head: when === joiners ? "Joiners" : `End of ${when}`,
      values: groups.map(({ label, portions }) => [label, formatPortion(portions[i].portion)]),
    })),
  };
}

function titleOf({ adverseSelection: { classes }, years }: Report): string {
  const [riskiest] = [...classes].sort((a, b) => b.relativeRisk - a.relativeRisk);
  const last = riskiest.portionAtYearEnd.findLast(({ year }) => mostRunInYear(years, year));
  if (!last || classes.every(({ relativeRisk }) => relativeRisk === riskiest.relativeRisk))
    return "The classes’ parts of the membership; their relative risks are the same";
  return `Class “${riskiest.name}” (risk ${formatNumber(riskiest.relativeRisk)}) is ${formatPortion(riskiest.portionOfJoiners)} of the joiners and ${formatPortion(last.portion.value)} of the members at the end of ${last.year}`;
}

function groupsOf(classes: AdverseSelection["classes"]): Group[] {
  const sorted = [...classes].sort((a, b) => a.relativeRisk - b.relativeRisk);
  const count = Math.min(mostGroups, sorted.length);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * sorted.length) / count);
    return groupOf(sorted.slice(from, Math.floor(((i + 1) * sorted.length) / count)));
  });
}

function groupOf(classes: AdverseSelection["classes"]): Group {
  const low = formatNumber(classes[0].relativeRisk);
  const high = formatNumber(classes[classes.length - 1].relativeRisk);
  const [{ name: first }, { name: last }] = [classes[0], classes[classes.length - 1]];
  const ofMany = low === high ? `${first} to ${last} (risk ${low})` : `risk ${low} to ${high}`;
  const label = classes.length === 1 ? `${first} (risk ${low})` : ofMany;
  const years = shownYears(classes[0].portionAtYearEnd.map(({ year }) => year));
  const ofJoiners = classes.reduce((sum, { portionOfJoiners }) => sum + portionOfJoiners, 0);
  return {
    label,
    portions: [
      { when: joiners, portion: ofJoiners },
      ...years.map((year) => ({ when: `${year}`, portion: sumAt(classes, year) })),
    ],
  };
}

/** At most six of them, evenly spread, the last among them. */
function shownYears(years: readonly number[]): number[] {
  const step = Math.ceil(years.length / 6);
  return years.filter((_, i) => (years.length - 1 - i) % step === 0);
}

function sumAt(classes: AdverseSelection["classes"], year: number): number {
  return classes.reduce(
    (sum, { portionAtYearEnd }) =>
      sum + (portionAtYearEnd.find((at) => at.year === year)?.portion.value ?? 0),
    0,
  );
}

function spec(groups: readonly Group[], colors: readonly string[]): TopLevelSpec {
  const rows = groups.flatMap(({ portions }, order) =>
    portions.map(({ when, portion }) => ({ when, portion, order, color: colors[order] })),
  );
  return {
    data: { values: rows },
    mark: { type: "bar", stroke: paper, strokeWidth: 1 },
    encoding: {
      x: {
        field: "when",
        type: "ordinal",
        sort: null,
        scale: { paddingInner: 0.25 },
        axis: { title: null, labelAngle: 0, ticks: false },
      },
      y: {
        field: "portion",
        type: "quantitative",
        title: "part of the members",
        axis: { format: ".0%" },
        scale: { domain: [0, 1] },
      },
      color: { field: "color", type: "nominal", scale: null },
      order: { field: "order", type: "quantitative" },
    },
  };
}
