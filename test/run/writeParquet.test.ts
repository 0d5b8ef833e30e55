import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { endingCauses } from "../../src/plan/metrics.ts";
import { askToStop } from "../../src/run/control.ts";
import { inline } from "../../src/run/inline.ts";
import { writeParquet } from "../../src/run/writeParquet.ts";
import { readySmall, smallScenario, twoPools } from "./smallScenario.ts";
import { rowOf, tallyWith } from "./tallyWith.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

async function written(replications: number, text = smallScenario) {
  const { plan } = readySmall({ replications }, text);
  const tally = await tallyWith(inline, plan);
  const path = join(temporaryFolder(), "replications.parquet");
  writeParquet(path, tally, plan);
  const { buffer } = Uint8Array.from(readFileSync(path));
  return { plan, tally, rows: await parquetReadObjects({ file: buffer }) };
}

describe("replications.parquet", () => {
  it("has a row per replication: its index, the plan's columns by name, why it ended", async () => {
    const { plan, tally, rows } = await written(300);
    expect(rows.length).toBe(300);
    const names = ["replication", ...plan.columns.map(({ name }) => name), "ending.cause"];
    expect(Object.keys(rows[0])).toEqual(names);
    expect(rows.map(({ replication }) => replication)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    expect(Object.values(rows[200]).slice(1, -1)).toEqual(rowOf(tally, 200));
  });

  it("tells the cause in words, and no end as an infinite year", async () => {
    const { rows } = await written(300);
    const causes = new Set(rows.map((row) => row["ending.cause"]));
    expect(causes).toEqual(new Set(["none", "hazard"]));
    for (const row of rows) {
      expect(row["ending.year"] === Number.POSITIVE_INFINITY).toBe(row["ending.cause"] === "none");
    }
  });

  it("tells the cause of each pool too, where there are several", async () => {
    const { plan, tally, rows } = await written(300, twoPools);
    const causes = ["ending.cause", "ending.cause[pool=elderly]", "ending.cause[pool=young]"];
    expect(Object.keys(rows[0])).toEqual(["replication", ...plan.columns.map(({ name }) => name), ...causes]);
    for (const [s, name] of causes.entries()) {
      const told = rows.map((row) => endingCauses.indexOf(row[name]));
      expect(told).toEqual(Array.from(tally.series[s].endings.subarray(0, 300)));
    }
    const hazards = (name: string) => rows.filter((row) => row[name] === "hazard").length;
    expect(hazards("ending.cause[pool=elderly]")).toBeGreaterThan(hazards("ending.cause[pool=young]"));
  });

  it("begins with the same rows for -n 500 as for -n 1000", async () => {
    const { rows: few } = await written(500);
    const { rows: many } = await written(1000);
    expect(few.length).toBe(500);
    expect(many.slice(0, 500)).toEqual(few);
  });

  it("of a run that was stopped has the rows that were done", async () => {
    const { plan } = readySmall({ replications: 1000 });
    const tally = await tallyWith(inline, plan, askToStop);
    const path = join(temporaryFolder(), "replications.parquet");
    writeParquet(path, tally, plan);
    const rows = await parquetReadObjects({ file: Uint8Array.from(readFileSync(path)).buffer });
    expect(rows.length).toBe(125);
  });
});
