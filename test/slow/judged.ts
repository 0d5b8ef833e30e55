import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { compileForCheck } from "../../src/run/compileForCheck.ts";
import { estimateSeconds } from "../../src/run/estimateCost.ts";
import { prepare } from "../../src/run/prepare.ts";
import type { ScenarioRequest } from "../../src/run/request.ts";
import type { Mistake } from "../../src/scenario/mistake.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";
import { messagePattern } from "../scenario/brokenScenarios.ts";
import { readFrom } from "../scenario/exampleFiles.ts";

/** What became of a document: refused with mistakes, or a plan. */
export type Judged =
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }
  | { readonly ok: true; readonly scenario: Scenario };

/**
 * Prepares a scenario as the command does and compiles it as `check` does.
 *
 * @throws where a mistake has no place or says nothing, or a plan holds a number that is none
 */
export function judged(request: ScenarioRequest, texts: Readonly<Record<string, string>>): Judged {
  const ready = prepare(request, readFrom(texts), compileForCheck);
  if (!ready.ok) {
    if (ready.mistakes.length === 0) throw new Error("refused without a mistake");
    for (const one of ready.mistakes) examine(one, request, texts);
    return { ok: false, mistakes: ready.mistakes };
  }
  throwAt(notNumber(ready.plan, "plan"));
  return { ok: true, scenario: ready.scenario };
}

/**
 * Simulates a few replications of a plan, where that takes a fraction of a second.
 *
 * @returns whether it was simulated
 * @throws whatever the engine finds wrong, and where a figure is not a number
 */
export function simulated(scenario: Scenario): boolean {
  const few = { ...scenario, replications: Math.min(3, scenario.replications) };
  if (isLarge(compileForCheck(few, {}))) return false;
  const plan = makePlan(few);
  throwAt(notNumber(plan, "plan"));
  const outcome = simulateBlock(plan, 0);
  throwAt(notNumber(outcome, "outcome"));
  tallyBlock(outcome, { columns: plan.columns.length });
  return true;
}

/** Both engines have to be quick: the exact one, and the fast one that has to sum up the ages. */
function isLarge(plan: Plan): boolean {
  const cells = plan.pools.reduce(
    (sum, { cohorts, classes, ages }) => sum + cohorts.length * classes.length * ages.entries.length,
    0,
  );
  return cells * plan.periods.length > 300_000 || estimateSeconds(plan, 1) > 1.7;
}

/** A mistake stands where there is something, or just behind it, and its message has all parts. */
function examine(one: Mistake, request: ScenarioRequest, texts: Readonly<Record<string, string>>): void {
  const why = whyOutside(one, textAt(one, request, texts)) ?? whyUnclear(one, request, texts);
  if (why !== null) throw new Error(`${why}: ${JSON.stringify(one.message.slice(0, 400))}`);
}

function whyOutside({ file, line, column }: Mistake, text: string | undefined): string | null {
  if (text === undefined) return "a mistake in no file";
  const lines = text.split(file.endsWith(".csv") ? /\r\n|\n|\r/ : "\n");
  const told = file.startsWith("--") ? text : lines[line - 1];
  if (told === undefined) return "a mistake on no line";
  return column >= 1 && column <= told.length + 1 ? null : "a mistake in no column";
}

function whyUnclear(one: Mistake, request: ScenarioRequest, texts: Readonly<Record<string, string>>) {
  if (!placePattern(one).test(one.message)) return "a message without its parts";
  const strange = ["undefined", "[object", "NaN"].find((word) => one.message.includes(word));
  return strange === undefined || saysItself(strange, request, texts) ? null : `a message with ${strange}`;
}

/** Options have places of their own; a file is named as it was. */
function placePattern({ file }: Mistake): RegExp {
  return /^--(set|ask)$/.test(file)
    ? /^--(set|ask):[1-9]\d*:[1-9]\d* {2}\S.*?: found \S.*; allowed: \S/
    : messagePattern;
}

function textAt({ file, line }: Mistake, request: ScenarioRequest, texts: Readonly<Record<string, string>>) {
  if (file === "--set") return request.set?.[line - 1];
  if (file === "--ask") return request.ask?.[line - 1];
  return texts[file] ?? (file === request.file ? "" : undefined);
}

function saysItself(word: string, { set, ask }: ScenarioRequest, texts: Readonly<Record<string, string>>) {
  return [...Object.values(texts), ...(set ?? []), ...(ask ?? [])].some((text) => text.includes(word));
}

function throwAt(path: string | null): void {
  if (path !== null) throw new Error(`not a number: ${path}`);
}

/** The path of a NaN within plain data and typed arrays; null where there is none. */
function notNumber(value: unknown, path: string): string | null {
  if (typeof value === "number") return Number.isNaN(value) ? path : null;
  if (value instanceof Float64Array || value instanceof Float32Array) {
    const at = value.findIndex(Number.isNaN);
    return at < 0 ? null : `${path}[${at}]`;
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = notNumber(inner, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
