import type { Colors } from "picocolors/types.js";
import { warningsOn } from "../explain/warnings/warnings.ts";
import { blockCount } from "../plan/blockCount.ts";
import type { Plan, PoolPlan } from "../plan/plan.ts";
import { type UncertainNumber, uncertainNumbers } from "../plan/planFacts.ts";
import { quote } from "../report/tables/runTable.ts";
import { countOf } from "../report/wording.ts";
import { estimateMemory, estimateSeconds } from "../run/estimateCost.ts";
import { furtherReplications } from "../run/furtherReplications.ts";
import type { Ready } from "../run/prepare.ts";
import { references } from "../run/references.ts";
import { remarksOn } from "../run/remarks.ts";
import { isoDate } from "../scenario/day.ts";
import { readText } from "./readText.ts";

/** What `check` tells of a scenario without mistakes. */
export function describePlan(file: string, ready: Ready, threads: number, colors: Colors): string {
  const { scenario, plan, asks, published } = ready;
  const { from, to } = scenario.calendar;
  const facts: [string, string][] = [
    ["calendar", `${isoDate(from)} to ${isoDate(to)}, ${settlements(plan)}`],
    ["engine", `${plan.engine.kind}: ${plan.engine.why}`],
    ["size", sizeOf(plan)],
    ...lines("uncertain", drawnNumbers(plan)),
    ["questions", `${asks.length}`],
    ...(published.length > 0 ? [["published", `${published.length}`] as [string, string]] : []),
    ["a run", costOf(ready, threads)],
    ...lines("remarks", [...remarksOn(scenario, plan), ...doubts(file, ready)]),
  ];
  const told = facts.map(([what, value]) => `  ${colors.dim(what.padEnd(10))} ${value}\n`);
  return `${colors.bold(file)}: no mistakes. ${scenario.title}\n${told.join("")}`;
}

/** Facts of one kind: what they are stands beside the first. */
function lines(what: string, facts: readonly string[]): [string, string][] {
  return facts.map((fact, i) => [i === 0 ? what : "", fact]);
}

function settlements({ periods, periodsPerYear }: Plan): string {
  const within = periods.filter(({ beyond }) => !beyond).length;
  const beyond = periods.length - within;
  const runOff = beyond > 0 ? ` and up to ${beyond} of run-off` : "";
  return `${countOf(within, "settlement")}${runOff}, ${Number(periodsPerYear.toPrecision(4))} a year`;
}

function sizeOf(plan: Plan): string {
  const { periods, pools, replications } = plan;
  const work = `${countOf(replications, "replication")} in ${countOf(blockCount(plan), "block")}`;
  return [countOf(periods.length, "period"), ...pools.map(poolSize), work].join(", ");
}

/** `elderly: 79 cohorts x 3 classes = 237 cells`. */
function poolSize({ name, copies, cohorts, classes, engine }: PoolPlan): string {
  const cells = engine.kind === "exact" ? "" : ` = ${countOf(cohorts.length * classes.length, "cell")}`;
  const groups = `${countOf(cohorts.length, "cohort")} x ${countOf(classes.length, "class", "classes")}${cells}`;
  return `${name === "" ? "" : `${name}: `}${copies > 1 ? `${copies} times ` : ""}${groups}`;
}

/** Which numbers are drawn, and how often. */
function drawnNumbers(plan: Plan): string[] {
  const uncertain = uncertainNumbers(plan);
  const often = uncertain.filter(({ kind }) => kind === "perReplication");
  const seldom = uncertain.filter(({ kind }) => kind === "perBlock");
  const why = seldom.length === 1 ? "it reshapes the plan" : "they reshape the plan";
  if (uncertain.length === 0) return ["nothing: every number is taken as known"];
  return [
    ...named(often, "drawn per replication"),
    ...named(seldom, `drawn per block of ${plan.blockSize} replications, because ${why}`),
  ];
}

/** How much of what is assumed is hardly plausible: `explain` tells what. */
function doubts(file: string, { scenario, plan }: Ready): string[] {
  const count = warningsOn(scenario, plan, references(readText)).length;
  if (count === 0) return [];
  return [
    `${countOf(count, "assumption looks", "assumptions look")} implausible: fentan explain ${quote(file)} tells`,
  ];
}

/** Few numbers with their names in one line, many with the names below. */
function named(uncertain: readonly UncertainNumber[], how: string): string[] {
  const names = uncertain.map(({ path }) => path);
  if (names.length === 0) return [];
  if (names.length <= 3) return [`${names.length} (${names.join(", ")}), ${how}`];
  return [`${names.length}, ${how}:`, ...names.map((name) => `  ${name}`)];
}

function costOf(ready: Ready, threads: number): string {
  const { plan } = ready;
  const quick = roundly(estimateSeconds(plan, threads));
  const whole = roundly(estimateSeconds(plan, threads, furtherReplications(ready)));
  const seconds = whole === quick ? `${whole} s` : `${whole} s (with --quick ${quick} s)`;
  const megabytes = roundly(estimateMemory(plan, threads) / 2 ** 20);
  return `about ${seconds} on ${countOf(threads, "core")}, up to about ${megabytes} MB of memory`;
}

/** Two digits; not toLocaleString, which takes 25 ms the first time. */
function roundly(value: number): string {
  return `${Number(value.toPrecision(2))}`;
}
