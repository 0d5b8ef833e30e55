import { formatNumber } from "../format.ts";
import type { Report } from "../report.ts";
import { makeTable, type Table, text } from "./table.ts";

/** The facts that let somebody else come to the same numbers. */
export function runTable(report: Report): Table {
  const { scenario, calendar, replications, replicationsAsked, engineBound } = report;
  const interrupted =
    replications < replicationsAsked ? ` of ${replicationsAsked} asked for (interrupted)` : "";
  const facts: [string, string][] = [
    ["Scenario", scenario.file],
    ["Changed by options", scenario.overrides.join(", ") || "nothing"],
    ...(scenario.asked.length === 0
      ? []
      : [["Asked by --ask", scenario.asked.join(", ")] satisfies [string, string]]),
    [
      "Calendar",
      `${calendar.from} to ${calendar.to}, ${formatNumber(calendar.periodsPerYear)} ${calendar.periodsPerYear === 1 ? "settlement" : "settlements"} a year`,
    ],
    ["Replications", `${replications}${interrupted}`],
    ["Seed", report.seed],
    ["Engine", `${report.engine}: ${report.engineReason}`],
    ...(engineBound === null ? [] : [["Claim counts", boundInWords(engineBound)] satisfies [string, string]]),
    ...unknownExactly(report),
    ["Digest of the results", report.digest],
    ["Made by", `fentan ${report.fentan}`],
  ];
  return makeTable(facts, [
    text("What", ([what]) => what),
    text("Value", ([, value]) => value, { prose: true }),
  ]);
}

/** Why nothing of the plan is known without simulation, where nothing is. */
function unknownExactly({ exact: { rows, leftOut } }: Report): [string, string][] {
  return rows.length > 0 || leftOut.length === 0 ? [] : [["Exact figures", leftOut.join(" ")]];
}

function boundInWords(bound: number): string {
  return `Poisson; at the central values of uncertain numbers and without shocks, a period’s count is within total variation ${formatNumber(bound)} of the exact law (Le Cam 1960; Barbour & Hall 1984)`;
}

/** What -n, --seed and --engine say already. */
const hasOption = /^\s*(?:replications|seed|engine)\s*=/;

/**
 * The command that comes to the same numbers and answers, ready for a shell: `fentan run scenarios/x.yaml --seed 'a phrase' -n 2000
 * --engine fast --set sharing.fee=0 --ask 'P(total.cost > 3500)'`.
 */
export function reproduce({ scenario, seed, replications, engine }: Report): string {
  const sets = scenario.overrides.filter((override) => !hasOption.test(override));
  return [
    `fentan run ${quote(scenario.file)} --seed ${quote(seed)} -n ${replications} --engine ${engine}`,
    ...sets.map((override) => `--set ${quote(override)}`),
    ...scenario.asked.map((question) => `--ask ${quote(question)}`),
  ].join(" ");
}

/** A word as a shell takes it. */
export function quote(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
