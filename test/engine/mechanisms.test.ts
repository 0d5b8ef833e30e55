import { describe, expect, it } from "vitest";
import { disagreements } from "./bothEngines.ts";
import { mechanism, mechanisms } from "./mechanisms.ts";
import { type Run, runOf } from "./runs.ts";

/** A run and its pools, if it has several. */
function runsIn(run: Run): Run[] {
  const { pools } = run.plan;
  return [run, ...(pools.length > 1 ? pools.map(({ name }) => run.of(name)) : [])];
}

describe("the two engines agree in the means of all metrics", () => {
  for (const [name, sections] of Object.entries(mechanisms)) {
    it(`with ${name}`, () => {
      const yaml = mechanism(sections);
      const [exact, fast] = [runsIn(runOf(yaml("exact"))), runsIn(runOf(yaml("fast")))];
      expect(exact.flatMap((run, i) => disagreements(run, fast[i], 4))).toEqual([]);
    });
  }
});
