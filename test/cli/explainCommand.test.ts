import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainedSchema } from "../../src/report/explain/explained.ts";
import { soundPool } from "../explain/explained.ts";
import { smallScenario } from "../run/smallScenario.ts";
import { call, folderOf, noRunner } from "./call.ts";

function inFolder(text: string) {
  const folder = folderOf({ "plan.yaml": text });
  const out = join(folder, "out");
  return { out, words: ["explain", join(folder, "plan.yaml"), "--out", out] };
}

describe("fentan explain", () => {
  it("writes a page, the same as text and as numbers, tells it in short, and ends with 0", async () => {
    const { out, words } = inFolder(soundPool);
    const { code, out: told, err } = await call(words, noRunner);
    expect([code, err]).toEqual([0, ""]);
    expect(readdirSync(out).sort()).toEqual(["explain.html", "explain.json", "explain.md", "manifest.json"]);
    expect(told).toContain("A sound pool");
    expect(told).toContain("“careful” members lapse 4 % a year");
    expect(told).toContain(join(out, "explain.html"));
    expect(readFileSync(join(out, "explain.html"), "utf8")).toContain("How members react");
  });

  it("writes the same bytes again, over the folder it wrote", async () => {
    const { out, words } = inFolder(soundPool);
    await call(words, noRunner);
    const first = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
    await call(words, noRunner);
    expect(readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"))).toEqual(first);
  });

  it("prints explain.json and nothing else with --json", async () => {
    const { out, words } = inFolder(soundPool);
    const { out: told } = await call([...words, "--json"], noRunner);
    expect(told).toBe(readFileSync(join(out, "explain.json"), "utf8"));
    expect(explainedSchema.safeParse(JSON.parse(told)).success).toBe(true);
  });

  it("tells what is hardly plausible with its place; ends with 3 if that is asked for", async () => {
    const { words } = inFolder(soundPool.replace("fee: 8 %", "fee: 40 %"));
    const { code, out } = await call(words, noRunner);
    expect(code).toBe(0);
    expect(out).toMatch(
      /plan\.yaml:35:8 {2}sharing\.fee: a\s+fee of 40 % of the aid; plausible: up to\s+30 %/,
    );
    expect((await call([...words, "--strict"], noRunner)).code).toBe(3);
    expect((await call([...inFolder(soundPool).words, "--strict"], noRunner)).code).toBe(0);
  });

  it("tells all mistakes with their places, writes nothing, and ends with 2", async () => {
    const { out, words } = inFolder(
      soundPool.replace("fee: 8 %", "fee: eight").replace("  trend:", "  tredn:"),
    );
    const { code, err } = await call([...words, "--set", "sharing.roundUpTo=x"], noRunner);
    expect(code).toBe(2);
    expect(err).toMatch(/plan\.yaml:\d+:\d+ .*tredn.*\n.*3 mistakes\n$/s);
    expect(existsSync(out)).toBe(false);
  });

  it("does not replace a folder that is none of fentan's", async () => {
    const folder = folderOf({ "plan.yaml": soundPool, "out/notes.txt": "mine" });
    const { code, err } = await call(
      ["explain", join(folder, "plan.yaml"), "--out", join(folder, "out")],
      noRunner,
    );
    expect(code).toBe(2);
    expect(err).toContain("holds files that are not of a run of fentan");
  });

  it("does not replace a run", async () => {
    const manifest = JSON.stringify({ fentan: "0.3.0", files: [{ name: "report.json" }] });
    const folder = folderOf({
      "plan.yaml": soundPool,
      "out/manifest.json": manifest,
      "out/report.json": "{}",
    });
    const { code, err } = await call(["explain", join(folder, "plan.yaml"), "--out", join(folder, "out")]);
    expect(code).toBe(2);
    expect(err).toContain("holds a run, which would be replaced");
  });
});

describe("fentan explain of a finished run", () => {
  it("tells where the cost growth came from, and writes nothing", async () => {
    const folder = join(folderOf({}), "run");
    const large = ["--set", "joining.initial=1e6", "--engine", "fast", "-n", "50", "--quick", "--quiet"];
    const plan = join(folderOf({ "plan.yaml": soundPool }), "plan.yaml");
    expect((await call(["run", plan, "--out", folder, ...large])).code).toBe(0);
    const before = readdirSync(folder);
    const { code, out, err } = await call(["explain", folder], noRunner);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/From 2020 to 2023 the share changes by the factor/);
    expect(out).toMatch(/“[^”]+” (raises|lowers|does not move) the share/);
    expect(out).toMatch(/“ailing”/);
    expect(readdirSync(folder)).toEqual(before);
    const json = JSON.parse((await call(["explain", folder, "--json"], noRunner)).out);
    expect(json.costGrowth).toEqual(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).costGrowth);
    expect(json.told.length).toBeGreaterThan(2);
  });

  it.each([
    ["no report", { "x.txt": "" }, "no file that can be read"],
    ["no JSON", { "report.json": "{" }, "not JSON"],
    ["another thing", { "report.json": "{}" }, "not a report of this version of fentan"],
  ])("ends with 2 for a folder with %s", async (_, files, why) => {
    const { code, err } = await call(["explain", folderOf(files)], noRunner);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });
});

describe("fentan check", () => {
  it("tells how many assumptions look implausible, nothing where none does", async () => {
    const folder = folderOf({ "sound.yaml": soundPool, "small.yaml": smallScenario });
    expect((await call(["check", join(folder, "sound.yaml")], noRunner)).out).not.toContain("implausible");
    const { out } = await call(["check", join(folder, "small.yaml"), "--set", "sharing.fee=40 %"], noRunner);
    expect(out).toMatch(/2 assumptions look implausible: fentan explain /);
  });
});
