import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata } from "hyparquet";
import { describe, expect, it } from "vitest";
import { reproduce } from "../../src/report/tables/runTable.ts";
import { cloned } from "../../src/run/cloned.ts";
import { askToStop, newControl } from "../../src/run/control.ts";
import { inline } from "../../src/run/inline.ts";
import { type RunRequest, type RunSurroundings, run } from "../../src/run.ts";
import { readFrom, smallScenario } from "./smallScenario.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const files = { "small.yaml": smallScenario };

async function runSmall(over: Partial<RunRequest> = {}, around: Partial<RunSurroundings> = {}) {
  const out = join(temporaryFolder(), "small");
  const request = { file: "small.yaml", out, ...over };
  const end = await run(request, { read: readFrom(files), control: newControl(), runner: inline, ...around });
  return { end, out: request.out };
}

const textOf = (...path: string[]) => readFileSync(join(...path), "utf8");

describe("a run", () => {
  it("leaves a folder with everything, listed with sizes and checksums in the manifest", async () => {
    const { out } = await runSmall();
    const manifest = JSON.parse(textOf(out, "manifest.json"));
    const names = ["report.html", "report.md", "report.json", "periods.csv", "replications.parquet"];
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(readdirSync(out).sort()).toEqual([...names, "manifest.json"].sort());
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(out, name));
      expect([content.length, createHash("sha256").update(content).digest("hex")]).toEqual([bytes, sha256]);
    }
  });

  it("tells in the manifest all that is needed to run the same again", async () => {
    const set = ["sharing.fee=9 %"];
    const { out } = await runSmall({ set, ask: ["mean(total.aid)"], seed: "other", replications: 300 });
    const manifest = JSON.parse(textOf(out, "manifest.json"));
    expect(manifest).toMatchObject({
      scenarioFile: "small.yaml",
      overrides: [...set, 'seed="other"', "replications=300"],
      seed: "other",
      engine: "exact",
      replications: 300,
      replicationsAsked: 300,
      asks: ["P(total.cost > 1000)", "mean(total.aid)"],
      digest: JSON.parse(textOf(out, "report.json")).digest,
      sources: [{ path: "small.yaml", sha256: createHash("sha256").update(smallScenario).digest("hex") }],
      node: process.version,
    });
    expect(manifest.scenario.sharing.fee).toBe("9 %");
  });

  it("writes the same folder again, byte for byte", async () => {
    const first = (await runSmall({ replications: 200 })).out;
    const second = (await runSmall({ replications: 200 }, { runner: cloned })).out;
    const names = readdirSync(first);
    expect(names).toHaveLength(6);
    expect(readdirSync(second)).toEqual(names);
    const differing = names.filter(
      (name) => !readFileSync(join(first, name)).equals(readFileSync(join(second, name))),
    );
    expect(differing).toEqual([]);
  });

  it("tells in the report what its options lay over the scenario, and a command that comes to the same", async () => {
    const over = { set: ["sharing.fee=9 %"], ask: ["mean(total.aid)"], seed: "an other", replications: 300 };
    const { end, out } = await runSmall({ ...over, engine: "fast" });
    if (end.kind !== "report") throw new Error("no report");
    expect(end.report.scenario).toMatchObject({
      overrides: ["sharing.fee=9 %", 'seed="an other"', "replications=300", "engine=fast"],
      asked: ["mean(total.aid)"],
    });
    const command =
      "fentan run small.yaml --seed 'an other' -n 300 --engine fast --set 'sharing.fee=9 %' --ask 'mean(total.aid)'";
    expect(reproduce(end.report)).toBe(command);
    expect(textOf(out, "report.md")).toContain(command);
  });

  it("answers the scenario's questions, then those of the request", async () => {
    const { end } = await runSmall({ ask: ["mean(total.aid)"], replications: 200 });
    const answers = end.kind === "report" ? end.report.answers : [];
    expect(answers.map(({ ask }) => ask)).toEqual(["P(total.cost > 1000)", "mean(total.aid)"]);
    for (const { value, se } of answers)
      expect([value, se]).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it("takes standard errors from blocks where a number is drawn once per block", async () => {
    const shareOf = async (waiting: string) => {
      const set = ["joining={ schedule: [{ perYear: 1000 }] }", `cover.waiting=${waiting}`];
      const { end } = await runSmall({ set, replications: 512, quick: true });
      return end.kind === "report" ? end.report.total.share : { sd: 0, se: 0 };
    };
    const alike = await shareOf("90 days");
    expect(alike.se).toBeCloseTo(alike.sd / Math.sqrt(512), 10);
    const perBlock = await shareOf("{ uniform: [0 days, 700 days] }");
    expect(perBlock.se).toBeGreaterThan((1.5 * perBlock.sd) / Math.sqrt(512));
  });
});

describe("a run that is stopped", () => {
  it("reports the replications that were done, and says how many were asked for", async () => {
    const control = newControl();
    const { end, out } = await runSmall({}, { control, onTally: () => askToStop(control) });
    expect(end).toMatchObject({ kind: "report", report: { replications: 125, replicationsAsked: 500 } });
    const { buffer } = Uint8Array.from(readFileSync(join(out, "replications.parquet")));
    expect(parquetMetadata(buffer).num_rows).toBe(125n);
    expect(JSON.parse(textOf(out, "manifest.json"))).toMatchObject({
      replications: 125,
      replicationsAsked: 500,
    });
  });

  it("has the figures of a run of just as many", async () => {
    const control = newControl();
    const stopped = await runSmall({}, { control, onTally: () => askToStop(control) });
    const whole = await runSmall({ replications: 125 });
    const digestOf = (folder: string) => JSON.parse(textOf(folder, "manifest.json")).digest;
    expect(digestOf(stopped.out)).toBe(digestOf(whole.out));
  });

  it("leaves no folder where nothing was done", async () => {
    const control = newControl();
    askToStop(control);
    const { end, out } = await runSmall({}, { control });
    expect(end).toEqual({ kind: "stopped" });
    expect(existsSync(out)).toBe(false);
  });
});

describe("a run that cannot be", () => {
  const noRunner = () => Promise.reject(new Error("something was simulated"));

  it("ends with the mistakes of its scenario, before anything is simulated or written", async () => {
    const { end, out } = await runSmall({ set: ["sharing.fee=eight"] }, { runner: noRunner });
    expect(end).toMatchObject({ kind: "mistakes", mistakes: [{ path: "sharing.fee" }] });
    expect(existsSync(out)).toBe(false);
  });

  it("ends before it replaces a folder that is no run's", async () => {
    const out = join(temporaryFolder(), "mine");
    mkdirSync(out);
    writeFileSync(join(out, "thesis.txt"), "");
    const { end } = await runSmall({ out }, { runner: noRunner });
    expect(end).toMatchObject({ kind: "refused", why: expect.stringContaining("--out") });
    expect(readdirSync(out)).toEqual(["thesis.txt"]);
  });

  it("leaves a former run's folder when a block fails", async () => {
    const { out } = await runSmall({ replications: 200 });
    const before = textOf(out, "manifest.json");
    await expect(runSmall({ out }, { runner: noRunner })).rejects.toThrow("something was simulated");
    expect(textOf(out, "manifest.json")).toBe(before);
  });
});
