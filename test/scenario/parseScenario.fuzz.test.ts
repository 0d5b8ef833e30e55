import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { messagePattern } from "./brokenScenarios.ts";
import { exampleFiles, readFrom } from "./exampleFiles.ts";
import { type Change, changed, cuts, values } from "./fuzzChanges.ts";
import { oddWords } from "./fuzzValues.ts";

const files = exampleFiles();
const scenarios = [
  "mutual.yaml",
  "group.yaml",
  "capped.yaml",
  "pools.yaml",
  "counted.yaml",
  "losses.yaml",
] as const;
const tables = ["tables/ratio.csv", "tables/history.csv"] as const;

/** One to four changes, each of one of the files. */
function changesOf(paths: readonly string[], change: fc.Arbitrary<Change>) {
  const one = fc.record({ file: fc.constantFrom(...paths), change });
  return fc.array(one, { minLength: 1, maxLength: 4 });
}

function apply(changes: readonly { file: string; change: Change }[]): Record<string, string> {
  const texts = { ...files };
  for (const { file, change } of changes) texts[file] = changed(texts[file], change);
  return texts;
}

/** Is this scenario another than the valid one, by its own text or that of a file it reads? */
function isTouched(file: string, texts: Record<string, string>): boolean {
  const read = file === "capped.yaml" ? [file, "pool.yaml"] : [file];
  const all = file === "mutual.yaml" ? [...read, ...tables] : read;
  return all.some((path) => texts[path] !== files[path]);
}

function check(texts: Record<string, string>): void {
  for (const file of scenarios) if (isTouched(file, texts)) checkFile(file, [], texts);
}

function checkFile(file: string, set: readonly string[], texts: Record<string, string> = files): void {
  const result = parseScenario(file, readFrom(texts), { set });
  if (result.ok) return;
  expect(result.mistakes.length).toBeGreaterThan(0);
  for (const { message } of result.mistakes) expect(message).toMatch(messagePattern);
}

const settings = { seed: 20_261_122, numRuns: 45 } as const;

describe("parseScenario", () => {
  it("never throws and always explains itself, whatever is cut out and put in", () => {
    fc.assert(
      fc.property(changesOf([...scenarios, ...tables], cuts), (changes) => check(apply(changes))),
      settings,
    );
  });

  it("never throws and always explains itself, whatever stands as a value", () => {
    fc.assert(
      fc.property(changesOf([...scenarios, "pool.yaml"], values), (changes) => check(apply(changes))),
      settings,
    );
  });

  it("never throws and always explains itself, whatever is set", () => {
    const path = fc.constantFrom(
      "cover.level",
      "members.mix[0].ages",
      "sharing",
      "changes[0]",
      "members.classes",
      "pools",
      "pools.elderly",
      "changes[1].pools.elderly",
      "sharing.rule",
      "funding",
      "losses.covariances[1]",
      "x",
      "seed",
      "[0]",
    );
    const option = fc
      .tuple(fc.oneof(path, fc.string({ maxLength: 12 })), oddWords)
      .map(([key, value]) => `${key}=${value}`);
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.array(option, { minLength: 1, maxLength: 3 }),
        (file, set) => checkFile(file, set),
      ),
      settings,
    );
  });
});
