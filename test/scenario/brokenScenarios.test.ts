import { describe, expect, it } from "vitest";
import type { Mistake } from "../../src/scenario/mistake.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { type BrokenScenario, brokenScenarios, messagePattern } from "./brokenScenarios.ts";
import { readFrom } from "./exampleFiles.ts";

const known = new Map<BrokenScenario, readonly Mistake[]>();

/** What is told about a broken scenario; each is read once. */
function mistakesOf(broken: BrokenScenario): readonly Mistake[] {
  const before = known.get(broken);
  if (before !== undefined) return before;
  const result = parseScenario(broken.file, readFrom(broken.files));
  const mistakes = result.ok ? [] : result.mistakes;
  known.set(broken, mistakes);
  return mistakes;
}

describe("broken scenarios", () => {
  const all = brokenScenarios(1);

  it("are more than two hundred, half of them with several mistakes at once", () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(({ expected }) => expected.length > 1).length).toBeGreaterThan(100);
  });

  it.each(all.filter(({ isBroken }) => !isBroken))(
    "tell all that is wrong and nothing else: $title",
    (broken) => {
      const told = mistakesOf(broken).map(({ file, line, path }) => `${file}:${line} ${path}`);
      const expected = broken.expected.map(({ file, line, path }) => `${file}:${line} ${path}`);
      expect([...told].sort()).toEqual([...expected].sort());
    },
  );

  it.each(all.filter(({ isBroken }) => isBroken))("say where the text is no YAML: $title", (broken) => {
    const told = mistakesOf(broken);
    expect(told.length).toBeGreaterThan(0);
    for (const { file, message } of told) {
      expect(file).toBe(broken.file);
      expect(message).toContain("YAML");
    }
  });

  it("have messages with file, line, column, path, what was found and what is allowed", () => {
    for (const { message } of all.flatMap(mistakesOf)) expect(message).toMatch(messagePattern);
  });

  it("say what helps: the nearest word, the right unit, the other place", () => {
    const unsaid = all.flatMap((broken) => {
      const messages = mistakesOf(broken).map(({ message }) => message);
      return broken.expected.flatMap(({ says }) =>
        messages.some((one) => one.includes(says)) ? [] : [{ says, messages }],
      );
    });
    expect(unsaid).toEqual([]);
  });

  it("are told in the order of the file", () => {
    for (const broken of all) {
      const told = mistakesOf(broken).filter(({ file }) => file === broken.file);
      const places = told.map(({ line, column }) => line * 10_000 + column);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });
});
