import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validationFiles } from "../../src/cli/validationFiles.ts";
import { inline } from "../../src/run/inline.ts";
import type { Runner } from "../../src/run/runner.ts";
import { call, folderOf, noRunner } from "./call.ts";
import { testTerminal } from "./testTerminal.ts";

const pool = (title: string, published: string) => `title: ${title}
replications: 256
calendar: { from: 2020-01-01, periods: 1, settle: { every: 1 year } }
group:
  - { class: ill, number: 10, claimProbability: 50 %, benefit: 100 }
published:
${published}`;

const right = pool(
  "Right",
  `  - { quantity: expected cost, ask: mean(total.cost), value: 500, source: binomial }
  - { quantity: members, ask: mean(years.2020.members), value: 10, source: arithmetic }
`,
);
const wrong = pool(
  "Wrong",
  "  - { quantity: too much, ask: mean(total.cost), value: 700, source: nobody }\n",
);
const engines = pool("Engines", "  - { sameInBothEngines: years.2020.members }\n");

function files(texts: Readonly<Record<string, string>>) {
  const folder = folderOf(texts);
  return Object.keys(texts).map((name) => join(folder, name));
}

describe("fentan validate", () => {
  it("puts ours beside what was published, tells how many agree, and ends with 0 if all do", async () => {
    const { code, out, err } = await call([
      "validate",
      ...files({ "right.yaml": right, "engines.yaml": engines }),
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/Source +Quantity +Published +Ours +Standard error +Difference +Verdict\n/);
    expect(out).toMatch(/binomial +expected cost +500 +\d+\.?\d* +[\d.]+ +[+−]?[\d.]+ +agrees\n/);
    expect(out).toMatch(/arithmetic +members +10 +10 +0 +0 +agrees, without noise\n/);
    expect(out).toMatch(/the other engine +years.2020.members +one distribution +distance 0 +– +– +agrees/);
    expect(out).toContain("\n2 of 2 within 4 standard errors");
    expect(out).toContain("\n1 of 1 distributions the same in both engines");
    expect(out).toMatch(/Least sure: expected cost, with a standard error of [\d.]+, [\d.]+ % of it\./);
  });

  it("ends with 1 if one differs, and says which", async () => {
    const [one, other] = files({ "right.yaml": right, "wrong.yaml": wrong });
    const { code, out } = await call(["validate", one, other]);
    expect(code).toBe(1);
    expect(out).toContain("\n2 of 3 within 4 standard errors");
    expect(out).toContain(`\ndiffers: too much (${other})\n`);
    expect(out).not.toContain("differs: expected cost");
  });

  it("takes replications and seed, and tells programs the same in JSON alone", async () => {
    const words = ["-n", "512", "--seed", "another", "--json"];
    const { code, out, err } = await call([
      "validate",
      ...files({ "right.yaml": right, "wrong.yaml": wrong }),
      ...words,
    ]);
    expect([code, err]).toEqual([1, ""]);
    const { compared, agreeing, scenarios } = JSON.parse(out);
    expect([compared, agreeing]).toEqual([3, 2]);
    expect(scenarios[0]).toMatchObject({
      title: "Right",
      seed: "another",
      replications: 512,
      engine: "exact",
    });
    expect(scenarios[1].published).toEqual([
      expect.objectContaining({
        kind: "number",
        quantity: "too much",
        published: 700,
        rounded: 0,
        verdict: "differs",
      }),
    ]);
  });

  it("tells the mistakes of all files at once, ends with 2, and simulates nothing", async () => {
    const all = files({
      "right.yaml": right,
      "asked.yaml": right.replace("mean(total.cost)", "mean(total.cots)"),
      "nothing.yaml": right.replace(/published:[\s\S]*/, ""),
      "broken.yaml": right.replace("benefit: 100", "benefit: much"),
    });
    const { code, out, err } = await call(["validate", ...all, "missing.yaml"], noRunner);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/asked.yaml:7:42 {2}published\[0\].ask: found "total.cots"/);
    expect(err).toMatch(
      /nothing.yaml:1:1 {2}published: found nothing; allowed: at least one published number/,
    );
    expect(err).toMatch(/broken.yaml:5:\d+ {2}group\[0\].benefit: found "much"/);
    expect(err).toMatch(/missing.yaml:1:1/);
    expect(err).toMatch(/4 mistakes\n$/);
  });

  it("shows what was done when it is interrupted, and ends with 130", async () => {
    const terminal = testTerminal();
    const interrupting: Runner = async (plan, control, onBlock) => {
      if (plan.seed === "second") terminal.interrupt();
      await inline(plan, control, onBlock);
    };
    const all = files({ "right.yaml": right, "second.yaml": `seed: second\n${wrong}` });
    const { code, out, err } = await call(["validate", ...all], interrupting, terminal);
    expect(code).toBe(130);
    expect(out).toContain("2 of 2 within 4 standard errors");
    expect(out).not.toContain("too much");
    expect(err).toBe("Interrupted: 1 of 2 scenarios were done.\n");
  });

  it("is announced by a check, which simulates nothing", async () => {
    const { out } = await call(["check", ...files({ "right.yaml": right })], noRunner);
    expect(out).toMatch(/\n +published +2\n/);
  });

  it("says on a terminal where it is", async () => {
    const terminal = { ...testTerminal(), isWatched: true };
    const [one, other] = files({ "right.yaml": right, "engines.yaml": engines });
    await call(["validate", one, other], inline, terminal);
    expect(terminal.written.err).toContain(`${one}, 1 of 2\n`);
    expect(terminal.written.err).toContain(`${other}, 2 of 2\n`);
  });

  it("knows the files that it comes with, wherever it is called", () => {
    const found = validationFiles();
    expect(found.length).toBeGreaterThanOrEqual(9);
    expect(found).toEqual([...found].sort());
    expect(found.every((file) => /validation.[\w-]+\.yaml$/.test(file))).toBe(true);
  });
});
