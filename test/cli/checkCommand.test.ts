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
    expect(out).toMatch(/uncertain +1 \(cover.level\), drawn for each replication/);
    expect(out).toMatch(/500 replications in 4 blocks/);
    expect(out).toMatch(/a run +about [\d.]+ s on \d+ cores?, up to about \d+ MB/);
    expect(out).toMatch(/remarks +there is no waiting period/);
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
