import type { Colors } from "picocolors/types.js";
import { blockCount } from "../engine/simulateBlock.ts";
import type { Plan } from "../plan/plan.ts";
import { estimateMemory, estimateSeconds } from "../run/estimateCost.ts";
import { type UncertainNumber, uncertainNumbers } from "../run/facts.ts";
import type { Ready } from "../run/prepare.ts";
import { remarksOn } from "../run/remarks.ts";
import { isoDate } from "../scenario/day.ts";

/** What `check` tells of a scenario without mistakes. */
export function describePlan(file: string, ready: Ready, threads: number, colors: Colors): string {
  const { scenario, plan, asks } = ready;
  const { from, to } = scenario.calendar;
  const uncertain = uncertainNumbers(plan);
  const facts: [string, string][] = [
    ["calendar", `${isoDate(from)} to ${isoDate(to)}, ${settlements(plan)}`],
    ["engine", `${plan.engine.kind}: ${plan.engine.why}`],
    ["size", sizeOf(plan)],
    ["uncertain", `${namesOf(uncertain, "path")}, drawn for each replication`],
    ...(plan.shapes.length === 0 ? [] : [["", shapesOf(uncertain, plan)] satisfies [string, string]]),
    ["questions", `${asks.length}`],
    ["a run", costOf(plan, threads)],
    ...remarksOn(scenario, plan).map((remark, i): [string, string] => [i === 0 ? "remarks" : "", remark]),
  ];
  const lines = facts.map(([what, value]) => `  ${colors.dim(what.padEnd(10))} ${value}\n`);
  return `${colors.bold(file)}: no mistakes. ${scenario.title}\n${lines.join("")}`;
}

function settlements({ periods, periodsPerYear }: Plan): string {
  const within = periods.filter(({ beyond }) => !beyond).length;
  const beyond = periods.length - within;
  const runOff = beyond > 0 ? ` and up to ${beyond} of run-off` : "";
  return `${within} settlements${runOff}, ${Number(periodsPerYear.toPrecision(4))} a year`;
}

function sizeOf(plan: Plan): string {
  const { periods, cohorts, classes, replications } = plan;
  const cells = plan.engine.kind === "exact" ? "" : ` = ${cohorts.length * classes.length} cells`;
  const blocks = blockCount(plan);
  return `${periods.length} periods, ${cohorts.length} cohorts x ${classes.length} classes${cells}, ${replications} replications in ${blocks} ${blocks === 1 ? "block" : "blocks"}`;
}

function namesOf(uncertain: readonly UncertainNumber[], kind: UncertainNumber["kind"]): string {
  const paths = uncertain.filter((one) => one.kind === kind).map(({ path }) => path);
  return paths.length === 0 ? "nothing" : `${paths.length} (${paths.join(", ")})`;
}

function shapesOf(uncertain: readonly UncertainNumber[], { blockSize }: Plan): string {
  return `${namesOf(uncertain, "shape")}, drawn for each block of ${blockSize} as they reshape the plan`;
}

function costOf(plan: Plan, threads: number): string {
  const seconds = roundly(estimateSeconds(plan, threads));
  const megabytes = roundly(estimateMemory(plan) / 2 ** 20);
  return `about ${seconds} s on ${threads} ${threads === 1 ? "core" : "cores"}, up to about ${megabytes} MB of memory`;
}

/** Two digits; not toLocaleString, which takes 25 ms the first time. */
function roundly(value: number): string {
  return `${Number(value.toPrecision(2))}`;
}
