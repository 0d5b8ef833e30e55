import { formatCount, formatErrorOf, formatSe } from "../report/format.ts";
import type { Certainty } from "../report/report.ts";

type Goal = Certainty["goals"][number];

/** What is not as sure as `--precision` asked for after all replications that were allowed; empty where all is. */
export function describeUnsure(goals: readonly Goal[], replications: number): string {
  if (goals.length === 0) return "";
  const lines = goals.map((goal) => `  ${goal.ask}: ${sureness(goal)}\n`);
  return `Stopped at the limit of ${formatCount(replications)} replications (-n allows more), less sure than asked for:\n${lines.join("")}`;
}

function sureness({ value, se, most, isRelative, needed }: Goal): string {
  if (value === null || se === null) return "it has no finite answer";
  const asked = isRelative ? `${formatSe(100 * most)} % of it` : formatSe(most);
  const wouldDo =
    needed === null ? "" : `; about ${formatCount(Number(needed.toPrecision(2)))} replications would do`;
  return `the standard error is ${formatErrorOf(value, se)}, ${asked} was asked for${wouldDo}`;
}
