import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeValidation, type Validated, validationJson } from "../../src/cli/describeValidation.ts";
import { readText } from "../../src/cli/readText.ts";
import { validationFiles } from "../../src/cli/validationFiles.ts";
import { newControl } from "../../src/run/control.ts";
import { inline } from "../../src/run/inline.ts";
import { onlyAsked } from "../../src/run/onlyAsked.ts";
import { prepare } from "../../src/run/prepare.ts";
import { validateScenario } from "../../src/run/validateScenario.ts";

/** What few replications have, or few of those that meet a condition: known to one in a hundred. */
const rare: readonly string[] = [
  "expected cost above 12 a head",
  "expected cost above 15 a head",
  "probability of ruin",
  "probability of ruin within 3 months",
  "claims expected after none",
  "claims expected after two",
  "claims expected after four",
  "probability of no claim",
  "variance of the claims",
  "correlation of the years",
];

async function validate(file: string): Promise<Validated> {
  const ready = prepare({ file }, readText);
  if (!ready.ok) throw new Error(ready.mistakes.map(({ message }) => message).join("\n"));
  const small = { ...ready, plan: onlyAsked(ready.plan, ready.published) };
  const comparisons = await validateScenario(small, { control: newControl(), runBlocks: inline });
  if (comparisons === null) throw new Error("stopped");
  return { file, ready, comparisons };
}

const readme = new URL("../../README.md", import.meta.url);
const [begin, end] = ["<!-- what fentan validate prints -->\n```\n", "```\n<!-- up to here -->"];

/** What the README shows of `fentan validate`. */
function shownIn(text: string): string {
  return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end));
}

describe("the published numbers that fentan comes with", () => {
  const files = validationFiles();
  const done: Validated[] = [];

  it("are there", () => {
    expect(files.length).toBeGreaterThanOrEqual(16);
  });

  it.each(files)("%s: all agree, and are known to three in a thousand", async (file) => {
    const validated = await validate(file);
    done.push(validated);
    expect(validated.comparisons.length).toBeGreaterThan(0);
    expect(validated.comparisons.filter(({ verdict }) => verdict !== "agrees")).toEqual([]);
    for (const one of validated.comparisons) {
      if (one.kind !== "number" || one.ours === 0) continue;
      const part = (one.se ?? 1) / Math.abs(one.ours ?? 0);
      expect(part, one.quantity).toBeLessThan(rare.includes(one.quantity) ? 0.01 : 0.003);
    }
    expect(JSON.parse(validationJson([validated])).agreeing).toBe(validated.comparisons.length);
  });

  it("are in the README as the command prints them (UPDATE=1 rewrites that)", () => {
    const printed = describeValidation(done, { dim: String });
    const text = readFileSync(readme, "utf8");
    const from = text.indexOf(begin) + begin.length;
    if (process.env.UPDATE === "1")
      writeFileSync(readme, `${text.slice(0, from)}${printed}${text.slice(text.indexOf(end))}`);
    expect(shownIn(readFileSync(readme, "utf8"))).toBe(printed);
  });
});
