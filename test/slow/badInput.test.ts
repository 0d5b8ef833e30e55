import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { call, folderOf, noRunner } from "../cli/call.ts";
import { allFiles, type RealScenario, realScenarios } from "../scenario/allFiles.ts";
import { readFrom } from "../scenario/exampleFiles.ts";
import { anyChange, type Change, changed } from "../scenario/fuzzChanges.ts";
import { oddValues, oddWords } from "../scenario/fuzzValues.ts";
import { hostileTexts } from "../scenario/hostileTexts.ts";
import { pathsIn } from "../scenario/pathsIn.ts";
import { judged, simulated } from "./judged.ts";

const files = allFiles();
const real = realScenarios(files);
/** Those that are read in some 10 milliseconds: changed most often. */
const quick = real.filter(({ reads }) => reads.reduce((sum, path) => sum + files[path].length, 0) < 3_000);

/** A scenario, and changes of its text or of what it reads. */
interface Mutant {
  readonly of: RealScenario;
  readonly changes: readonly { readonly file: number; readonly change: Change }[];
}

function mutantsOf(scenarios: readonly RealScenario[]): fc.Arbitrary<Mutant> {
  return fc.record({
    of: fc.constantFrom(...scenarios),
    // The scenario itself twice in three times, else one of all files it reads.
    changes: fc.array(fc.record({ file: fc.integer({ min: -12, max: 6 }), change: anyChange }), {
      minLength: 1,
      maxLength: 3,
    }),
  });
}

function textsOf({ of, changes }: Mutant): Record<string, string> {
  const texts = { ...files };
  for (const { file, change } of changes) {
    const path = file < 0 ? of.file : of.reads[file % of.reads.length];
    texts[path] = changed(texts[path], change);
  }
  return texts;
}

/** What became of the documents of a test. */
interface Tally {
  refused: number;
  plans: number;
  simulated: number;
}

function judgeAll<T>(
  documents: fc.Arbitrary<T>,
  numRuns: number,
  judge: (document: T, tally: Tally) => void,
) {
  const tally: Tally = { refused: 0, plans: 0, simulated: 0 };
  fc.assert(
    fc.property(documents, (document) => judge(document, tally)),
    { seed: 20_261_125, numRuns, endOnFailure: true },
  );
  return tally;
}

function judgeMutant(mutant: Mutant, tally: Tally): void {
  const result = judged({ file: mutant.of.file }, textsOf(mutant));
  if (!result.ok) tally.refused++;
  else {
    tally.plans++;
    // A tenth is simulated, too.
    if (tally.plans % 10 === 0 && simulated(result.scenario)) tally.simulated++;
  }
}

describe("10,000 documents are refused with places, or become a plan without a NaN that can be simulated", () => {
  it("6,000 mutants of the smaller scenarios", () => {
    const tally = judgeAll(mutantsOf(quick), 6000, judgeMutant);
    expect(tally.refused).toBeGreaterThan(3000);
    expect(tally.plans).toBeGreaterThan(600);
    expect(tally.simulated).toBeGreaterThan(50);
  });

  it("600 mutants of all scenarios that come with the program", () => {
    const tally = judgeAll(mutantsOf(real), 600, judgeMutant);
    expect(tally.refused).toBeGreaterThan(300);
    expect(tally.plans).toBeGreaterThan(50);
  });

  it("400 texts of random characters and bytes", () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((all) => new TextDecoder().decode(all));
    const words = fc.array(oddWords, { maxLength: 60 }).map((all) => all.join(" "));
    const texts = fc.oneof(bytes, words, fc.string({ unit: "binary", maxLength: 400 }));
    const tally = judgeAll(texts, 400, (text, { refused }) => {
      expect(judged({ file: "x.yaml" }, { "x.yaml": text }).ok, String(refused)).toBe(false);
    });
    expect(tally.plans).toBe(0);
  });

  it("3,000 options --set on paths that a scenario has", () => {
    const options = fc.constantFrom(...quick).chain((of) => {
      const path = fc.constantFrom(...pathsIn(resolvedOf(of)));
      const option = fc.tuple(path, oddValues).map((parts) => parts.join("="));
      return fc.record({ of: fc.constant(of), set: fc.array(option, { minLength: 1, maxLength: 2 }) });
    });
    const tally = judgeAll(options, 3000, ({ of, set }, counts) => {
      const result = judged({ file: of.file, set }, files);
      if (!result.ok) counts.refused++;
      else if (simulated(result.scenario)) counts.simulated++;
    });
    expect(tally.refused).toBeGreaterThan(1500);
    expect(tally.simulated).toBeGreaterThan(50);
  });
});

