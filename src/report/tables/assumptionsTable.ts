import type { Report, ReportAssumption } from "../report.ts";
import { countOf } from "../wording.ts";
import { makeTable, type Table, text } from "./table.ts";

/** What a scenario says about itself and how it is run; no assumptions about the plan. */
const isAbout = /^(?:title|purpose|currency|seed|replications|engine|extends|ask|history|published)(?![\w-])/;

/** What the scenario assumes. */
export function planAssumptions({ assumptions }: Report): ReportAssumption[] {
  return assumptions.filter(({ path }) => !isAbout.test(path));
}

/** Everything the scenario assumes, with the comment beside it; uncertain numbers are marked. */
export function assumptionsTable(report: Report): Table {
  const assumptions = planAssumptions(report);
  const table = makeTable<ReportAssumption>(assumptions, [
    text("What", ({ path }) => path),
    text("Value", ({ value }) => value, { prose: true }),
    text("Uncertain?", ({ uncertain }) => howOften(uncertain, report)),
    text("Why, and from where", ({ note }) => note, { prose: true }),
    ...(onlySource(assumptions) === null ? [text<ReportAssumption>("Stated in", ({ from }) => from)] : []),
  ]);
  return { ...table, marked: assumptions.flatMap(({ uncertain }, i) => (uncertain === null ? [] : [i])) };
}

function howOften(uncertain: ReportAssumption["uncertain"], { blockSize }: Report): string {
  if (uncertain === null) return "";
  if (uncertain === "perReplication") return "drawn per replication";
  return `drawn per block of ${countOf(blockSize, "replication")}, because it reshapes the plan`;
}

/** The file that states all of them; null where there are several. */
export function onlySource(assumptions: readonly ReportAssumption[]): string | null {
  const sources = new Set(assumptions.map(({ from }) => from));
  return sources.size === 1 ? assumptions[0].from : null;
}
