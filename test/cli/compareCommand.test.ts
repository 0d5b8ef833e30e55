import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comparisonSchema } from "../../src/compare/comparison.ts";
import { inline } from "../../src/run/inline.ts";
import { smallScenario, twoPools } from "../run/smallScenario.ts";
import { call, folderOf, noRunner, runSmall } from "./call.ts";
import { testTerminal } from "./testTerminal.ts";

const dearer = smallScenario.replace("fee: 8 %", "fee: 10 %").replace("A small pool", "A dearer pool");

/** The small scenario and others beside it, with a folder to write to. */
function files(others: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({ "small.yaml": smallScenario, "dearer.yaml": dearer, ...others });
  return { path: (name: string) => join(folder, name), out: join(folder, "out") };
}

async function compareJson(words: readonly string[]) {
  const { code, out, err } = await call(["compare", "--json", "-n", "250", ...words]);
  expect([code, err]).toEqual([0, ""]);
  return comparisonSchema.parse(JSON.parse(out));
}

describe("fentan compare of scenarios", () => {
  it("writes a comparison, prints a summary, and ends with 0", async () => {
    const { path, out: folder } = files();
    const words = [path("small.yaml"), path("dearer.yaml"), "-n", "250", "--out", folder];
    const { code, out, err } = await call(["compare", ...words]);
    expect([code, err]).toEqual([0, ""]);
    expect(readdirSync(folder).sort()).toEqual(["comparison.html", "comparison.json", "comparison.md"]);
    expect(out).toMatch(/^A {2}A small pool .*\nB {2}A dearer pool /);
    expect(out).toMatch(/What is assumed differently\nWhat +A +B\nsharing.fee +8 % +10 %\n/);
    expect(out).toMatch(/Share in 2021, yuan: [\d.]+ in A, [\d.]+ in B, 1\.8\d* % more \(95 % interval/);
    expect(out).toMatch(/Year +Share A, yuan +Share B, yuan +B − A, yuan +95 % interval, yuan/);
  });

  it("finds no difference between a plan and itself, in any figure", async () => {
    const { path, out } = files({ "same.yaml": smallScenario });
    const { metrics, assumptions, cheaper, findings } = await compareJson([
      path("small.yaml"),
      path("same.yaml"),
      "--out",
      out,
    ]);
    expect(metrics.length).toBeGreaterThan(20);
    for (const { name, difference, ratio } of metrics) {
      if (name.startsWith("ending.year")) continue;
      expect(difference, name).toEqual({ mean: 0, se: 0, q025: 0, q975: 0 });
      if (ratio !== null) expect(ratio, name).toEqual({ mean: 1, se: 0, q025: 1, q975: 1 });
    }
    expect(assumptions).toEqual([]);
    expect(cheaper[0].equal.value).toBe(1);
    expect(findings).toEqual(["A and B do not differ: every figure is the same in every replication."]);
  });

  it("gives all of them the first one's seed, so that they are pairs, unless --seed says another", async () => {
    const { path, out } = files({ "seeded.yaml": dearer.replace("seed: small", "seed: other") });
    const words = [path("small.yaml"), path("seeded.yaml"), "--out", out];
    const { runs, pairs } = await compareJson(words);
    expect(runs.map(({ seed }) => seed)).toEqual(["small", "small"]);
    expect(pairs[0]).toMatchObject({ kind: "paired", replications: 250 });
    expect(pairs[0].gain).toBeGreaterThan(3);
    const other = await compareJson([...words, "--seed", "third"]);
    expect(other.runs.map(({ seed }) => seed)).toEqual(["third", "third"]);
  });

  it("lays --set over every scenario, and names the difference that is left", async () => {
    const { path, out } = files();
    const words = [path("small.yaml"), path("dearer.yaml"), "--out", out, "--set", "joining.initial=100"];
    const { metrics, assumptions } = await compareJson(words);
    expect(assumptions).toEqual([{ path: "sharing.fee", values: ["8 %", "10 %"], notes: ["", ""] }]);
    const members = metrics.find(({ name }) => name === "peak.members");
    expect(members?.values.every((figure) => (figure?.mean ?? 0) <= 100)).toBe(true);
  });

  it("compares up to six, each with the first", async () => {
    const { path, out } = files({ "free.yaml": smallScenario.replace("fee: 8 %", "fee: 0") });
    const { runs, metrics } = await compareJson([
      ...["small.yaml", "dearer.yaml", "free.yaml"].map(path),
      "--out",
      out,
    ]);
    expect(runs.map(({ letter }) => letter)).toEqual(["a", "b", "c"]);
    const shares = metrics.filter(({ name }) => name === "years.2020.share");
    expect(shares.map(({ run }) => run)).toEqual(["b", "c"]);
    expect(shares.map(({ ratio }) => Math.sign((ratio?.mean ?? 1) - 1))).toEqual([1, -1]);
    const many = await call(
      ["compare", ...Array<string>(7).fill(path("small.yaml")), "--out", out],
      noRunner,
    );
    expect(many.code).toBe(2);
    expect(many.err).toContain("7 runs are given; 2 to 6 can be compared");
  });

  it("compares pools that both have", async () => {
    const { path, out } = files({ "two.yaml": twoPools, "three.yaml": twoPools.replace("200", "150") });
    const { metrics } = await compareJson([path("two.yaml"), path("three.yaml"), "--out", out]);
    const names = metrics.map(({ name }) => name);
    expect(names).toContain("years.2020.share[pool=elderly]");
    expect(names).toContain("total.balance[class=careful]");
    expect(readFileSync(join(out, "comparison.md"), "utf8")).toContain("### Pool “elderly”");
  });

  it("is kept from nothing half-written when it is interrupted", async () => {
    const { path, out } = files();
    const terminal = testTerminal();
    const words = ["compare", path("small.yaml"), path("dearer.yaml"), "--out", out];
    const { code } = await call(
      words,
      (plan, control, onBlock) => {
        terminal.interrupt();
        return inline(plan, control, onBlock);
      },
      terminal,
    );
    expect([code, existsSync(out)]).toEqual([130, false]);
    expect(terminal.written.err).toContain("nothing was written");
  });
});

describe("fentan compare of finished runs", () => {
  it("has the same figures as of the scenarios, alone or mixed with them", async () => {
    const { path, out } = files();
    const { folder } = await runSmall(["-n", "250"]);
    const mixed = await compareJson([folder, path("dearer.yaml"), "--out", out]);
    const both = await compareJson([path("small.yaml"), path("dearer.yaml"), "--out", out]);
    expect(mixed.metrics).toEqual(both.metrics);
    expect(mixed.runs[0]).toMatchObject({ name: "out", digest: both.runs[0].digest });
  });

  it("takes the replications that both have, and says where luck is not shared", async () => {
    const { out } = files();
    const [few, many, other] = [
      await runSmall(["-n", "250"]),
      await runSmall(["-n", "375"]),
      await runSmall(["--seed", "x"]),
    ];
    const { code, out: text } = await call([
      "compare",
      few.folder,
      many.folder,
      other.folder,
      "--json",
      "--out",
      out,
    ]);
    expect(code).toBe(0);
    const { runs, pairs, metrics } = comparisonSchema.parse(JSON.parse(text));
    expect(runs.map(({ compared }) => compared)).toEqual([250, 250, 200]);
    expect(pairs.map(({ kind }) => kind)).toEqual(["paired", "unpaired"]);
    expect(pairs[1].why).toContain("different seeds");
    const [paired, unpaired] = metrics.filter(({ name }) => name === "total.cost");
    expect(paired.difference).toEqual({ mean: 0, se: 0, q025: 0, q975: 0 });
    expect(unpaired.difference?.se).toBeGreaterThan(0);
    expect(unpaired.pairing).toEqual({ kind: "unpaired", gain: null });
  });

  it("replaces a former comparison, but never a run", async () => {
    const { path, out } = files();
    const { folder } = await runSmall();
    const words = [path("small.yaml"), path("dearer.yaml"), "-n", "125", "--quiet", "--out"];
    for (const expected of [0, 0]) expect((await call(["compare", ...words, out])).code).toBe(expected);
    const { code, err } = await call(["compare", ...words, folder], noRunner);
    expect(code).toBe(2);
    expect(err).toContain("holds files that are not of a comparison");
    expect(existsSync(join(folder, "manifest.json"))).toBe(true);
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      "no manifest",
      (folder) => rmSync(join(folder, "manifest.json")),
      /is no finished run: it has no manifest.json/,
    ],
    [
      "no manifest of ours",
      (folder) => writeFileSync(join(folder, "manifest.json"), "{"),
      /is not what fentan writes/,
    ],
    [
      "no replications",
      (folder) => rmSync(join(folder, "replications.parquet")),
      /replications.parquet is missing/,
    ],
    [
      "a changed report",
      (folder) => writeFileSync(join(folder, "report.json"), "{}"),
      /not as the run wrote it/,
    ],
    [
      "another version",
      (folder) => replace(folder, /"fentan": "[^"]*"/, '"fentan": "0.1.7"'),
      /written by fentan 0.1.7/,
    ],
    ["unlisted files", (folder) => replace(folder, /"report\.json"/, '"x"'), /does not name report.json/],
    [
      "other counts",
      (folder) => replace(folder, /"replications": 200/, '"replications": 201'),
      /200 replications where/,
    ],
  ])("refuses a folder with %s, before anything is simulated", async (_, spoil, why) => {
    const { path, out } = files();
    const { folder } = await runSmall();
    spoil(folder);
    const { code, err } = await call(["compare", path("small.yaml"), folder, "--out", out], noRunner);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toMatch(why);
  });

  it("takes no options for scenarios where there are none", async () => {
    const { folder } = await runSmall();
    const { code, err } = await call(["compare", folder, folder, "-n", "10", "--out", files().out], noRunner);
    expect(code).toBe(2);
    expect(err).toContain("all that is given are finished runs");
  });
});

