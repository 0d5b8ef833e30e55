import { type ParseResult, parseScenario } from "../../src/scenario/parseScenario.ts";
import type { PoolScenario, Scenario } from "../../src/scenario/scenario.ts";
import { exampleFiles, readFrom } from "./exampleFiles.ts";

/** A result's scenario; fails with all messages where there is none. */
export function scenarioOf(result: ParseResult): Scenario {
  if (result.ok) return result.scenario;
  throw new Error(result.mistakes.map(({ message }) => message).join("\n"));
}

/** The pool of a plan that has one alone; fails where there are several. */
export function onlyPool(result: ParseResult): PoolScenario {
  const { pools } = scenarioOf(result);
  if (pools.length === 1) return pools[0];
  throw new Error(`pools ${pools.map(({ name }) => name).join(", ")}`);
}

/** Messages of a result, none where it is good. */
export function messagesOf(result: ParseResult): string[] {
  return result.ok ? [] : result.mistakes.map(({ message }) => message);
}

/** Parses a text as `x.yaml` beside the example scenarios and further files. */
export function parseText(
  text: string,
  set: readonly string[] = [],
  more: Record<string, string> = {},
): ParseResult {
  return parseScenario("x.yaml", readFrom({ ...exampleFiles(), ...more, "x.yaml": text }), { set });
}

/** Parses one of the example scenarios. */
export function parseExample(file: string, set: readonly string[] = []): ParseResult {
  return parseScenario(file, readFrom(exampleFiles()), { set });
}
