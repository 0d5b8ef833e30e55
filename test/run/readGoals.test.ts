import { describe, expect, it } from "vitest";
import { readGoals } from "../../src/run/readGoals.ts";

const columns = ["total.cost", "years.2020.share"];
const goalsOf = (...texts: string[]) =>
  readGoals(texts, columns).understood.map(({ ask: { text }, most, isRelative }) => [text, most, isRelative]);
const messagesOf = (...texts: string[]) => readGoals(texts, columns).mistakes.map(({ message }) => message);

describe("--precision", () => {
  it("takes a column, whose mean is meant, or a question, and an error relative or in its unit", () => {
    expect(goalsOf("years.2020.share=0.5%", "P(total.cost >= 3500) = 0.001", "total.cost=1e-3 %")).toEqual([
      ["mean(years.2020.share)", 0.005, true],
      ["P(total.cost >= 3500) ", 0.001, false],
      ["mean(total.cost)", 1e-5, true],
    ]);
  });

  it("tells every mistake with its place", () => {
    const messages = messagesOf("total.cots=1%", "mean(total.cost)", "total.cost=-1", "sd(total.x)=0 %", "=");
    expect(messages[0]).toMatch(
      /^--precision:1:1 {2}precision: found "total.cots".*did you mean "total.cost"/,
    );
    expect(messages[1]).toMatch(/^--precision:2:1 {2}precision: found no =; allowed: .*0\.5%/);
    expect(messages[2]).toMatch(/^--precision:3:12 .*found "-1"/);
    expect(messages[3]).toMatch(/^--precision:4:4 .*found "total.x"/);
    expect(messages[4]).toMatch(/^--precision:4:13 .*found "0 %"/);
    expect(messages.slice(5).every((message) => message.startsWith("--precision:5:"))).toBe(true);
    expect(messages.length).toBeGreaterThan(5);
  });
});