function replace(folder: string, what: RegExp, by: string): void {
  const path = join(folder, "manifest.json");
  writeFileSync(path, readFileSync(path, "utf8").replace(what, by));
}

describe("what cannot be compared", () => {
  it("is told at once, with every reason, before anything is simulated", async () => {
    const { path, out } = files({
      "dollars.yaml": `${smallScenario}currency: $\n`.replace("2020-01-01", "2020-04-01"),
      "monthly.yaml": smallScenario.replace("every: 3 months", "every: 1 month"),
      "broken.yaml": smallScenario.replace("fee: 8 %", "fee: eight"),
    });
    const all = ["small.yaml", "dollars.yaml", "monthly.yaml", "broken.yaml", "nowhere.yaml"].map(path);
    const { code, err } = await call(["compare", ...all, "--out", out], noRunner);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toContain("A (small) and B (dollars) are in different currencies: yuan and $");
    expect(err).toContain("A (small) and B (dollars) start on different days: 1 Jan 2020 and 1 Apr 2020");
    expect(err).toContain("A (small) and C (monthly) settle in different rhythms");
    expect(err).toMatch(/broken.yaml:\d+:\d+ {2}sharing.fee: found "eight"/);
    expect(err).toContain("nowhere.yaml");
  });

  it("is not what ends on another day: years that both cover whole are compared", async () => {
    const { path, out } = files({ "longer.yaml": dearer.replace("2021-12-31", "2022-12-31") });
    const { metrics, cheaper } = await compareJson([path("small.yaml"), path("longer.yaml"), "--out", out]);
    const names = metrics.map(({ name }) => name);
    expect(names).toContain("years.2021.share");
    expect(names.filter((name) => name.startsWith("total."))).toEqual([]);
    expect(cheaper[0].figure).toBe("years.2021.share");
  });
});

