import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BrokenInvariant } from "../../src/engine/check.ts";
import { reportSchema } from "../../src/report/report.ts";
import { inline } from "../../src/run/inline.ts";
import type { Runner } from "../../src/run/runner.ts";
import { version } from "../../src/run/version.ts";
import { smallScenario } from "../run/smallScenario.ts";
import { call, folderOf, noRunner, runSmall } from "./call.ts";
import { type TestTerminal, testTerminal } from "./testTerminal.ts";

describe("fentan run", () => {
  it("writes the report, tells in plain text what came out and where it is, and ends with 0", async () => {
    const { code, out, err, folder } = await runSmall();
    expect([code, err]).toEqual([0, ""]);
    expect(existsSync(join(folder, "manifest.json"))).toBe(true);
    expect(out).toContain("A small pool");
    expect(out).toContain(join(folder, "report.html"));
    expect(out.includes("\u001b")).toBe(false);
  });

  it("with --json prints report.json and nothing else", async () => {
    const { out, err, folder } = await runSmall(["--json"]);
    expect(err).toBe("");
    expect(out).toBe(readFileSync(join(folder, "report.json"), "utf8"));
    expect(reportSchema.safeParse(JSON.parse(out)).success).toBe(true);
  });

  it("with --quiet says nothing", async () => {
    const { out, err } = await runSmall(["--quiet"]);
    expect([out, err]).toEqual(["", ""]);
  });

  it("records every --set in the report and the manifest, and simulates with it", async () => {
    const { folder } = await runSmall(["--set", "sharing.fee=0", "--set", "title=Without a fee", "--quiet"]);
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(report.scenario).toMatchObject({
      title: "Without a fee",
      overrides: ["sharing.fee=0", "title=Without a fee", "replications=200"],
    });
    expect(report.books.fee.mean).toBe(0);
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    expect(manifest.overrides).toEqual(report.scenario.overrides);
  });

  it("takes seed, engine and questions from the command line", async () => {
    const words = ["--seed", "1", "--engine", "fast", "--ask", "mean(total.aid)", "--ask", "sd(total.aid)"];
    const { folder } = await runSmall([...words, "--quiet"]);
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(report).toMatchObject({ seed: "1", engine: "fast", replications: 200 });
    expect(report.answers.map(({ ask }: { ask: string }) => ask)).toEqual([
      "P(total.cost > 1000)",
      "mean(total.aid)",
      "sd(total.aid)",
    ]);
  });
});

