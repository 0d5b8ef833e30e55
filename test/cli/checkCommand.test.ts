import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallScenario } from "../run/smallScenario.ts";
import { call, folderOf, noRunner } from "./call.ts";

describe("fentan check", () => {
  it("tells engine, size, cost and what is uncertain, and ends with 0", async () => {
    const folder = folderOf({ "small.yaml": smallScenario });
    const { code, out, err } = await call(["check", join(folder, "small.yaml")], noRunner);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/small.yaml: no mistakes. A small pool/);
    expect(out).toMatch(/engine +exact: \w+/);
    expect(out).toMatch(/uncertain +1 \(cover.level\), drawn per replication\n/);
    expect(out).toMatch(/500 replications in 4 blocks/);
    expect(out).toMatch(/a run +about [\d.]+ s on \d+ cores?, up to about \d+ MB/);
    expect(out).toMatch(/remarks +1 assumption looks implausible: fentan explain .*small\.yaml tells\n/);
  });

  it("checks what a run with the same options would do", async () => {
    const folder = folderOf({ "small.yaml": smallScenario });
    const small = join(folder, "small.yaml");
    const over = [
      "-n",
      "1000",
      "--engine",
      "fast",
      "--threads",
      "3",
      "--set",
      "sharing.fee=5 %",
      "--ask",
      "mean(total.cost)",
    ];
    const { code, out } = await call(["check", small, ...over], noRunner);
    expect(code).toBe(0);
    expect(out).toMatch(/engine +fast: asked for/);
    expect(out).toMatch(/1,000 replications in 8 blocks/);
    expect(out).toMatch(/questions +2/);
    expect(out).toMatch(/on 3 cores/);
    const wrong = await call(
      ["check", small, "--set", "sharing.fe=5 %", "--set", "sharing.fee=eight"],
      noRunner,
    );
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/--set:1:.*\n.*--set:2:.*\n2 mistakes/);
  });

  it("counts in words that fit, and tells what is drawn per replication from what is drawn per block", async () => {
    const once = smallScenario
      .replace("to: 2021-12-31", "to: 2020-03-31")
      .replace("replications: 500", "replications: 2");
    const folder = folderOf({
      "once.yaml": once,
      "known.yaml": smallScenario.replace("level: { uniform: [0.5, 1.5] }", "waiting: 90 days"),
      "perBlock.yaml": smallScenario.replace("level:", "waiting: { uniform: [30 days, 90 days] }\n  level:"),
    });
    const check = async (name: string) => (await call(["check", join(folder, name)], noRunner)).out;
    const out = await check("once.yaml");
    expect(out).toMatch(/to 2020-03-31, 1 settlement, 4 a year\n/);
    expect(out).toMatch(/size +1 period, 1 cohort x 2 classes, 2 replications in 1 block\n/);
    expect(await check("known.yaml")).toMatch(/uncertain +nothing: every number is taken as known\n/);
    expect(await check("perBlock.yaml")).toMatch(
      /uncertain +1 \(cover\.level\), drawn per replication\n +1 \(cover\.waiting\), drawn per block of 125 replications, because it reshapes the plan\n/,
    );
  });

  it("tells all mistakes of all files, what it finds of the others, and ends with 2", async () => {
    const broken = smallScenario.replace("fee: 8 %", "fee: eight").replace("level:", "levle:");
    const folder = folderOf({
      "a.yaml": broken,
      "b.yaml": smallScenario,
      "c.yaml": smallScenario.replace("P(", "Q("),
    });
    const files = ["a.yaml", "b.yaml", "c.yaml"].map((name) => join(folder, name));
    const { code, out, err } = await call(["check", ...files], noRunner);
    expect(code).toBe(2);
    expect(out).toContain("b.yaml: no mistakes");
    expect(err).toMatch(
      /a\.yaml:\d+:\d+ .*\n.*a\.yaml:\d+:\d+ .*\n.*c\.yaml:\d+:\d+ {2}ask\[0\].*\n3 mistakes\n$/,
    );
  });
});
