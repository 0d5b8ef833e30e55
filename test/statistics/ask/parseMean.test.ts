import { describe, expect, it } from "vitest";
import { isAsk } from "../../../src/statistics/ask/parseAsk.ts";
import { parseMean } from "../../../src/statistics/ask/parseMean.ts";

const columns = ["total.cost", "total.aid"];

describe("what stands for its mean", () => {
  it("is a column, or what is calculated from columns", () => {
    const parsed = ["total.cost", "max(total.cost - total.aid, 0)"].map((text) => parseMean(text, columns));
    expect(parsed.filter(isAsk).map(({ text }) => text)).toEqual([
      "mean(total.cost)",
      "mean(max(total.cost - total.aid, 0))",
    ]);
  });

  it("has its mistakes where they were written", () => {
    expect(parseMean("2 * total.cots", columns)).toMatchObject([{ position: 5, nearest: "total.cost" }]);
    expect(parseMean("", columns)).toMatchObject([{ position: 1 }]);
  });
});
