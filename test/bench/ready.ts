import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../src/plan/plan.ts";
import { prepare } from "../../src/run/prepare.ts";
import { folderOfScenarios } from "./places.ts";
import { type BenchPool, benchScenario } from "./scenarios.ts";

/** What is simulated: a scenario file of the catalogue, or a pool of the bench. */
export type Subject = { readonly file: string } | { readonly pool: BenchPool };

/** @throws Error where the scenario has mistakes */
export function planOf(subject: Subject, set: readonly string[]): Plan {
  const file = join(folderOfScenarios, "file" in subject ? subject.file : "bench.yaml");
  const inline = "pool" in subject ? JSON.stringify(benchScenario(subject.pool)) : null;
  const read = (path: string) => (inline !== null && path === file ? inline : readFileSync(path, "utf8"));
  const ready = prepare({ file, set }, read);
  if (ready.ok) return ready.plan;
  throw new Error(ready.mistakes.map(({ message }) => message).join("\n"));
}
