import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { messagePattern } from "./brokenScenarios.ts";
import { exampleFiles, readFrom } from "./exampleFiles.ts";

const files = exampleFiles();
const scenarios = [
  "mutual.yaml",
  "group.yaml",
  "capped.yaml",
  "pools.yaml",
  "counted.yaml",
  "losses.yaml",
] as const;
const mutated = [...scenarios, "tables/ratio.csv", "tables/history.csv"] as const;

/** Words, numbers and signs that mean something in a scenario, put where they do not belong. */
const oddWords = fc.constantFrom(
  ..."none null ~ [] {} - -1 1e400 .nan .inf 1_000 1,000 '' \" ' & * &a *a <<: | > %  : , ] } #".split(" "),
  ..."0 1 -5 % 500% 2019-02-29 9999-12-31 0000-01-01 true text 30万 1\u0000 \u{1F600} __proto__ constructor".split(
    " ",
  ),
  ..."normal gamma discrete perClaim bills conditionalMean elderly expectedAid file changes extends x.csv 99999999999999999999 !!set !x".split(
    " ",
  ),
  "{ normal: [0, 1] }",
  "{ uniform: [1, 0] }",
  "{ discrete: {} }",
  "{ file: [1] }",
  "0-200",
  "5-1",
  "\n",
  "\t",
  "  ",
);

const edit = fc.record({
  file: fc.constantFrom(...mutated),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  insert: fc.oneof(oddWords, fc.string({ maxLength: 8 })),
});

function apply(
  edits: readonly { file: string; at: number; length: number; insert: string }[],
): Record<string, string> {
  const changed = { ...files };
  for (const { file, at, length, insert } of edits) {
    const text = changed[file];
    const start = Math.floor(at * text.length);
    changed[file] = text.slice(0, start) + insert + text.slice(start + length);
  }
  return changed;
}

/** Replaces the values of some lines, so that the text stays YAML. */
const lineEdit = fc.record({
  file: fc.constantFrom(...scenarios, "pool.yaml"),
  line: fc.nat(80),
  value: fc.oneof(oddWords, fc.json({ maxDepth: 2 })),
});

function replaceValues(
  edits: readonly { file: string; line: number; value: string }[],
): Record<string, string> {
  const changed = { ...files };
  for (const { file, line, value } of edits) {
    const lines = changed[file].split("\n");
    const at = line % lines.length;
    lines[at] = lines[at].replace(/: .*$/, () => `: ${value}`);
    changed[file] = lines.join("\n");
  }
  return changed;
}

/** Is this scenario another than the valid one, by its own text or that of a file it reads? */
function isTouched(file: string, texts: Record<string, string>): boolean {
  const read = file === "capped.yaml" ? [file, "pool.yaml"] : [file];
  const all = file === "mutual.yaml" ? [...read, "tables/ratio.csv", "tables/history.csv"] : read;
  return all.some((path) => texts[path] !== files[path]);
}

function check(texts: Record<string, string>, set: readonly string[] = []): void {
  for (const file of scenarios) {
    if (set.length === 0 && !isTouched(file, texts)) continue;
    const result = parseScenario(file, readFrom(texts), { set });
    if (result.ok) continue;
    expect(result.mistakes.length).toBeGreaterThan(0);
    for (const { message } of result.mistakes) expect(message).toMatch(messagePattern);
  }
}

const settings = { seed: 20_261_122, numRuns: 120 } as const;

describe("parseScenario", () => {
  it("never throws and always explains itself, whatever is cut out and put in", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => check(apply(edits))),
      settings,
    );
  });

  it("never throws and always explains itself, whatever stands as a value", () => {
    fc.assert(
      fc.property(fc.array(lineEdit, { minLength: 1, maxLength: 4 }), (edits) => check(replaceValues(edits))),
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
      fc.property(fc.array(option, { minLength: 1, maxLength: 3 }), (set) => check(files, set)),
      settings,
    );
  });
});