describe("questions", () => {
  it("2,000 of odd words are refused with their places, or understood", () => {
    const words =
      "mean P quantile tailMean cov sd ( ) , | > >= < = * + - / years.2021.share total.cost".split(" ");
    const more =
      "[pool=a] [class=all] . 0.95 1e999 -1 2 years.20.x NaN undefined \u{1F600} ' \" \\ max && !".split(" ");
    const asked = fc.array(fc.constantFrom(...words, ...more), { maxLength: 9 }).map((all) => all.join(""));
    let refused = 0;
    judgeAll(fc.array(fc.oneof(asked, fc.string()), { minLength: 1, maxLength: 3 }), 2000, (ask) => {
      if (!judged({ file: "examples/capped.yaml", ask }, files).ok) refused++;
    });
    expect(refused).toBeGreaterThan(1500);
  });
});

describe("texts made to break the reader", () => {
  it.each(hostileTexts)("%s is refused with a place", (_, texts) => {
    const result = judged({ file: "x.yaml" }, texts);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.mistakes.length).toBeLessThan(300);
  });
});

describe("the command line", () => {
  const few = fc.sample(mutantsOf(quick.filter(({ reads }) => reads.length === 1)), {
    numRuns: 300,
    seed: 20_261_126,
  });

  it("ends `check` and `run` of 300 mutants with 2, messages and no folder, or with 0; 10 of the valid ones are run", async () => {
    const codes = { check: new Set<number>(), refused: 0, ran: 0 };
    for (const mutant of few) {
      const folder = folderOf({ "x.yaml": textsOf(mutant)[mutant.of.file] });
      const file = join(folder, "x.yaml");
      const checked = await call(["check", file], noRunner);
      codes.check.add(checked.code);
      if (checked.code === 0 && codes.ran < 10) {
        codes.ran++;
        await expectReport(file, join(folder, "out"));
      }
      if (checked.code !== 2) continue;
      codes.refused++;
      const ran = await call(["run", file, "--out", join(folder, "out")], noRunner);
      expect([ran.code, ran.out, ran.err]).toEqual([2, "", checked.err]);
      expect(checked.err).toMatch(/x\.yaml:\d+:\d+ {2}.*\n\d+ mistakes?\n$/s);
      expect(existsSync(join(folder, "out"))).toBe(false);
    }
    expect([...codes.check].sort()).toEqual([0, 2]);
    expect(codes.refused).toBeGreaterThan(150);
    expect(codes.ran).toBe(10);
  });

  /** A run of a few replications that ends well, its report without a NaN. */
  async function expectReport(file: string, out: string): Promise<void> {
    const { code, err } = await call(["run", file, "--out", out, "-n", "4", "--quiet"]);
    expect([code, err]).toEqual([0, ""]);
    const report = readFileSync(join(out, "report.md"), "utf8");
    expect(report).not.toMatch(/NaN|undefined|\[object/);
  }

  it("tells what is wrong with options of odd words", async () => {
    const folder = folderOf({ "x.yaml": files["examples/group.yaml"] });
    const option = fc.constantFrom(
      "-n",
      "--seed",
      "--set",
      "--ask",
      "--threads",
      "--engine",
      "--precision",
      "-x",
    );
    const words = fc.array(fc.tuple(option, fc.oneof(oddWords, fc.string())), { minLength: 1, maxLength: 3 });
    let refused = 0;
    for (const given of fc.sample(words, { numRuns: 200, seed: 20_261_127 })) {
      const all = ["run", join(folder, "x.yaml"), "--out", join(folder, "out"), ...given.flat()];
      const { code, err } = await call(all, noRunner);
      // What is understood is simulated, which this runner refuses to do.
      if (code === 1) expect(err).toContain("something was simulated");
      else expect(code, JSON.stringify(given)).toBe(2);
      if (code === 2) refused++;
      expect(existsSync(join(folder, "out"))).toBe(false);
    }
    expect(refused).toBeGreaterThan(100);
  });
});

function resolvedOf({ file }: RealScenario): unknown {
  const result = parseScenario(file, readFrom(files));
  if (!result.ok) throw new Error(`${file} is not valid`);
  return result.resolved;
}