describe("a mistake of the user", () => {
  it.each([
    ["no such command", ["rum", "x.yaml"], /unknown command/],
    ["an unknown option", ["run", "x.yaml", "--sead", "1"], /unknown option '--sead'[\s\S]*--seed/],
    ["no scenario", ["run"], /missing required argument/],
    [
      "half a replication",
      ["run", "x.yaml", "-n", "0.5"],
      /'0.5' is invalid. Allowed: a whole number from 1/,
    ],
    ["no replications", ["run", "x.yaml", "-n", "0"], /Allowed: a whole number from 1/],
    ["threads in words", ["run", "x.yaml", "--threads", "all"], /Allowed: a whole number from 1 to 1024/],
    ["an unknown engine", ["run", "x.yaml", "--engine", "turbo"], /Allowed choices are auto, exact, fast/],
    ["a missing scenario", ["run", "no-such.yaml"], /^no-such.yaml:1:1 .*\n1 mistake\n$/],
  ])("ends with 2 and a message: %s", async (_, words, message) => {
    const { code, out, err } = await call(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("in the scenario, an option or a question is told with its place, all at once, and leaves no folder", async () => {
    const words = ["--set", "sharing.fee=8 percentages", "--set", "shraing.fee=1"];
    const terminal = testTerminal();
    const { code, folder } = await runSmall(words, inline, terminal);
    const { err } = terminal.written;
    expect(code).toBe(2);
    expect(existsSync(folder)).toBe(false);
    expect(err).toMatch(/^--set:1:13 {2}sharing.fee: .*\n--set:2:1 {2}.*"sharing".*\n2 mistakes\n$/);
  });

  it("of writing over something that is no run ends with 2", async () => {
    const folder = folderOf({ "small.yaml": smallScenario, "out/thesis.txt": "" });
    const { code, err } = await call(["run", join(folder, "small.yaml"), "--out", join(folder, "out")]);
    expect(code).toBe(2);
    expect(err).toContain("--out");
    expect(readdirSync(join(folder, "out"))).toEqual(["thesis.txt"]);
  });

  it.each([
    ["ENOSPC", /^cannot write the report: the disk is full \(ENOSPC: rename\)\n$/],
    ["EBUSY", /^cannot write the report: .*mount point.*--out \(EBUSY: rename\)\n$/],
    ["EXDEV", /^cannot write the report: .*--out \(EXDEV: rename\)\n$/],
    ["ENOTDIR", /^cannot write the report: .*not a folder.*--out \(ENOTDIR: rename\)\n$/],
  ])("is told with what the machine says: %s", async (errno, message) => {
    const failing: Runner = () =>
      Promise.reject(Object.assign(new Error(`${errno}: rename`), { code: errno }));
    const terminal = testTerminal();
    const { code } = await runSmall([], failing, terminal);
    expect(code).toBe(2);
    expect(terminal.written.err).toMatch(message);
  });
});

describe("a bug", () => {
  it("ends with 1, its stack, and how to report it", async () => {
    const broken: Runner = () =>
      Promise.reject(new BrokenInvariant("the books do not balance (period 3, ...)"));
    const terminal = testTerminal();
    const { code, folder } = await runSmall([], broken, terminal);
    expect(code).toBe(1);
    expect(terminal.written.err).toMatch(
      /BrokenInvariant: the books do not balance \(period 3, ...\)\n\s+at /,
    );
    expect(terminal.written.err).toMatch(/bug in fentan[\s\S]*report it[\s\S]*Node v/);
    expect(existsSync(folder)).toBe(false);
  });
});

describe("Ctrl-C", () => {
  /** Interrupts after the first block. */
  const interrupting =
    (terminal: TestTerminal): Runner =>
    (plan, control, onBlock) =>
      inline(plan, control, (tally) => {
        onBlock(tally);
        terminal.interrupt();
      });

  it("keeps what is done, ends with 130, says how much that is and how to run the whole", async () => {
    const terminal = testTerminal();
    const { code, folder } = await runSmall([], interrupting(terminal), terminal);
    expect(code).toBe(130);
    expect(terminal.written.err).toMatch(/125 of 200 replications/);
    expect(terminal.written.err).toMatch(
      /fentan run \S+small.yaml --seed small -n 200 --engine exact --out /,
    );
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(report).toMatchObject({ replications: 125, replicationsAsked: 200 });
  });

  it("says how sure the whole was to be", async () => {
    const terminal = testTerminal();
    const goals = ["--precision", "total.share=0.1%", "--precision", "P(total.cost > 3500) = 0.001"];
    const { code } = await runSmall(goals, interrupting(terminal), terminal);
    expect(code).toBe(130);
    expect(terminal.written.err).toMatch(
      / --precision 'mean\(total.share\)=0.1%' --precision 'P\(total.cost > 3500\) ?=0.001' --out /,
    );
  });

  it("before anything is done ends with 130 and leaves no folder", async () => {
    const terminal = testTerminal();
    const early: Runner = (plan, control, onBlock) => {
      terminal.interrupt();
      return inline(plan, control, onBlock);
    };
    const { code, folder } = await runSmall([], early, terminal);
    expect([code, existsSync(folder)]).toEqual([130, false]);
    expect(terminal.written.err).toContain("nothing was written");
  });
});

describe("help and version", () => {
  it("are results, and end with 0", async () => {
    const help = await call(["--help"]);
    expect([help.code, help.err]).toEqual([0, ""]);
    expect(help.out).toMatch(/run \[options\] <scenario>[\s\S]*check \[options\] <scenario\.\.\.>/);
    expect(await call(["--version"])).toEqual({ code: 0, out: `${version()}\n`, err: "" });
  });

  it("come as a mistake where no command is given", async () => {
    const { code, err } = await call([]);
    expect(code).toBe(2);
    expect(err).toContain("Usage: fentan");
  });
});

describe("fentan run --precision", () => {
  it("stops when the figure is that sure, and ends with 0", async () => {
    const { code, out, folder } = await runSmall(["-n", "20000", "--precision", "total.share=2%"]);
    expect(code).toBe(0);
    expect(out).toContain("as sure as asked for");
    const { replications, replicationsAsked, certainty } = JSON.parse(
      readFileSync(join(folder, "report.json"), "utf8"),
    );
    expect(replications).toBe(replicationsAsked);
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    expect([manifest.replications, manifest.replicationsAsked]).toEqual([replications, replications]);
    expect(replications).toBeLessThan(20_000);
    expect(certainty.goals[0].se / certainty.goals[0].value).toBeLessThanOrEqual(0.02);
  });

  it("ends with 3 at the limit, and says what it would take", async () => {
    const words = ["--precision", "total.share=0.1%", "--precision", "total.cost=50%", "--quiet"];
    const { code, err, folder } = await runSmall(words);
    expect(code).toBe(3);
    expect(err).toMatch(
      /^Stopped at the limit of 200 replications.*\n {2}mean\(total.share\): the standard error is .*, 0.1 % of it was asked for; about [\d,]+ replications would do\n$/,
    );
    expect(existsSync(join(folder, "manifest.json"))).toBe(true);
  });

  it("ends with 2 for a figure there is not, before anything is simulated", async () => {
    const { code, err, folder } = await runSmall(["--precision", "total.shar=1%"], noRunner);
    expect([code, existsSync(folder)]).toEqual([2, false]);
    expect(err).toContain('--precision:1:1  precision: found "total.shar"');
  });
});

describe("fentan run --quick", () => {
  it("leaves out where growth and spread come from, which are else in the report", async () => {
    const reportOf = async (words: string[]) => {
      const { folder } = await runSmall([...words, "--quiet"]);
      return JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    };
    const quick = await reportOf(["--quick"]);
    expect([quick.certainty.varianceFrom, quick.costGrowth?.method ?? "accounting"]).toEqual([
      "leftOut",
      "accounting",
    ]);
    const { certainty, costGrowth } = await reportOf([]);
    expect(certainty.varianceFrom).toBe("split");
    const { claims, shocks, parameters } = certainty.headlines[0].variance;
    expect(claims.value + shocks.value + parameters.value).toBeCloseTo(1, 9);
    expect(costGrowth.method).toBe("causes");
  });
});
