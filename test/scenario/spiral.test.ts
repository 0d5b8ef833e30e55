import { describe, expect, it } from "vitest";
import { messagesOf, parseText, scenarioOf } from "./parsing.ts";

const over = (text: string) => parseText(`extends: pool.yaml\n${text}`);
const spiralOf = (written: string) => scenarioOf(over(`spiral: ${written}`)).spiral;

describe("what a scenario calls a spiral", () => {
  it("is nothing unless it says so", () => {
    expect(scenarioOf(over("")).spiral).toBeNull();
    expect(spiralOf("none")).toBeNull();
  });

  it("is a share in money a year or in times the first year's, and members in number or in parts", () => {
    expect(spiralOf("{ share: 200 per year, members: 50 % }")).toEqual({
      share: { kind: "amount", value: 200 },
      members: { kind: "part", value: 0.5 },
    });
    expect(spiralOf("{ share: 1.5 times, members: 10 million }")).toEqual({
      share: { kind: "times", value: 1.5 },
      members: { kind: "number", value: 10_000_000 },
    });
  });

  it("needs a complete year to be in times of", () => {
    const partOfAYear = "calendar: { from: 2020-02-01, periods: 6, to: none }";
    expect(messagesOf(over(`${partOfAYear}\nspiral: { share: 3 times, members: 50 % }`))).toEqual([
      "x.yaml:3:18  spiral.share: found times the share of a complete year, of which the calendar has none; allowed: an amount a year, such as 200 per year",
    ]);
    expect(messagesOf(over(`${partOfAYear}\nspiral: { share: 3, members: 50 % }`))).toEqual([]);
  });

  it.each([
    ["{ share: -1, members: 50 % }", "spiral.share: found -1; allowed: an amount above 0"],
    ["{ share: much, members: 50 % }", 'spiral.share: found "much"; allowed: an amount above 0'],
    ["{ share: 0 times, members: 50 % }", "a factor above 0, such as 3 times"],
    ["{ share: many times, members: 50 % }", 'spiral.share: found "many times"'],
    ["{ share: 5 dollars, members: 50 % }", "amounts are in yuan"],
    ["{ share: 5, members: 150 % }", 'spiral.members: found "150 %"'],
    ["{ share: 5, members: 0 % }", "a part up to 100 %, such as 50 %"],
    ["{ share: 5, members: 0 }", "a number above 0, such as 300 thousand"],
    ["{ share: 5, members: { normal: [5, 1] } }", "spiral.members: found a map"],
    ["{ share: 5 }", "spiral.members"],
    ["{ members: 50 % }", "spiral.share"],
    ["{ share: 5, member: 50 % }", 'spiral.member: found the unknown key "member"'],
    ["5", "spiral: found 5"],
  ])("is told where it cannot be read: %s", (written, part) => {
    const told = messagesOf(over(`spiral: ${written}`));
    expect(told.join("\n")).toContain(part);
    for (const message of told) expect(message).toMatch(/^x\.yaml:2:\d+ {2}spiral/);
  });
});