describe("--fail-if", () => {
  const compared = (...conditions: string[]) => {
    const { path, out } = files();
    const words = conditions.flatMap((condition) => ["--fail-if", condition]);
    return {
      words: ["compare", path("small.yaml"), path("dearer.yaml"), "-n", "125", "--out", out, ...words],
      out,
    };
  };

  it("ends with 3 if it holds of the means, with the values, and with 0 if not", async () => {
    const { words, out } = compared(
      "total.share.b > 1.005 * total.share.a",
      "total.share.b > 1.2 * total.share.a",
    );
    const { code, err } = await call(words);
    expect(code).toBe(3);
    expect(err).toMatch(
      /^--fail-if holds: total.share.b > 1.005 \* total.share.a {2}\(total.share.b = [\d.,]+, total.share.a = [\d.,]+\)\n$/,
    );
    const { failIf } = JSON.parse(readFileSync(join(out, "comparison.json"), "utf8"));
    expect(failIf.map(({ holds }: { holds: boolean }) => holds)).toEqual([true, false]);
    expect((await call(compared("ending.probability.b > ending.probability.a + 0.5").words)).code).toBe(0);
  });

  it.each([
    ["total.shrae.b > 1", /--fail-if:1:1 .*found "total.shrae.b".*did you mean "total.share.b"/],
    ["total.share.c > 1", /found "total.share.c"/],
    ["total.share.b", /found one number per replication/],
    ["total.share.b > 1) + P(total.share.a > 1", /more than a condition/],
    ["total.share.b >", /./],
  ])("is refused before anything is simulated: %s", async (condition, why) => {
    const { words, out } = compared(condition);
    const { code, err } = await call(words, noRunner);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toMatch(why);
  });
});
